// Asks the cards of a site, one at a time. All that is kept is a log of reviews: by the server that shows the notes, in the
// browser, or in memory alone where nothing else may be.
{
  const memory = self.rutterMemory
  const one = (selector, within = document) => within.querySelector(selector)
  const all = (selector, within = document) => [...within.querySelectorAll(selector)]
  const { make } = self.rutterCharts
  const count = (number, one) => `${number} ${number === 1 ? one : `${one}s`}`
  const html = text => {
    const template = make("template")
    template.innerHTML = text
    // The same card may stand in the list below: only that one keeps its names.
    for (const element of all("[id]", template.content)) element.removeAttribute("id")
    return template.content
  }

  // What is kept, apart for each site of a server.
  const rootPath = new URL("..", location).pathname
  const keys = { log: `study ${rootPath}`, levels: `levels ${rootPath}`, limit: `new cards ${rootPath}` }
  const recall = key => { try { return localStorage.getItem(key) } catch { return null } }
  const remember = (key, value) => {
    try { value ? localStorage.setItem(key, value) : localStorage.removeItem(key) } catch {}
  }

  // The log. Each change is applied to what is there at the time, so that two tabs lose nothing; it gives all reviews.
  const address = "/-/study"
  const isServed = !!one("script[src='/-/live.js']")
  const locked = action => {
    const locks = isSecureContext && location.protocol !== "file:" && navigator.locks
    return locks ? locks.request(keys.log, action) : action()
  }
  // What another tab has just written may come late, lock or not, and would be overwritten. So each tab knows what it added
  // and took back itself, and sees to it whenever the log has changed.
  const own = new Map()
  const undone = new Set()
  const keyOf = ({ card, time }) => `${time} ${card}`
  const inBrowser = ({ added, removed }) => {
    for (const review of added) own.set(keyOf(review), review)
    for (const review of removed) {
      own.delete(keyOf(review))
      undone.add(keyOf(review))
    }
    return locked(() => {
      const kept = memory.read(localStorage.getItem(keys.log) ?? "").reviews
      const next = memory.unite([...kept, ...own.values()]).filter(review => !undone.has(keyOf(review)))
      const isSame = next.length === kept.length && next.every((review, at) => review === kept[at])
      if (!isSame) localStorage.setItem(keys.log, memory.write(next))
      return next
    })
  }
  const atServer = async ({ added, removed }) => {
    const ask = async (where, options) => {
      const answer = await fetch(where, options)
      if (!answer.ok) throw new Error(answer.status)
      return memory.read(await answer.text()).reviews
    }
    if (removed.length) await ask(`${address}?undo`, { method: "POST", body: memory.write(removed) })
    return added.length ? ask(address, { method: "POST", body: memory.write(added) }) : ask(address)
  }

  // The cards, from a disk by a script that hands the same bytes over.
  const loadCards = name => {
    if (location.protocol !== "file:") {
      return fetch(name).then(answer => {
        if (!answer.ok) throw new Error(answer.status)
        return answer.json()
      })
    }
    return new Promise((done, fail) => {
      const others = self.rutterFile
      self.rutterFile = (given, text) => {
        if (given !== name) return others?.(given, text)
        done(JSON.parse(new TextDecoder().decode(Uint8Array.from(atob(text), letter => letter.charCodeAt()))))
      }
      document.head.append(make("script", { src: `${name}.js`, error: fail }))
    })
  }

  const start = async root => {
    const deck = await loadCards(root.dataset.cards)
    const { topics, cards } = deck
    let reviews = [], progress, lacking = { added: [], removed: [] }, trouble = ""
    const rebuild = () => {
      progress = memory.progress(deck, reviews, -new Date().getTimezoneOffset())
      const levels = topics.map(({ id, url }, topic) => [url, progress.level(topic), id])
        .filter(([url, level]) => url && level !== "unseen")
      remember(keys.levels, levels.length ? JSON.stringify(levels) : "")
    }

    // Saving: one change after the other; what could not be saved is tried again with the next.
    const voice = make("p", { class: "trouble", role: "status" })
    const tell = words => { voice.textContent = words }
    const where = isServed ? "beside the notes" : "in this browser"
    let saving = Promise.resolve(), turn = 0
    const save = ({ added = [], removed = [] }) => {
      const number = ++turn
      saving = saving.then(async () => {
        const change = { added: [...lacking.added, ...added], removed: [...lacking.removed, ...removed] }
        change.added = change.added.filter(review => !removed.includes(review))
        try {
          const saved = await (isServed ? atServer : inBrowser)(change)
          lacking = { added: [], removed: [] }
          if (trouble) tell(trouble = "")
          if (number === turn) take(saved)
        } catch (error) {
          lacking = change
          trouble = error.name === "QuotaExceededError"
            ? "The browser has no room left for your reviews. They last until you close this page: export them."
            : `Your reviews cannot be kept ${where}. They last until you close this page: export them.`
          tell(trouble)
        }
      })
      return saving
    }
    // What another tab, another machine or an import has added is taken in at once.
    const take = saved => {
      const before = reviews
      reviews = saved
      if (memory.write(before) === memory.write(reviews)) return
      rebuild()
      refresh()
    }

    // The choice: all topics, those of a field, or one.
    const asked = new URLSearchParams(location.search)
    let choice = asked.has("topic") ? `topic=${asked.get("topic")}` : asked.has("domain") ? `domain=${asked.get("domain")}` : ""
    const chosen = () => {
      if (!choice) return
      const [key, value] = [choice.slice(0, choice.indexOf("=")), choice.slice(choice.indexOf("=") + 1)]
      return new Set([...topics.keys()].filter(topic => topics[topic][key === "topic" ? "id" : key] === value))
    }
    if (choice && !chosen().size) choice = ""
    const choose = value => {
      choice = value
      const [key, name] = [value.slice(0, value.indexOf("=")), value.slice(value.indexOf("=") + 1)]
      history.replaceState(null, "", value ? `?${key}=${encodeURIComponent(name).replaceAll("%2F", "/")}` : location.pathname)
      more = 0
    }
    let limit = Number(recall(keys.limit) ?? 10), more = 0
    const queue = now => progress.queue(now, limit + more, chosen())
    const size = ({ learning, due, fresh }) => learning.length + due.length + fresh.length

    const charts = now => reviews.length ? [self.rutterCharts.section(deck, progress, now)] : []

    // What is on the screen: the overview, a card, or what was done.
    let view = "overview", current, isTurned, picked, shownState
    let done = []
    const stage = make("div", { class: "stage" })
    const show = (name, focused, ...children) => {
      view = name
      root.dataset.view = name
      document.documentElement.dataset.study = name
      stage.replaceChildren(...children)
      if (focused) {
        one(focused, stage)?.focus({ preventScroll: true })
        scrollTo({ top: 0, behavior: "instant" })
      }
    }
    const key = name => make("kbd", { "aria-hidden": "true" }, name)
    const button = (label, name, act, attributes = {}) =>
      make("button", { type: "button", click: act, ...attributes }, label, ...(name ? [" ", key(name)] : []))
    const hrefOf = ({ url }) => url && `../${location.protocol === "file:" ? url : url.replace(/index\.html(?=#|$)/, "")}`
    const linkTo = topic => {
      const href = hrefOf(topics[topic])
      return href ? make("a", { href }, topics[topic].name) : make("b", {}, topics[topic].name)
    }
    const length = time => {
      const minutes = Math.max(1, Math.round(time / 60_000)), hours = Math.round(minutes / 60), days = Math.round(minutes / 1440)
      if (minutes < 60) return [minutes, "min", "minute"]
      if (hours < 24) return [hours, "h", "hour"]
      return days < 365 ? [days, "d", "day"] : [Math.round(days / 36.525) / 10, "y", "year"]
    }

    // A card: its question; then its answer, with four grades.
    const begin = () => {
      done = []
      ask()
    }
    const ask = again => {
      const now = Date.now()
      current = again ?? progress.next(queue(now), now)
      if (current === undefined) return done.length ? summarise() : overview("h2")
      isTurned = false
      picked = undefined
      showCard(".front")
    }
    const turnCard = choice => {
      if (isTurned) return
      isTurned = true
      picked = choice
      showCard(".back")
    }
    const choicesOf = ({ choices, answer }) => make("ol", { class: "choices" }, ...choices.map((choice, at) => {
      const content = html(choice)
      for (const link of all("a", content)) link.replaceWith(...link.childNodes)
      const verdict = isTurned && (at === answer ? "right" : at === picked ? "wrong" : "")
      const letter = "abcdefgh"[at]
      return make("li", { class: verdict || "other" }, isTurned
        ? make("div", {}, key(letter), make("div", {}, content), ...(verdict ? [make("small", {}, verdict)] : []))
        : make("button", { type: "button", click: () => turnCard(at), "aria-keyshortcuts": letter },
          key(letter), make("div", {}, content)))
    }))
    const grades = ["Again", "Hard", "Good", "Easy"]
    const gradesOf = place => {
      const now = Date.now()
      return make("div", { class: "grades", role: "group", "aria-label": "How well did you know it?" },
        ...grades.map((name, at) => {
          const [number, short, long] = length(progress.due(place, at + 1, now) - now)
          return make("button", {
            type: "button", click: () => grade(at + 1), "data-grade": at + 1, "aria-keyshortcuts": at + 1,
            "aria-label": `${name}: in ${count(number, long)}`,
          }, key(at + 1), make("b", {}, name), make("small", {}, `${number} ${short}`))
        }))
    }
    // The name of the topic may be the answer, or the question.
    const hidesTopic = ({ kind }) => !isTurned && ["definition", "name", "reversed", "cloze"].includes(kind)
    const tools = () => make("p", { class: "tools" },
      ...(done.length ? [button("Undo", "u", undo, { "aria-keyshortcuts": "u", class: "undo" })] : []),
      button("End", "Esc", () => done.length ? summarise() : overview("h2"), { "aria-keyshortcuts": "Escape", class: "end" }))
    const showCard = focused => {
      const card = cards[current]
      const { name, domain } = topics[card.topic]
      const left = size(queue(Date.now()))
      shownState = progress.states[current]
      show("card", focused,
        make("section", { "aria-label": "Card", class: "asking" },
          make("p", { class: "where" },
            hidesTopic(card) ? make("span", {}, domain ?? "") : isTurned ? linkTo(card.topic) : make("span", {}, name),
            make("span", { class: "left" }, `${left} left`)),
          make("article", { class: "card" },
            make("div", { class: "front", tabindex: "-1", role: "group", "aria-label": "Question" },
              ...(card.kind === "definition" ? [make("p", { class: "ask" }, "What is it?")] : []), html(card.front)),
            ...(card.choices ? [choicesOf(card)] : []),
            ...(isTurned
              ? [make("div", { class: "back", tabindex: "-1", role: "group", "aria-label": "Answer" },
                ...(picked === undefined ? []
                  : [make("p", { class: "verdict" }, picked === card.answer ? "Right." : "Not quite.")]),
                card.choices?.[card.answer] === card.back && picked !== undefined ? "" : html(card.back))]
              : [])),
          isTurned ? gradesOf(current)
            : make("p", { class: "turn" }, button("Show the answer", "space", () => turnCard(), { class: "go" })),
          tools()))
      stage.dispatchEvent(new CustomEvent("rutter:part", { bubbles: true }))
    }
    const grade = number => {
      if (!isTurned) return
      // Two reviews of a card never have the same time.
      const time = Math.max(Date.now(), (progress.states[current]?.last ?? -1) + 1)
      const review = { card: cards[current].id, time, grade: number, echo: cards[current].echo }
      done.push({ review, place: current })
      reviews = memory.unite([...reviews, review])
      progress.record(current, number, time)
      save({ added: [review] }).then(rebuildLevels)
      ask()
    }
    const rebuildLevels = () => { if (view !== "card") rebuild() }
    const undo = () => {
      const last = done.pop()
      if (!last) return
      reviews = reviews.filter(({ card, time }) => card !== last.review.card || time !== last.review.time)
      rebuild()
      save({ removed: [last.review] })
      ask(last.place)
    }

    // After a session.
    const summarise = () => {
      rebuild()
      const now = Date.now()
      const known = done.filter(({ review }) => review.grade > 1).length
      const minutes = done.length ? Math.round((now - done[0].review.time) / 60_000) : 0
      const { learning, due, fresh } = queue(now)
      const left = learning.length + due.length + fresh.length
      const later = learning.map(place => progress.states[place].due).filter(due => due > now)
      const tomorrow = progress.statistics(now).forecast[1]
      const isDone = progress.next(queue(now), now) === undefined
      const facts = [
        `${count(done.length, "card")}${minutes ? ` in ${count(minutes, "minute")}` : ""}; ${known === done.length ? "all" : known} of them known.`,
        later.length && isDone
          ? `${count(later.length, "card")} will come back from ${new Date(Math.min(...later)).toLocaleTimeString([], { timeStyle: "short" })} on.` : "",
        tomorrow ? `Tomorrow ${tomorrow === 1 ? "one card is" : `${tomorrow} cards are`} due.` : "Nothing is due tomorrow.",
      ]
      show("summary", "h2",
        make("section", { class: "today", "aria-labelledby": "study-title" },
          make("h2", { id: "study-title", tabindex: "-1" }, isDone ? "Done for today" : "So far"),
          make("p", {}, facts.filter(Boolean).join(" ")),
          nextTopic(now),
          make("p", { class: "tools" },
            ...(isDone ? moreCards() : [button(`Go on: ${left} left`, "", () => ask(), { class: "go" })]),
            button("Undo", "u", undo, { class: "undo" }), button("Overview", "Esc", () => overview("h2"), { class: "end" }))),
        ...charts(now))
    }
    const moreCards = () => {
      const set = chosen()
      const isNew = (state, place) => !state && (!set || set.has(cards[place].topic))
      return progress.states.some(isNew)
        ? [button("Ten more new cards", "", () => { more += 10; begin() }, { class: "go" })] : []
    }
    const nextTopic = now => {
      const topic = progress.nextTopic(now)
      if (topic === undefined) return ""
      const why = { unseen: "", seen: ", which you have begun", learning: ", which you know least", known: ", which you know least" }
      return make("p", { class: "next" }, "Next topic: ", linkTo(topic), `${why[progress.level(topic)]}. `,
        button(`Study ${topics[topic].name}`, "", () => { choose(`topic=${topics[topic].id}`); begin() }, { class: "link" }))
    }

    // The overview.
    const overview = focused => {
      const now = Date.now()
      const { learning, due, fresh } = queue(now)
      const left = learning.length + due.length + fresh.length
      const parts = [[learning, "in steps"], [due, "due"], [fresh, "new"]].filter(([list]) => list.length)
        .map(([list, word]) => `${list.length} ${word}`)
      const isDone = progress.next(queue(now), now) === undefined
      show("overview", focused,
        make("section", { class: "today", "aria-labelledby": "study-title" },
          make("h2", { id: "study-title", tabindex: "-1" }, "Today"),
          make("p", { class: "sum" }, make("b", {}, `${left}`), ` ${left === 1 ? "card" : "cards"}`,
            make("span", {}, parts.join(" · ") || "Nothing is left to ask.")),
          chooser(),
          make("p", { class: "tools" },
            ...(isDone ? moreCards() : [button("Begin", "Enter", begin, { class: "go", "aria-keyshortcuts": "Enter" })])),
          nextTopic(now)),
        ...charts(now), keeping())
    }
    const chooser = () => {
      const option = (value, words) => make("option", { value, selected: value === choice && "" }, words)
      const fields = new Map(topics.map(({ domain }) => [domain ?? "", []]))
      for (const topic of topics) fields.get(topic.domain ?? "").push(topic)
      const select = make("select", { id: "study-topics", change: () => { choose(select.value); overview(); one("#study-topics").focus() } },
        option("", "All topics"),
        ...[...fields].map(([name, own]) => make("optgroup", { label: name || "Others" },
          ...(name ? [option(`domain=${name}`, `All of ${name}`)] : []),
          ...own.map(({ id, name }) => option(`topic=${id}`, name)))))
      const number = make("input", {
        id: "study-limit", type: "number", min: 0, max: 999, value: limit, inputmode: "numeric", change: () => {
          limit = Math.min(Math.max(Math.floor(Number(number.value)) || 0, 0), 999)
          remember(keys.limit, String(limit))
          overview()
          one("#study-limit").focus()
        },
      })
      return make("p", { class: "chooser" },
        make("label", { for: "study-topics" }, "Topics ", select), make("label", { for: "study-limit" }, "New cards a day ", number))
    }

    // Reviews can be taken along.
    const keeping = () => {
      const file = make("input", { type: "file", accept: ".jsonl,.json,.txt", class: "only-heard", tabindex: "-1", "aria-label": "A log of reviews" })
      file.addEventListener("change", async () => {
        const { reviews: found, damaged } = memory.read(await file.files[0].text())
        const before = reviews.length
        reviews = memory.unite([...reviews, ...found])
        await save({ added: found })
        rebuild()
        overview("h2")
        tell([trouble, `${count(reviews.length - before, "review")} added.`, damaged ? `${count(damaged, "line")} could not be read.` : ""].filter(Boolean).join(" "))
      })
      const store = () => {
        const link = make("a", {
          href: URL.createObjectURL(new Blob([memory.write(reviews)], { type: "application/jsonl" })), download: "rutter.study.jsonl",
        })
        link.click()
        setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
      }
      return make("section", { class: "keeping" }, make("h2", {}, "Your reviews"),
        make("p", {}, reviews.length ? `${count(reviews.length, "review")}, kept ${where}.` : `They will be kept ${where}.`,
          isServed ? "" : " Export them to take them to another one, or to the terminal."),
        make("p", { class: "tools" }, button("Export", "", store), button("Import", "", () => file.click()), file))
    }

    // Another tab answered, or time has passed.
    const refresh = () => {
      if (view === "card") {
        const state = progress.states[current]
        if (state?.last !== shownState?.last) ask()
        else one(".left", stage).textContent = `${size(queue(Date.now()))} left`
      } else if (!stage.contains(document.activeElement) || document.activeElement.matches("h2")) {
        view === "overview" ? overview() : summarise()
      }
    }
    addEventListener("storage", event => {
      if (!isServed && root.isConnected && (event.key === keys.log || event.key === null)) save({})
    })
    document.addEventListener("visibilitychange", () => {
      if (!document.hidden && root.isConnected) save({}).then(() => { if (view !== "card") refresh() })
    })

    // Keys. Single characters can be switched off; space, Enter and Escape stay.
    const act = name => {
      const isOff = name.length === 1 && name !== " " && recall("keys") === "off"
      if (isOff) return
      if (name === "u" && done.length) return undo
      if (view !== "card") {
        if (name === "Escape" && view === "summary") return () => overview("h2")
        return (name === "Enter" || name === " ") && (() => one(".today .go", stage)?.click())
      }
      if (name === "Escape") return () => one(".end", stage).click()
      if (isTurned) return "1234".includes(name) && (() => grade(Number(name)))
      const letter = Math.max("abcd".indexOf(name), "1234".indexOf(name))
      if (letter >= 0) return cards[current].choices?.length > letter && (() => turnCard(letter))
      return (name === "Enter" || name === " ") && (() => turnCard())
    }
    const onKey = event => {
      if (!root.isConnected) return
      if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey || event.repeat) return
      if (event.target.closest?.("input, select, textarea, dialog") || one("dialog[open]")) return
      if (["Enter", " "].includes(event.key) && event.target.closest?.("a, button, summary, pre")) return
      const action = act(event.key)
      if (!action) return
      event.preventDefault()
      action()
    }
    document.addEventListener("keydown", onKey)

    root.replaceChildren(voice, stage)
    rebuild()
    const list = one(".deck")
    if (list) {
      list.open = false
      list.classList.add("ready")
    }
    await save({})
    overview()
  }

  const mount = () => {
    const root = one("#study")
    if (!root || root.rutterCards === root.dataset.cards) return
    root.rutterCards = root.dataset.cards
    start(root).catch(() => {
      one(".deck")?.classList.add("ready")
      root.replaceChildren(make("p", { class: "trouble", role: "status" }, "The cards did not arrive. Load the page again."))
    })
  }
  mount()
  document.addEventListener("rutter:part", event => { if (!event.target.closest?.("#study .stage")) mount() })
}
