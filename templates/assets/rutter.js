// What the pages gain from a script. Everything reads and works without it.
{
  const root = document.documentElement
  const one = (selector, within = document) => within.querySelector(selector)
  const all = (selector, within = document) => [...within.querySelectorAll(selector)]

  const make = (name, attributes = {}, ...children) => {
    const element = document.createElement(name)
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value)
    element.append(...children)
    return element
  }

  // Memory: storage may be forbidden, as it is for files in some browsers.
  const recall = key => { try { return localStorage.getItem(key) } catch { return null } }
  const remember = (key, value) => {
    try { value ? localStorage.setItem(key, value) : localStorage.removeItem(key) } catch {}
  }

  // Speech: what happened, for those who do not see it.
  const voice = make("p", { class: "only-heard", "aria-live": "polite" })
  document.body.append(voice)
  const say = text => { voice.textContent = text }

  // Addresses: pages name each other's files, which a disk needs; a server does without.
  if (location.protocol !== "file:") {
    for (const link of all("a[href*='index.html']")) {
      link.setAttribute("href", link.getAttribute("href").replace(/(^|\/)index\.html(?=#|$)/, "$1") || "./")
    }
  }

  // Colour scheme: automatic, light, dark, and round again.
  const schemes = ["automatic", "light", "dark"]
  const nameScheme = () => {
    const label = `Colour scheme: ${root.dataset.scheme ?? "automatic"}`
    const button = one(".scheme")
    if (button) {
      button.title = label
      one("span", button).textContent = label
    }
    return label
  }
  const turnScheme = () => {
    const turned = schemes[(schemes.indexOf(root.dataset.scheme ?? "automatic") + 1) % 3]
    if (turned === "automatic") delete root.dataset.scheme
    else root.dataset.scheme = turned
    remember("scheme", root.dataset.scheme)
    say(nameScheme())
  }
  nameScheme()
  one(".scheme")?.addEventListener("click", turnScheme)

  // Folds: browsers that cannot show a closed one in its column get it opened there.
  if (!CSS.supports("selector(::details-content)")) {
    const open = (selector, width) => {
      const fold = one(selector)
      if (fold && matchMedia(`(min-width: ${width})`).matches) fold.open = true
    }
    open(".drawer", "56.01rem")
    open(".contents", "78rem")
  }
  const drawer = one(".drawer")
  const narrow = matchMedia("(max-width: 56rem)")
  const closeDrawer = () => { if (drawer?.open && narrow.matches) drawer.open = false }
  document.addEventListener("click", event => { if (!drawer?.contains(event.target)) closeDrawer() })
  drawer?.addEventListener("keydown", event => {
    if (event.key !== "Escape") return
    closeDrawer()
    one("summary", drawer).focus()
  })
  const center = entry => {
    const list = entry?.closest(".panel, .sections")
    list?.scrollTo(entry.offsetLeft - list.clientWidth / 2, entry.offsetTop - list.clientHeight / 2)
  }
  center(one(".sections [aria-current]"))
  center(one(".drawer .panel [aria-current=page]"))

  // Copying: of a console block only the commands.
  const codeOf = figure => {
    const commands = all(".cmd", figure)
    if (commands.length) return commands.map(command => command.textContent.trimEnd()).join("\n")
    return one("code", figure).textContent.replace(/\n$/, "")
  }
  const copy = async text => {
    if (navigator.clipboard) return navigator.clipboard.writeText(text)
    const field = make("textarea", { class: "only-heard" })
    field.value = text
    document.body.append(field)
    field.select()
    const done = document.execCommand("copy")
    field.remove()
    if (!done) throw new Error("not copied")
  }
  for (const figure of all("figure.code")) {
    const button = make("button", { class: "copy", type: "button" }, "Copy")
    button.addEventListener("click", async () => {
      let outcome = "Copied"
      try { await copy(codeOf(figure)) } catch { outcome = "Not copied" }
      button.textContent = outcome
      say(outcome)
      setTimeout(() => { button.textContent = "Copy" }, 2000)
    })
    figure.append(button)
  }

  // Tabs: groups with the same names turn together, and the choice is remembered.
  const groups = all(".tabs").map((group, index) => {
    const panels = all(":scope > [data-tab]", group)
    const names = panels.map(panel => panel.dataset.tab)
    const key = `tabs ${names.join(" ")}`
    const tabs = panels.map((panel, at) => {
      panel.id ||= `tabs-${index}-${at}`
      panel.setAttribute("role", "tabpanel")
      panel.setAttribute("aria-label", names[at])
      const tab = make("button", { type: "button", role: "tab", "aria-controls": panel.id }, names[at])
      tab.addEventListener("click", () => choose(key, names[at], tab))
      return tab
    })
    const list = make("div", { class: "tablist", role: "tablist", "aria-label": "Variants" }, ...tabs)
    list.addEventListener("keydown", event => {
      const at = tabs.indexOf(event.target)
      const to = { ArrowLeft: at - 1, ArrowRight: at + 1, Home: 0, End: -1 }[event.key]
      if (to === undefined) return
      event.preventDefault()
      const tab = tabs.at(to % tabs.length)
      choose(key, tab.textContent, tab)
      tab.focus()
    })
    group.prepend(list)
    const show = name => {
      const chosen = Math.max(names.indexOf(name), 0)
      panels.forEach((panel, at) => panel.classList.toggle("on", at === chosen))
      tabs.forEach((tab, at) => {
        tab.setAttribute("aria-selected", at === chosen)
        tab.tabIndex = at === chosen ? 0 : -1
      })
    }
    show(recall(key))
    return { key, show }
  })
  const choose = (key, name, tab) => {
    const before = tab.getBoundingClientRect().top
    for (const group of groups) if (group.key === key) group.show(name)
    remember(key, name)
    scrollBy(0, tab.getBoundingClientRect().top - before)
  }

  // Contents: the heading that was passed last is where the reader is.
  const entries = all(".contents a").map(link => {
    const id = decodeURIComponent(new URL(link.href).hash.slice(1))
    return { link, heading: document.getElementById(id) }
  }).filter(entry => entry.heading)
  if (entries.length) {
    const mark = () => {
      const atEnd = innerHeight + scrollY >= root.scrollHeight - 2
      const passed = entries.filter(entry => entry.heading.getBoundingClientRect().top < innerHeight / 4)
      const current = atEnd ? entries.at(-1) : passed.at(-1)
      for (const entry of entries) {
        if (entry === current) entry.link.setAttribute("aria-current", "location")
        else entry.link.removeAttribute("aria-current")
      }
    }
    let waiting = false
    addEventListener("scroll", () => {
      if (waiting) return
      waiting = true
      requestAnimationFrame(() => { waiting = false; mark() })
    }, { passive: true })
    mark()
  }

  // Keys. Single characters can be switched off, for those who speak to their computer.
  const follow = selector => one(selector) && (() => one(selector).click())
  const keys = {
    ArrowLeft: { shown: "←", words: "Previous page", act: follow(".pager [rel=prev]") },
    ArrowRight: { shown: "→", words: "Next page", act: follow(".pager [rel=next]") },
    h: { words: "Home", act: follow(".brand") },
    e: { words: "Edit this page", act: follow(".foot .edit") },
    t: { words: "Turn the colour scheme", act: turnScheme },
    "?": { words: "This help", act: () => showHelp() },
  }
  const showHelp = () => {
    const rows = Object.entries(keys).filter(([, key]) => key.act).flatMap(([name, key]) =>
      [make("dt", {}, make("kbd", {}, key.shown ?? name)), make("dd", {}, key.words)])
    const choice = make("input", { type: "checkbox" })
    choice.checked = recall("keys") !== "off"
    choice.addEventListener("change", () => remember("keys", choice.checked ? "" : "off"))
    const dialog = make("dialog", { "aria-labelledby": "keys-title" },
      make("h2", { id: "keys-title" }, "Keys"),
      make("dl", {}, ...rows),
      make("label", {}, choice, " Single characters are shortcuts"),
      make("form", { method: "dialog" }, make("button", { class: "close", autofocus: "" }, "Close")))
    dialog.addEventListener("close", () => dialog.remove())
    document.body.append(dialog)
    dialog.showModal()
  }
  const help = make("button", { type: "button" }, "Keys")
  help.addEventListener("click", showHelp)
  one(".foot p:last-child")?.append(help)

  const typed = "input, select, textarea, [contenteditable], dialog"
  const scrolled = "pre, .table, .tablist, video, audio"
  document.addEventListener("keydown", event => {
    if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey) return
    if (event.target.closest?.(typed) || one("dialog[open]")) return
    if (event.key.startsWith("Arrow") && event.target.closest?.(scrolled)) return
    const key = keys[event.key]
    if (!key?.act || (event.key.length === 1 && recall("keys") === "off")) return
    event.preventDefault()
    key.act()
  })
}
