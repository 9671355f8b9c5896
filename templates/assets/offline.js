// Keeps a site to read it without a network: what every page needs from the start, pages as they are read. The build puts
// its version and the names of files in; both follow from content, so a worker changes only with what it keeps.
{
  const version = "@version@"
  const files = "@files@"
  const mostPages = 150
  const root = new URL("./", location)
  const prefix = `rutter ${root.pathname} `
  const [shell, read] = [`${prefix}shell ${version}`, `${prefix}read ${version}`]
  const named = /[.-][0-9a-f]{8}\.\w+$/ // by their content: these never change

  // A page has one address, whatever is asked of it.
  const keyOf = url => {
    const key = new URL(url)
    key.search = key.hash = ""
    key.pathname = key.pathname.replace(/(^|\/)index\.html$/, "$1")
    return key.href
  }
  const isKeepable = answer => answer.ok && answer.type === "basic" && !answer.redirected

  const keep = async (name, key, answer) => {
    const cache = await caches.open(name)
    await cache.delete(key)
    await cache.put(key, answer)
    if (name !== read) return
    const keys = await cache.keys()
    await Promise.all(keys.slice(0, Math.max(0, keys.length - mostPages)).map(key => cache.delete(key)))
  }
  const fetchAnew = async (name, key) => {
    const answer = await fetch(key, { cache: "no-cache" })
    if (isKeepable(answer)) await keep(name, key, answer.clone())
    return answer
  }
  const find = async key => await (await caches.open(shell)).match(key) ?? (await caches.open(read)).match(key)

  // Pages that were read with an older version are fetched anew, so that none names files that are gone.
  const takeOver = async () => {
    const older = (await caches.keys()).filter(name => name.startsWith(`${prefix}read `) && name !== read)
    for (const name of older) {
      for (const { url } of await (await caches.open(name)).keys()) {
        if (!named.test(url)) await fetchAnew(read, url).catch(() => {})
      }
    }
  }
  const install = async () => {
    const cache = await caches.open(shell)
    await cache.addAll(files.map(file => new Request(new URL(file, root), { cache: "no-cache" })))
    await takeOver()
    await self.skipWaiting()
  }
  const activate = async () => {
    const gone = (await caches.keys()).filter(name => name.startsWith(prefix) && name !== shell && name !== read)
    await Promise.all(gone.map(name => caches.delete(name)))
    await self.clients.claim()
  }
  self.addEventListener("install", event => event.waitUntil(install()))
  self.addEventListener("activate", event => event.waitUntil(activate()))

  const lost = () => new Response(`<!doctype html><html lang="en"><meta charset="utf-8">
<meta name="viewport" content="width=device-width"><title>Offline</title>
${files.filter(file => file.endsWith(".css")).map(file => `<link rel="stylesheet" href="${new URL(file, root)}">`).join("")}
<main style="padding:2rem"><h1>You are offline</h1><p>This page was not read here before, so it is not kept.
<a href="${root}">Home</a></p></main></html>`, { status: 503, headers: { "Content-Type": "text/html; charset=utf-8" } })

  // What is named by its content comes from what is kept. A page does, too, and is fetched anew for the next time. What names
  // other files must be of this build, and is kept only for want of a network.
  const answer = async (event, key) => {
    const { pathname } = new URL(key)
    const isSearch = pathname === `${root.pathname}search/search.js`
    const kept = isSearch ? undefined : await find(key)
    if (kept && named.test(pathname)) return kept
    const isShell = files.some(file => new URL(file, root).href === key)
    const fetched = fetchAnew(isShell ? shell : read, key)
    if (kept) {
      event.waitUntil(fetched.catch(() => {}))
      return kept
    }
    return fetched.catch(async error => {
      const old = await find(key)
      if (old) return old
      if (event.request.mode === "navigate") return lost()
      throw error
    })
  }
  self.addEventListener("fetch", event => {
    const { request } = event
    if (request.method !== "GET" || request.headers.has("range") || request.cache === "no-store") return
    const key = keyOf(request.url)
    if (!key.startsWith(root.href) || key.startsWith(`${root.origin}/-/`) || key === `${root.href}sw.js`) return
    event.respondWith(answer(event, key))
  })
}
