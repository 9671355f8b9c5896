// Shows how well topics are known, beside their names: on their pages and on the map. It is loaded only where somebody
// studies; the page to study at leaves the levels for it.
{
  const one = selector => document.querySelector(selector)
  const link = one(".foot .study")
  const root = new URL("..", link.href)
  const fileOf = href => {
    const { pathname, hash } = new URL(href, location)
    return pathname.slice(root.pathname.length).replace(/(^|\/)$/, "$1index.html") + hash
  }
  const levels = new Map()
  try {
    for (const [url, level, id] of JSON.parse(localStorage.getItem(`levels ${root.pathname}`))) levels.set(url, { level, id })
  } catch {}

  const make = (name, attributes, ...children) => {
    const element = document.createElement(name)
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value)
    element.append(...children)
    return element
  }
  const sheet = make("link", { rel: "stylesheet", href: new URL(link.dataset.style, location) })
  sheet.onload = () => {
    const own = levels.get(fileOf(location.pathname))
    if (own && !one(".facts .level")) {
      const target = new URL(`?topic=${encodeURIComponent(own.id).replaceAll("%2F", "/")}`, link.href)
      one(".facts")?.append(make("a", { class: `level ${own.level}`, href: target },
        make("span", { class: "only-heard" }, "Your progress: "), own.level))
    }
    for (const entry of document.querySelectorAll(".map a")) {
      const known = levels.get(fileOf(entry.href))
      if (known) entry.after(make("span", { class: `level dot ${known.level}`, title: known.level }, make("span", { class: "only-heard" }, known.level)))
    }
  }
  document.head.append(sheet)
}
