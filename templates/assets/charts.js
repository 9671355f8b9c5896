// How learning goes: small charts, and the same in tables for those who do not see them.
{
  const fill = (element, attributes, children) => {
    for (const [key, value] of Object.entries(attributes)) {
      if (typeof value === "function") element.addEventListener(key, value)
      else if (value !== false) element.setAttribute(key, value)
    }
    element.append(...children)
    return element
  }
  const make = (name, attributes = {}, ...children) => fill(document.createElement(name), attributes, children)
  const draw = (name, attributes = {}, ...children) =>
    fill(document.createElementNS("http://www.w3.org/2000/svg", name), attributes, children)
  const sum = numbers => numbers.reduce((total, number) => total + number, 0)
  const width = 300

  const table = (title, head, rows) => make("div", { class: "only-heard" }, make("table", {}, make("caption", {}, title),
    make("thead", {}, make("tr", {}, ...head.map(name => make("th", { scope: "col" }, name)))),
    make("tbody", {}, ...rows.map(([name, ...values]) =>
      make("tr", {}, make("th", { scope: "row" }, name), ...values.map(value => make("td", {}, value)))))))
  const figure = (title, words, ...content) => make("figure", { class: "chart-of" },
    make("figcaption", {}, make("b", {}, title), " ", make("span", {}, words)), ...content)

  // Columns of parts, a day each.
  const bars = (columns, first, last) => {
    const most = Math.max(4, ...columns.map(sum))
    const step = width / columns.length
    return draw("svg", { viewBox: `0 0 ${width} 84`, "aria-hidden": "true" },
      draw("path", { d: `M0 66.5H${width}`, class: "axis" }),
      ...columns.flatMap((parts, at) => {
        let y = 66
        return parts.map((part, kind) => {
          const height = part / most * 60
          y -= height
          return draw("rect", { x: at * step + 1, y, width: step - 2, height, class: `part-${kind}` })
        })
      }),
      draw("text", { x: 0, y: 80 }, first), draw("text", { x: width, y: 80, "text-anchor": "end" }, last))
  }
  // A line of shares, by class.
  const line = (shares, ...more) => {
    let x = 0
    return draw("svg", { viewBox: `0 0 ${width} 12`, preserveAspectRatio: "none", "aria-hidden": "true" },
      ...shares.map(([share, name]) => {
        x += share * width
        return draw("rect", { x: x - share * width, y: 2, width: share * width, height: 8, class: name })
      }), ...more)
  }

  const levels = ["known", "learning", "seen", "unseen"]
  const section = ({ topics }, progress, now) => {
    const { days, forecast, retention, streak } = progress.statistics(now)
    const nameOf = from => new Date(now + from * 86_400_000).toLocaleDateString([], { day: "numeric", month: "short" })
    const fields = [...new Set(topics.map(({ domain }) => domain ?? ""))].map(field => {
      const own = [...topics.keys()].filter(topic => (topics[topic].domain ?? "") === field).map(progress.level)
      return [field || "others", ...levels.map(level => own.filter(one => one === level).length)]
    })
    return make("section", { class: "charts", "aria-labelledby": "study-charts" },
      make("h2", { id: "study-charts" }, "How it goes"),
      figure("Reviews", `${sum(days.map(({ reviews }) => reviews))} in 30 days${streak > 1 ? `, ${streak} days in a row` : ""}`,
        bars(days.map(({ reviews, again }) => [reviews - again, again]), nameOf(1 - days.length), "today"),
        table("Reviews", ["Day", "Reviews", "New", "Not known"], days.map(({ reviews, fresh, again }, at) =>
          [nameOf(at + 1 - days.length), reviews, fresh, again]).filter(([, reviews]) => reviews))),
      figure("Due", `${sum(forecast)} in the next 30 days`,
        bars(forecast.map(number => [number]), "today", nameOf(forecast.length - 1)),
        table("Due", ["Day", "Due"], forecast.map((number, at) => [at ? nameOf(at) : "today", number]).filter(([, number]) => number))),
      figure("Known when asked again", retention === undefined
        ? "nothing came back yet; the aim is 90 %" : `${Math.round(retention * 100)} % in 30 days; the aim is 90 %`,
      line([[retention ?? 0, "level-known"], [1 - (retention ?? 0), "level-unseen"]],
        draw("path", { d: `M${width * 0.9} 0V12`, class: "aim" }))),
      figure("Topics", "", make("div", { class: "fields", "aria-hidden": "true" }, ...fields.map(([name, ...counts]) =>
        make("div", {}, make("span", {}, name),
          line(counts.map((number, at) => [number / sum(counts), `level-${levels[at]}`])),
          make("small", {}, levels.map((level, at) => counts[at] && `${counts[at]} ${level}`).filter(Boolean).join(" · "))))),
      table("Topics", ["Field", ...levels], fields)))
  }

  self.rutterCharts = { make, section }
}
