// The browser's side of `rutter serve`: a page takes over what has changed of it, and shows what is wrong.
{
  // The parts of a page that may change under a reader; where anything else differs, the page is loaded anew.
  const parts = ["#main", ".drawer", ".top .sections"]
  // What the page's own script adds to is taken as a whole.
  const whole = "figure, .tabs, nav, svg, table"
  const page = () => location.pathname + location.search

  const parse = text => new DOMParser().parseFromString(text, "text/html")
  const fetchPage = async () => {
    const answer = await fetch(page(), { cache: "no-cache", headers: { Accept: "text/html" } })
    const since = /live;desc="([^"]*)"/.exec(answer.headers.get("Server-Timing"))?.[1]
    return { tag: answer.headers.get("ETag"), since, written: parse(await answer.text()) }
  }

  // The page as it was written, before scripts added to it.
  let last
  const shownSince = performance.getEntriesByType("navigation")[0]?.serverTiming?.find(({ name }) => name === "live")?.description
  const ready = fetchPage().then(fetched => {
    last = fetched
    // What changed in between is on neither side of a comparison.
    if (shownSince !== undefined && fetched.since !== shownSince) location.reload()
  }, () => {})

  // Whatever is not one of the parts.
  const frame = written => {
    const copy = written.cloneNode(true)
    for (const part of parts) copy.querySelector(part)?.replaceChildren()
    for (const part of parts) {
      const element = copy.querySelector(part)
      if (element) for (const { name } of [...element.attributes]) element.removeAttribute(name)
    }
    copy.querySelector("title")?.remove()
    for (const made of copy.querySelectorAll("head > meta[name=description], head > meta[property], head > link:not([rel=stylesheet])")) made.remove()
    for (const style of copy.querySelectorAll("link[rel=stylesheet]")) style.removeAttribute("href")
    return copy.documentElement.outerHTML.replace(/\s+/g, " ")
  }

  const changeStyles = written => {
    const now = [...document.querySelectorAll("link[rel=stylesheet]")]
    const next = [...written.querySelectorAll("link[rel=stylesheet]")]
    next.forEach((style, at) => {
      const old = now[at]
      if (!old || old.getAttribute("href") === style.getAttribute("href")) return
      const fresh = document.importNode(style)
      fresh.addEventListener("load", () => old.remove())
      old.after(fresh)
    })
  }

  // Folds that are open stay so, if their summary reads the same.
  const keepFolds = (from, to) => {
    const folds = element => [...element.matches("details") ? [element] : [], ...element.querySelectorAll("details")]
    const name = fold => fold.querySelector("summary")?.textContent
    const open = new Map(folds(from).map(fold => [name(fold), fold.open]))
    for (const fold of folds(to)) if (open.has(name(fold))) fold.open = open.get(name(fold))
  }

  const replace = (shown, written) => {
    const fresh = document.importNode(written, true)
    if (fresh.nodeType === Node.ELEMENT_NODE && shown.nodeType === Node.ELEMENT_NODE) keepFolds(shown, fresh)
    shown.replaceWith(fresh)
    return [fresh]
  }

  const isSame = (one, other) => one.isEqualNode(other)
  const isSplit = element =>
    element.nodeType === Node.ELEMENT_NODE && element.firstElementChild && !element.matches(whole)

  // Makes `shown`, which was written as `old`, what is now written as `next`; gives the elements that are new.
  const change = (shown, old, next) => {
    if (isSame(old, next)) return []
    const isAlike = shown.nodeName === next.nodeName && old.nodeName === next.nodeName && isSplit(old) && isSplit(next)
    if (!isAlike || shown.childNodes.length !== old.childNodes.length) return replace(shown, next)
    for (const { name } of [...old.attributes]) if (!next.hasAttribute(name)) shown.removeAttribute(name)
    for (const { name, value } of next.attributes) if (old.getAttribute(name) !== value) shown.setAttribute(name, value)
    const [now, before, after] = [shown, old, next].map(element => [...element.childNodes])
    let start = 0
    while (start < before.length && start < after.length && isSame(before[start], after[start])) start += 1
    let end = 0
    while (end < before.length - start && end < after.length - start && isSame(before.at(-1 - end), after.at(-1 - end))) end += 1
    if (before.length === after.length) {
      return now.slice(start, now.length - end).flatMap((child, at) => change(child, before[start + at], after[start + at]))
    }
    const fresh = after.slice(start, after.length - end).map(child => document.importNode(child, true))
    const gone = now.slice(start, now.length - end)
    const anchor = now[now.length - end] ?? null
    for (const child of fresh) shown.insertBefore(child, anchor)
    for (const child of gone) {
      if (child.nodeType !== Node.ELEMENT_NODE) continue
      for (const other of fresh) if (other.nodeType === Node.ELEMENT_NODE) keepFolds(child, other)
    }
    for (const child of gone) child.remove()
    return fresh
  }

  // The reader keeps the place: the first thing in sight that stays is where it was.
  const keepingPlace = action => {
    const anchor = [...document.querySelectorAll("#main .text > *, #main > *")]
      .filter(element => !element.matches(".text")).find(element => element.getBoundingClientRect().bottom > 0)
    const later = []
    for (let next = anchor; next && later.length < 50; next = next.nextElementSibling) later.push([next, next.getBoundingClientRect().top])
    const focused = document.activeElement
    const { id, href, textContent } = focused ?? {}
    const position = [scrollX, scrollY]
    action()
    const kept = later.find(([element]) => element.isConnected)
    if (kept) scrollBy({ top: kept[0].getBoundingClientRect().top - kept[1], behavior: "instant" })
    else scrollTo({ left: position[0], top: position[1], behavior: "instant" })
    if (!focused || focused === document.body || focused.isConnected) return
    const again = (id && document.getElementById(id))
      || [...document.querySelectorAll(focused.localName)].find(other => other.href === href && other.textContent === textContent)
    again?.focus({ preventScroll: true })
  }

  // Pictures are not named by their content: those that have changed since the page was opened are asked for by their
  // version, also where a part of the page comes anew.
  const changedAssets = new Map()
  const reloadAssets = () => {
    for (const image of document.querySelectorAll("img[src]")) {
      const address = new URL(image.getAttribute("src"), location)
      const path = decodeURIComponent(address.pathname)
      const asset = [...changedAssets.keys()].find(asset => path.endsWith("/" + asset))
      if (!asset || address.searchParams.get("live") === String(changedAssets.get(asset))) continue
      address.searchParams.set("live", changedAssets.get(asset))
      image.src = address.href
    }
  }

  const take = ({ written }) => {
    if (frame(last.written) !== frame(written)) return location.reload()
    document.title = written.title
    changeStyles(written)
    keepingPlace(() => {
      for (const part of parts) {
        const [shown, old, next] = [document, last.written, written].map(tree => tree.querySelector(part))
        if (!shown || !old || !next) continue
        for (const fresh of change(shown, old, next)) {
          if (fresh.nodeType === Node.ELEMENT_NODE) fresh.dispatchEvent(new CustomEvent("rutter:part", { bubbles: true }))
        }
      }
    })
    reloadAssets()
  }

  // Changes that come while a page is fetched are seen by one more fetch.
  let isBusy = false, isWanted = false
  const refresh = async () => {
    isWanted = true
    if (isBusy) return
    isBusy = true
    try {
      await ready
      while (isWanted) {
        isWanted = false
        const fetched = await fetchPage()
        if (!last) return location.reload()
        if (fetched.tag && fetched.tag === last.tag) continue
        take(fetched)
        last = fetched
      }
    } catch {} finally { isBusy = false }
  }

  // Findings lie over the page, in a tree of their own that the page's style does not reach.
  const style = `
    :host { all: initial }
    section { position: fixed; z-index: 99; inset: auto 1rem 1rem; margin: auto; max-width: 60rem; max-height: 45vh; overflow: auto;
      color-scheme: dark; color: #e8eef2; background: #16222c; border: 1px solid #41525f; border-left: 4px solid #ff9a92; border-radius: 6px;
      box-shadow: 0 .5rem 2rem #0006; font: .875rem/1.5 ui-monospace, Menlo, Consolas, "DejaVu Sans Mono", monospace }
    section.mild { border-left-color: #e6b45c }
    header { display: flex; gap: 1rem; align-items: baseline; position: sticky; top: 0; padding: .5rem 1rem; background: inherit }
    h2 { flex: 1; margin: 0; font: 600 .875rem/1.5 system-ui, sans-serif }
    ol { list-style: none; margin: 0; padding: 0 1rem .75rem }
    li + li { margin-top: .5rem }
    .help { color: #97a8b4; font-family: system-ui, sans-serif }
    .place { color: #7fc6e8 } .error { color: #ff9a92 } .warning { color: #e6b45c } .rule { color: #97a8b4 }
    a { color: inherit } p { margin: 0; overflow-wrap: anywhere }
    button { font: inherit; color: inherit; background: none; border: 1px solid #41525f; border-radius: 4px; padding: 0 .6rem; cursor: pointer }
    :focus-visible { outline: 2px solid #f290c1; outline-offset: 2px }
    @media print { section { display: none } }`
  const host = document.createElement("rutter-findings")
  const shade = host.attachShadow({ mode: "open" })
  const make = (name, attributes = {}, ...children) => {
    const element = document.createElement(name)
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value)
    element.append(...children)
    return element
  }
  let dismissed = ""
  const showFindings = (findings, count) => {
    const key = JSON.stringify(findings)
    if (!findings.length || key === dismissed) return host.remove()
    const own = ({ page: address }) => address === undefined || address === location.pathname
    const sorted = [...findings.filter(own), ...findings.filter(finding => !own(finding))]
    const rows = sorted.map(({ path, line, column, severity, rule, message, advice, page: address }) => {
      const place = `${path}:${line}:${column}`
      return make("li", {}, make("p", {},
        make("span", { class: "place" }, own({ page: address }) ? place : make("a", { href: address }, place)), ": ",
        make("span", { class: severity }, severity), make("span", { class: "rule" }, `[${rule}]`), ": ", message),
        make("p", { class: "help" }, advice))
    })
    const close = make("button", { type: "button" }, "Hide")
    close.addEventListener("click", () => { dismissed = key; host.remove() })
    const isMild = !findings.some(({ severity }) => severity === "error")
    const words = `${count} ${count === 1 ? "finding" : "findings"}`
    shade.replaceChildren(make("style", {}, style),
      make("section", { role: "status", class: isMild ? "mild" : "", "aria-label": "Findings" },
        make("header", {}, make("h2", {}, words), close), make("ol", {}, ...rows)))
    if (!host.isConnected) document.body.append(host)
  }
  addEventListener("keydown", event => {
    if (event.key === "Escape" && host.isConnected && shade.activeElement) shade.querySelector("button").click()
  })

  let session, version
  const takeState = state => {
    if (session && session !== state.session) return location.reload()
    session = state.session
    showFindings(state.findings, state.count)
    if (version !== state.version) {
      for (const asset of state.assets) changedAssets.set(asset, state.version)
      reloadAssets()
      refresh()
    }
    version = state.version
  }
  const source = new EventSource("/-/live" + (shownSince === undefined ? "" : `?since=${encodeURIComponent(shownSince)}`))
  source.addEventListener("open", async () => takeState(await (await fetch("/-/state")).json()))
  source.addEventListener("change", ({ data }) => takeState(JSON.parse(data)))
  source.addEventListener("reset", () => location.reload())
  addEventListener("pagehide", () => source.close())
  addEventListener("pageshow", event => { if (event.persisted) location.reload() })
}
