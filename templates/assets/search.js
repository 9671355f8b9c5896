// Finds pages: in a worker, or in the page where no worker may be. The build puts the names of the files in.
//
// It hears {ask, query} and {cut, page, path, query}, and says {ready}, {failed}, {ask, hits, …} and {cut, excerpt}.
{
  const files = { wasm: "@wasm@", excerpt: "@excerpt@", names: "@names@", titles: "@titles@" }
  const inWorker = !self.document
  const folder = new URL(".", inWorker ? location.href : document.currentScript.src).href
  const onDisk = folder.startsWith("file:")
  const pause = time => new Promise(done => setTimeout(done, time))
  const decode = bytes => new TextDecoder().decode(bytes)

  // Files: fetched; from a disk, where nothing can be fetched, by a script that hands over the same bytes.
  const handed = {}
  self.rutterFile = (name, text) => { handed[name] = Uint8Array.from(atob(text), letter => letter.charCodeAt()) }
  const load = async (name, anew) => {
    if (!onDisk) {
      const answer = await fetch(folder + name, anew ? { cache: "reload" } : {})
      if (!answer.ok) throw new Error(`${name}: ${answer.status}`)
      return new Uint8Array(await answer.arrayBuffer())
    }
    if (!handed[name]) {
      await new Promise((done, fail) => {
        const script = document.createElement("script")
        script.src = `${folder + name}.js`
        script.onload = done
        script.onerror = fail
        document.head.append(script)
      })
    }
    return handed[name]
  }

  // The engine: Rutter's own, as WebAssembly. It answers in records of fields, in which marked pieces take turns with others.
  const pieces = text => text ? text.split("\x01") : []
  const section = (text, anchor) => anchor ? { text: pieces(text), anchor } : undefined
  const encode = text => new TextEncoder().encode(text)
  const exchange = ({ memory, malloc, free }) => ({
    lend: (bytes, use) => {
      const place = malloc(bytes.length + 1)
      new Uint8Array(memory.buffer).set(bytes, place)
      const outcome = use(place, bytes.length)
      free(place)
      return outcome
    },
    read: block => {
      const length = new DataView(memory.buffer).getUint32(block, true)
      const text = decode(new Uint8Array(memory.buffer, block + 4, length))
      free(block)
      return text
    },
  })
  const engine = (wasm, names) => {
    const { lend, read } = exchange(wasm)
    const open = lend(names, wasm.rutter_search_open)
    if (!open) throw new Error("damaged")
    return {
      answer: query => {
        const answer = read(lend(encode(query), (at, count) => wasm.rutter_search_answer(open, at, count)))
        const [corrected, shards, words, ...hits] = answer.split("\x1e")
        return {
          corrected, words,
          shards: [...shards.matchAll(/(.+?)\x1f(.+?)\x1f/g)].map(([, shard, name]) => [+shard, name]),
          hits: hits.slice(0, -1).map(hit => {
            const [page, path, title, kind, above, heading, anchor, definition, needsText] = hit.split("\x1f")
            return {
              page, path, title: pieces(title), kind, above, section: section(heading, anchor),
              definition: pieces(definition), needsText: !!needsText,
            }
          }),
        }
      },
      add: (shard, bytes) => lend(bytes, (at, count) => wasm.rutter_search_add(open, shard, at, count)),
      anchor: (page, heading) =>
        read(lend(encode(heading), (at, count) => wasm.rutter_search_anchor(open, page, at, count))),
    }
  }

  // The excerpts: a module of their own, which is loaded when the first one is wanted.
  const excerpts = wasm => (found, page, markdown, query) => {
    const { lend, read } = exchange(wasm)
    const [text, heading] = read(lend(encode(found.answer(query).words), (at, count) =>
      lend(markdown, (from, length) => wasm.rutter_excerpt(at, count, from, length)))).split("\x1f")
    return text && { text: pieces(text), section: section(heading, heading && found.anchor(page, heading)) }
  }

  // Without WebAssembly: the pages in whose titles every word begins a word, those that begin with the first one foremost.
  const titles = bytes => {
    const pages = JSON.parse(decode(bytes)).map(([path, title], page) => ({ path, page, title, words: title.toLowerCase() }))
    const letter = "[\\p{L}\\p{N}]"
    return {
      answer: query => {
        const words = query.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
        const beginnings = words.map(word => new RegExp(`(?<!${letter})${word}`, "u"))
        const any = new RegExp(`(?<!${letter})(${words.join("|")})`, "iu")
        const hits = pages.filter(({ words }) => beginnings.every(beginning => beginning.test(words)))
          .sort((one, other) => one.words.search(any) - other.words.search(any) || one.title.length - other.title.length)
        return {
          hits: words.length ? hits.slice(0, 20).map(({ path, page, title }) =>
            ({ path, page, title: title.split(any) })) : [],
          shards: [], isLimited: true,
        }
      },
    }
  }

  self.rutterSearch = (say, anew) => {
    let found, latest
    const opening = Promise.all([
      load(files.wasm, anew).then(bytes => WebAssembly.instantiate(bytes)).catch(() => {}),
      load(files.names, anew),
    ]).then(async ([module, names]) => {
      found = module ? engine(module.instance.exports, names) : titles(await load(files.titles, anew))
      say({ ready: true })
    })

    // Loads a file once; again when it did not arrive.
    const kept = new Map()
    const once = (key, get) => {
      if (!kept.has(key)) kept.set(key, get().catch(error => { kept.delete(key); throw error }))
      return kept.get(key)
    }

    // Answers at once from what is here, and again when the files that tell more have come; what is in them may ask for more.
    const answer = async ({ ask, query }) => {
      latest = ask
      const lacking = new Set()
      for (let round = 0; ; round++) {
        const answer = found.answer(query)
        const shards = onDisk || round > 2 ? [] : answer.shards.filter(([, name]) => !lacking.has(name))
        if (ask !== latest) return
        say({ ask, ...answer, isPartial: shards.length > 0, lacks: lacking.size > 0 })
        if (!shards.length) return
        if (!round) await pause(50)
        if (ask !== latest) return
        await Promise.all(shards.map(([shard, name]) => once(name, async () => {
          if (!found.add(shard, await load(name))) throw new Error(name)
        }).catch(() => lacking.add(name))))
      }
    }
    const cut = async ({ ask, cut, path, page, query }) => {
      if (onDisk) return say({ ask, cut })
      const name = `../${path}index.md`
      if (!kept.has(name)) await pause(200)
      if (ask !== latest) return
      const excerpt = once(files.excerpt, async () =>
        excerpts((await WebAssembly.instantiate(await load(files.excerpt))).instance.exports))
      const [text, cutFrom] = await Promise.all([once(name, () => load(name)), excerpt]).catch(() => [])
      say({ ask, cut, excerpt: text && cutFrom(found, page, text, query) })
    }
    const fail = error => say({ failed: String(error) })
    opening.catch(fail)
    return message => opening.then(() => (message.cut === undefined ? answer : cut)(message).catch(fail), () => {})
  }

  if (inWorker) {
    const hear = self.rutterSearch(message => postMessage(message), location.hash)
    onmessage = ({ data }) => hear(data)
  }
}
