// Runs before the first paint: sets the chosen colour scheme, and the mark by which the style
// sheet knows that scripts run. If the main script does not arrive, the mark goes again.
{
  const root = document.documentElement
  root.dataset.js = ""
  try {
    const scheme = localStorage.getItem("scheme")
    if (scheme) root.dataset.scheme = scheme
  } catch {}
  addEventListener("error", event => {
    if (event.target.localName === "script") delete root.dataset.js
  }, true)
}
