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
  const shortenAddresses = part => {
    if (location.protocol === "file:") return
    for (const link of all("a[href*='index.html']", part)) {
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
  const openFolds = part => {
    if (CSS.supports("selector(::details-content)")) return
    const open = (selector, width) => {
      const fold = one(selector, part)
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
  const addCopyButton = figure => {
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
  let groups = []
  const addTabs = group => {
    const index = groups.length
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
    groups.push({ group, key, show })
  }
  const choose = (key, name, tab) => {
    const before = tab.getBoundingClientRect().top
    for (const group of groups) if (group.key === key) group.show(name)
    remember(key, name)
    scrollBy(0, tab.getBoundingClientRect().top - before)
  }

  // Contents: the heading that was passed last is where the reader is.
  let entries = []
  const readContents = () => {
    entries = all(".contents a").map(link => {
      const id = decodeURIComponent(new URL(link.href).hash.slice(1))
      return { link, heading: document.getElementById(id) }
    }).filter(entry => entry.heading)
    markCurrent()
  }
  const markCurrent = () => {
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
    requestAnimationFrame(() => { waiting = false; markCurrent() })
  }, { passive: true })

  // What parts of a page gain: the whole of it now, and others when they take the place of what was there.
  const equip = part => {
    const own = selector => [...part.matches?.(selector) ? [part] : [], ...all(selector, part)]
    shortenAddresses(part)
    openFolds(part)
    own("figure.code").forEach(addCopyButton)
    groups = groups.filter(({ group }) => group.isConnected)
    own(".tabs").forEach(addTabs)
    readContents()
  }
  equip(document)
  document.addEventListener("rutter:part", event => equip(event.target))

  // Search. Nothing of it is loaded before it is first used.
  const searchButton = one(".find")
  const service = new URL(searchButton?.dataset.search ?? "", location)
  const site = new URL("..", service).href
  const index = location.protocol === "file:" ? "index.html" : ""

  // The searcher is a worker or, where none may be, the same script in the page. It is started anew once by itself, as
  // a browser may have kept a script that names files of an older site.
  const startSearcher = (hear, anew) => {
    const address = service + (anew ? `?${Date.now()}#anew` : "")
    const searcher = { send() {}, stop() { searcher.isStopped = true } }
    const say = message => {
      if (!searcher.isStopped) hear(message)
    }
    const inPage = () => {
      const script = make("script", { src: address })
      script.onload = () => { searcher.send = self.rutterSearch(say, anew) }
      script.onerror = () => say({ failed: "script" })
      document.head.append(script)
    }
    if (location.protocol === "file:") inPage()
    else {
      let heard
      try {
        const worker = new Worker(address)
        worker.onmessage = ({ data }) => { heard = true; say(data) }
        worker.onerror = event => {
          event.preventDefault()
          worker.terminate()
          heard ? say({ failed: "worker" }) : inPage()
        }
        searcher.send = message => worker.postMessage(message)
        searcher.stop = () => { searcher.isStopped = true; worker.terminate() }
      } catch { inPage() }
    }
    return searcher
  }

  // Recent searches: those that led to a page, newest first.
  const recentSearches = () => {
    try { return JSON.parse(recall("searches")).filter(words => typeof words === "string") } catch { return [] }
  }
  const rememberSearch = words => {
    remember("searches", JSON.stringify([words, ...recentSearches().filter(other => other !== words)].slice(0, 5)))
  }

  // What the searcher found comes as texts whose every other piece is to be marked.
  const marked = (pieces = []) => pieces.map((piece, at) => at % 2 ? make("mark", {}, piece) : piece)

  const makeSearch = () => {
    const field = make("input", {
      role: "combobox", "aria-label": "Search", "aria-controls": "hits", "aria-expanded": "false", placeholder: "Search",
      "aria-autocomplete": "list", autocomplete: "off", autocapitalize: "off", spellcheck: "false", enterkeyhint: "go",
    })
    const list = make("div", { role: "listbox", id: "hits" })
    const note = make("p", { class: "note" })
    const foot = make("p", { class: "keys" })
    const heard = make("p", { class: "only-heard", role: "status" })
    const end = make("button", { class: "end", type: "button" }, "Close")
    const dialog = make("dialog", { class: "search", "aria-label": "Search" },
      make("div", { class: "ask" }, field, end), note, list, foot, heard)
    document.body.append(dialog)

    let searcher, state, wasRestarted
    let number = 0, answered = 0, wantsOpen = false // of the queries
    let chosen, hasMoved

    const tell = (...words) => note.replaceChildren(...words)
    const key = name => make("kbd", {}, name)
    const legend = [key("↑"), key("↓"), " choose ", key("Enter"), " open ", key("Esc"), " close"]
    let slow
    const tellState = (...words) => {
      clearTimeout(slow)
      foot.replaceChildren(...words.length ? words : legend)
      foot.classList.toggle("idle", !words.length)
    }
    const act = (words, action) => {
      const button = make("button", { type: "button" }, words)
      button.addEventListener("click", () => { action(); field.focus() })
      return button
    }
    let speaking
    const speak = () => {
      clearTimeout(speaking)
      speaking = setTimeout(() => {
        const count = list.childElementCount
        const found = count && field.value.trim() ? `${count} ${count === 1 ? "result" : "results"}. ` : ""
        heard.textContent = found + note.textContent
      }, 500)
    }

    // The options, of which one is chosen.
    const choose = option => {
      chosen?.setAttribute("aria-selected", "false")
      chosen = option
      chosen?.setAttribute("aria-selected", "true")
      if (chosen) field.setAttribute("aria-activedescendant", chosen.id)
      else field.removeAttribute("aria-activedescendant")
    }
    const show = (label, options) => {
      list.setAttribute("aria-label", label)
      list.replaceChildren(...options)
      list.hidden = !options.length
      field.setAttribute("aria-expanded", options.length > 0)
      speak()
    }
    const follow = (option, apart) => {
      if (!option.href) return type(option.textContent)
      rememberSearch(field.value.trim())
      if (apart) return void open(option.href, "_blank", "noopener")
      dialog.close()
      location.assign(option.href)
    }

    // A hit: its title, the section, where the page stands, and what it says: what was cut out of its text, where that is
    // needed. What was cut for the words before stays until that for these is there.
    const optionOf = hit => {
      const id = `hit-${hit.page}`
      const option = one(`#${id}`, list) ?? make("a", { id, role: "option", tabindex: "-1", "aria-selected": "false" })
      option.hit = hit
      return write(option)
    }
    const placeOf = ({ above = "", kind }) => kind === "note" ? above.slice(0, -3) : above + (kind ?? "")
    const write = option => {
      const { hit, cut } = option
      const isCut = hit.needsText && cut?.ask === number
      // What the title does not tell is found where the text says it.
      const section = hit.section ?? (isCut && cut.excerpt?.section)
      option.href = `${site}${hit.path}${index}${section ? `#${section.anchor}` : ""}`
      option.replaceChildren(
        make("p", { class: "name" }, ...marked(hit.title), section ? make("small", {}, ...marked(section.text)) : ""),
        make("p", { class: "place" }, placeOf(hit)),
        make("p", { class: isCut || !hit.needsText ? "said" : "said wait" },
          ...marked((hit.needsText && cut?.excerpt?.text) || hit.definition)))
      return option
    }

    // Texts are fetched for the hits that are seen.
    const seen = new IntersectionObserver(entries => {
      for (const { isIntersecting, target } of entries) {
        if (!isIntersecting) continue
        seen.unobserve(target)
        const { page, path } = target.hit
        searcher.send({ ask: number, cut: page, page, path, query: field.value })
      }
    }, { root: list })
    const showText = message => {
      const option = one(`#hit-${message.cut}`, list)
      if (option) write(Object.assign(option, { cut: message }))
    }

    // Hits of words come twice, the second time with those from the texts: what the reader has come to stays in its place.
    const showHits = ({ ask: asked, hits, corrected, isPartial, lacks, isLimited }) => {
      const isFirst = asked !== answered
      answered = asked
      if (isFirst) hasMoved = false
      const old = [...list.children]
      const fixed = hasMoved ? old.slice(0, old.indexOf(chosen) + 1) : []
      const options = [...fixed, ...hits.map(optionOf).filter(option => !fixed.includes(option))]
      if (hits.length) tell(...(corrected ? ["Showing results for ", make("b", {}, corrected)] : []))
      else if (!isPartial) tell("Nothing was found. Try fewer or other words, or a part of a name.")
      if (lacks) tellState("The texts did not arrive: these are titles and headings only. ", act("Try again", ask))
      else tellState(...(isLimited ? ["Only titles are searched here."] : []))
      if (isPartial) slow = setTimeout(tellState, 400, "Searching the texts…")
      show("Results", options)
      list.setAttribute("aria-busy", !!isPartial)
      if (!hasMoved) {
        choose(options[0])
        list.scrollTop = 0
      }
      seen.disconnect()
      for (const option of options) if (option.hit.needsText) seen.observe(option)
      if (wantsOpen && chosen) follow(chosen)
      if (!isPartial) wantsOpen = false
    }

    const fail = () => {
      state = "failed"
      searcher.stop()
      if (!wasRestarted) {
        wasRestarted = true
        return start(true)
      }
      choose()
      tell(navigator.onLine === false ? "You are offline, and the search is not here yet. " : "The search could not be loaded. ",
        act("Try again", () => start(true)))
      show("Results", [])
    }
    const hear = message => {
      if (message.failed) return fail()
      if (message.ready) {
        state = "ready"
        ask()
      } else if (message.ask === number) message.hits ? showHits(message) : showText(message)
    }
    const start = anew => {
      state = "loading"
      searcher = startSearcher(hear, anew)
      ask()
    }

    const ask = () => {
      number += 1
      const query = field.value
      if (!query.trim()) return showRecent()
      list.setAttribute("aria-busy", "true")
      if (state === "ready") searcher.send({ ask: number, query })
      else if (state === "loading") {
        tell("Loading…")
        speak()
      }
    }
    const showRecent = () => {
      answered = number
      wantsOpen = false
      list.setAttribute("aria-busy", "false")
      choose()
      tellState()
      const recent = recentSearches()
      if (recent.length) tell("Recent searches ", act("Clear", () => { remember("searches"); ask() }))
      else tell("Words, names and code. ", make("code", {}, "in:docker"), " and ", make("code", {}, "kind:command"), " narrow it.")
      show("Recent searches", recent.map((words, at) =>
        make("div", { id: `recent-${at}`, role: "option", "aria-selected": "false" }, words)))
    }
    const type = words => {
      field.value = words
      ask()
    }

    field.addEventListener("input", ask)
    field.addEventListener("keydown", event => {
      if (event.isComposing) return
      const options = [...list.children]
      const at = options.indexOf(chosen)
      const to = { ArrowDown: at + 1, ArrowUp: Math.max(at, 0) - 1, ...(hasMoved && { Home: 0, End: -1 }) }[event.key]
      if (event.key === "Enter") {
        // Words typed faster than they are answered lead to the first page of their answer.
        if (answered !== number) wantsOpen = true
        else if (chosen) follow(chosen, event.ctrlKey || event.metaKey)
      } else if (event.key === "Escape" && field.value) type("")
      else if (to !== undefined && options.length) {
        choose(options.at(to % options.length))
        chosen.scrollIntoView({ block: "nearest" })
        hasMoved = true
      } else return
      event.preventDefault()
    })
    list.addEventListener("pointermove", event => {
      const option = event.target.closest("[role=option]")
      if (!option || option === chosen) return
      choose(option)
      hasMoved = true
    })
    list.addEventListener("mousedown", event => event.preventDefault()) // The field keeps the focus.
    list.addEventListener("click", event => {
      const option = event.target.closest("[role=option]")
      if (!option) return
      if (option.href) {
        rememberSearch(field.value.trim())
        if (!event.ctrlKey && !event.metaKey && !event.shiftKey) dialog.close()
      } else type(option.textContent)
    })
    end.addEventListener("click", () => dialog.close())
    dialog.addEventListener("mousedown", event => { if (event.target === dialog) dialog.close() })

    return words => {
      if (!dialog.open) dialog.showModal()
      if (words) field.value = words
      field.select()
      if (state && state !== "failed") ask()
      else start()
    }
  }
  let search
  const openSearch = words => {
    search ??= makeSearch()
    search(words)
  }

  // Keys. Single characters can be switched off, for those who speak to their computer.
  const keys = {
    ArrowLeft: { shown: "←", words: "Previous page", link: ".pager [rel=prev]" },
    ArrowRight: { shown: "→", words: "Next page", link: ".pager [rel=next]" },
    s: { words: "Study", link: ".foot .study" },
    h: { words: "Home", link: ".brand" },
    e: { words: "Edit this page", link: ".foot .edit" },
    t: { words: "Turn the colour scheme", act: turnScheme },
    "/": { words: "Search; so does Ctrl K or ⌘ K", act: searchButton && (() => openSearch()) },
    "?": { words: "This help", act: () => showHelp() },
  }
  const actOf = key => key?.act ?? (key?.link && one(key.link) && (() => one(key.link).click()))
  const showHelp = () => {
    const rows = Object.entries(keys).filter(([, key]) => actOf(key)).flatMap(([name, key]) =>
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
    if (searchButton && event.key === "k" && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey) {
      event.preventDefault()
      return openSearch()
    }
    if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey) return
    if (event.target.closest?.(typed) || one("dialog[open]")) return
    if (event.key.startsWith("Arrow") && event.target.closest?.(scrolled)) return
    const act = actOf(keys[event.key])
    if (!act || (event.key.length === 1 && recall("keys") === "off")) return
    event.preventDefault()
    act()
  })

  // Progress: how well topics are known is shown where somebody studies.
  const study = one(".foot .study")
  if (study && recall(`levels ${new URL("..", study.href).pathname}`)) {
    document.head.append(make("script", { src: study.dataset.progress }))
  }

  // Offline: a browser may keep pages where that is wanted, and forgets them where it is not any more.
  const { serviceWorker } = navigator
  const worker = one("link[rel=manifest]")?.dataset.worker
  if (!worker && serviceWorker?.controller) serviceWorker.ready.then(kept => kept.unregister())
  if (worker && serviceWorker && location.protocol !== "file:") {
    addEventListener("load", () => { serviceWorker.register(worker).catch(() => {}) })
  }

  // A page that is opened with ?q=words searches for them, as the address bar of a browser may ask for.
  searchButton?.addEventListener("click", () => openSearch())
  if (recall("keys") === "off") one(".find kbd")?.remove()
  const asked = new URLSearchParams(location.search).get("q")
  if (searchButton && asked) openSearch(asked)
}
