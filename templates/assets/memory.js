// What a log of reviews tells of a deck: what is known, what is due, what comes next. Everything is a replay of the log by
// FSRS-6; the program plans in the same way.
{
  const day = 86_400_000
  const minute = 60_000
  const floorDays = time => Math.floor(time / day)
  const sum = numbers => numbers.reduce((total, number) => total + number, 0)
  const compare = (one, other) => one < other ? -1 : one > other ? 1 : 0
  const byFields = (...fields) => (one, other) => {
    for (const field of fields) if (one[field] !== other[field]) return compare(one[field], other[field])
    return 0
  }

  // The log: a line for a review, a set of them by card and time.
  const latest = 253_402_300_799_999
  const isReview = ({ card, time, grade, echo }) => typeof card === "string" && card && typeof echo === "string"
    && Number.isInteger(time) && time >= 0 && time <= latest && [1, 2, 3, 4].includes(grade)
  const unite = reviews => [...reviews].sort(byFields("time", "card", "grade", "echo"))
    .filter(({ time, card }, at, sorted) => !at || sorted[at - 1].time !== time || sorted[at - 1].card !== card)
  const read = text => {
    const reviews = []
    let damaged = 0
    for (const line of text.split("\n")) {
      if (!line.trim()) continue
      let found
      try {
        const { card, time, grade, echo = "" } = JSON.parse(line)
        found = { card, time, grade, echo }
      } catch {}
      if (found && isReview(found)) reviews.push(found)
      else damaged += 1
    }
    return { reviews: unite(reviews), damaged }
  }
  const line = ({ card, time, grade, echo }) => JSON.stringify({ card, time, grade, ...(echo ? { echo } : {}) })
  const write = reviews => reviews.map(review => `${line(review)}\n`).join("")

  // The scheduler.
  const weights = [
    0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666, 0.796, 1.4835, 0.0614, 0.2629, 1.6483,
    0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542,
  ]
  const decay = -weights[20]
  const factor = Math.pow(0.9, 1 / decay) - 1
  const retention = 0.9
  const exp = power => Math.pow(Math.E, power)
  const clamp = difficulty => Math.min(Math.max(difficulty, 1), 10)
  const roundHalfEven = number => {
    const below = Math.floor(number)
    return number - below === 0.5 ? below + below % 2 : Math.round(number)
  }
  const interval = stability =>
    Math.min(Math.max(roundHalfEven(stability / factor * (Math.pow(retention, 1 / decay) - 1)), 1), 36_500)
  const retrievability = (state, now) =>
    Math.pow(1 + factor * Math.max(0, floorDays(now - state.last)) / state.stability, decay)
  const firstDifficulty = grade => weights[4] - exp(weights[5] * (grade - 1)) + 1
  const nextDifficulty = (difficulty, grade) =>
    clamp(weights[7] * firstDifficulty(4) + (1 - weights[7])
      * (difficulty + (10 - difficulty) * -(weights[6] * (grade - 3)) / 9))
  const nextStability = (state, grade, now) => {
    const { stability, difficulty } = state
    if (floorDays(now - state.last) < 1) {
      const growth = exp(weights[17] * (grade - 3 + weights[18])) * Math.pow(stability, -weights[19])
      return stability * (grade === 1 ? growth : Math.max(growth, 1))
    }
    const lost = 1 - retrievability(state, now)
    if (grade === 1) {
      return Math.min(
        weights[11] * Math.pow(difficulty, -weights[12]) * (Math.pow(stability + 1, weights[13]) - 1)
          * exp(lost * weights[14]),
        stability / exp(weights[17] * weights[18]))
    }
    const growth = exp(weights[8]) * (11 - difficulty) * Math.pow(stability, -weights[9])
    return stability * (1 + growth * (exp(lost * weights[10]) - 1)
      * (grade === 2 ? weights[15] : 1) * (grade === 4 ? weights[16] : 1))
  }

  // A card is learning, in review (it comes back after days), or being learnt again.
  const steps = { learning: [minute, 10 * minute], relearning: [10 * minute] }
  const schedule = (state, grade, now) => {
    const inDays = () => ({ ...state, phase: "review", step: 0, due: now + interval(state.stability) * day })
    if (state.phase === "review") {
      return grade === 1 ? { ...state, phase: "relearning", step: 0, due: now + steps.relearning[0] } : inDays()
    }
    const own = steps[state.phase]
    const { step } = state
    if (grade === 1) return { ...state, step: 0, due: now + own[0] }
    if (grade === 4) return inDays()
    if (grade === 3) return step + 1 < own.length ? { ...state, step: step + 1, due: now + own[step + 1] } : inDays()
    const wait = step ? own[step] : own.length === 1 ? own[0] * 3 / 2 : (own[0] + own[1]) / 2
    return { ...state, due: now + wait }
  }
  const review = (state, grade, now) => {
    const next = state
      ? {
        ...state, stability: Math.max(nextStability(state, grade, now), 0.001),
        difficulty: nextDifficulty(state.difficulty, grade),
      }
      : {
        phase: "learning", step: 0, stability: Math.max(weights[grade - 1], 0.001),
        difficulty: clamp(firstDifficulty(grade)),
      }
    return schedule({ ...next, last: now }, grade, now)
  }

  // The reviews of each card. Those of a card whose question was reworded stand under an id that no card has any more: they
  // are of the one card of that topic and kind that has the answer which was given last.
  const groupOf = id => id.slice(0, Math.max(id.lastIndexOf(":"), 0)) || id
  const traceOf = (id, echo) => `${groupOf(id)}\n${echo}`
  const push = (map, key, ...values) => { map.has(key) ? map.get(key).push(...values) : map.set(key, values) }
  const adopt = (lost, own, cards) => {
    const traces = new Map()
    for (const [id, reviews] of lost) {
      const { echo } = reviews.at(-1)
      if (echo) push(traces, traceOf(id, echo), id)
    }
    if (!traces.size) return false
    const fitting = new Map()
    cards.forEach(({ id, echo }, place) => {
      for (const known of new Set([echo, ...own[place].map(review => review.echo)])) {
        const trace = traceOf(id, known)
        if (traces.has(trace)) push(fitting, trace, place)
      }
    })
    const candidates = new Map()
    for (const [trace, places] of fitting) if (places.length === 1) push(candidates, places[0], ...traces.get(trace))
    const end = id => lost.get(id).at(-1).time
    let hasAdopted = false
    for (const [place, ids] of candidates) {
      ids.sort((one, other) => end(other) - end(one) || compare(other, one))
      for (const id of ids) {
        if (end(id) >= (own[place][0]?.time ?? Infinity)) break
        own[place] = [...lost.get(id), ...own[place]]
        lost.delete(id)
        hasAdopted = true
      }
    }
    return hasAdopted
  }
  const history = (reviews, cards) => {
    const lost = new Map()
    for (const review of reviews) push(lost, review.card, review)
    const own = cards.map(({ id }) => {
      const reviews = lost.get(id) ?? []
      lost.delete(id)
      return reviews
    })
    while (lost.size && adopt(lost, own, cards)) {}
    return { own, others: [...lost.values()].flat().sort(byFields("time", "card")) }
  }

  // How far somebody is with a deck.
  const ahead = 20 * minute
  const knownStability = 21
  const goodMemory = 0.9
  const progress = (deck, reviews, minutesAheadOfUTC = 0) => {
    const { topics, cards } = deck
    const cardsOf = topics.map(() => [])
    cards.forEach(({ topic }, place) => cardsOf[topic].push(place))
    const states = cards.map(() => undefined)
    const firsts = cards.map(() => undefined)
    const recalls = []
    const times = []
    const record = (place, grade, time) => {
      const state = states[place]
      firsts[place] ??= time
      if (state?.phase === "review") recalls.push({ time, isKnown: grade > 1 })
      times.push({ time, grade, isFirst: !state })
      states[place] = review(state, grade, time)
    }
    const { own, others } = history(reviews, cards)
    own.forEach((reviews, place) => { for (const { grade, time } of reviews) record(place, grade, time) })
    const seen = new Set()
    for (const { card, grade, time } of others) {
      times.push({ time, grade, isFirst: !seen.has(card) })
      seen.add(card)
    }

    const dayOf = time => floorDays(time + minutesAheadOfUTC * minute)
    const startOf = number => number * day - minutesAheadOfUTC * minute
    const memory = (place, now) => states[place] ? retrievability(states[place], now) : 0
    const level = topic => {
      const asked = cardsOf[topic].map(place => states[place]).filter(Boolean)
      if (!asked.length) return "unseen"
      if (asked.length < cardsOf[topic].length) return "seen"
      return asked.every(({ phase, stability }) => phase === "review" && stability >= knownStability) ? "known" : "learning"
    }

    // What is to be asked, of some topics or of all.
    const queue = (now, newPerDay, chosen) => {
      const today = dayOf(now)
      const end = startOf(today + 1)
      const [learning, due, fresh] = [[], [], []]
      let begun = 0
      states.forEach((state, place) => {
        if (firsts[place] !== undefined && dayOf(firsts[place]) === today) begun += 1
        if (chosen && !chosen.has(cards[place].topic)) return
        if (!state) fresh.push(place)
        else if (state.phase !== "review") learning.push([state.due, place])
        else if (state.due < end) due.push([memory(place, now), place])
      })
      const inOrder = pairs => pairs.sort((one, other) => one[0] - other[0] || one[1] - other[1]).map(([, place]) => place)
      return {
        learning: inOrder(learning.filter(([due]) => due < end || due <= now + ahead)),
        due: inOrder(due), fresh: fresh.slice(0, Math.max(0, newPerDay - begun)),
      }
    }
    const next = ({ learning, due, fresh }, now) => {
      const [first] = learning
      if (first !== undefined && states[first].due <= now) return first
      return due[0] ?? fresh[0] ?? (first !== undefined && states[first].due <= now + ahead ? first : undefined)
    }

    // The topic to turn to: what is forgotten most, else what was begun, else the first whose prerequisites were begun.
    const nextTopic = now => {
      const levels = topics.map((_, topic) => level(topic))
      let weakest
      levels.forEach((level, topic) => {
        if (level !== "seen" && level !== "learning") return
        const asked = cardsOf[topic].filter(place => states[place])
        const mean = sum(asked.map(place => memory(place, now))) / asked.length
        if (!weakest || mean < weakest.mean) weakest = { mean, topic }
      })
      if (weakest && weakest.mean < goodMemory) return weakest.topic
      const begun = levels.indexOf("seen")
      if (begun >= 0) return begun
      const fresh = [...levels.keys()].filter(topic => levels[topic] === "unseen")
      return fresh.find(topic => topics[topic].needs.every(need => levels[need] !== "unseen")) ?? fresh[0] ?? weakest?.topic
    }

    const statistics = (now, length = 30) => {
      const today = dayOf(now)
      const days = Array.from({ length }, (_, at) => ({ day: today - length + 1 + at, reviews: 0, fresh: 0, again: 0 }))
      for (const { time, grade, isFirst } of times) {
        const entry = days[dayOf(time) - days[0].day]
        if (!entry) continue
        entry.reviews += 1
        if (isFirst) entry.fresh += 1
        if (grade === 1) entry.again += 1
      }
      const forecast = Array(length).fill(0)
      for (const state of states) {
        const at = state ? Math.max(0, dayOf(state.due) - today) : length
        if (at < length) forecast[at] += 1
      }
      const recent = recalls.filter(({ time }) => dayOf(time) > today - 30)
      const active = new Set(times.map(({ time }) => dayOf(time)))
      let streak = 0
      for (let at = active.has(today) ? today : today - 1; active.has(at); at -= 1) streak += 1
      return {
        days, forecast, streak, asked: states.filter(Boolean).length,
        retention: recent.length ? recent.filter(({ isKnown }) => isKnown).length / recent.length : undefined,
      }
    }

    return {
      states, cardsOf, record, memory, level, queue, next, nextTopic, statistics,
      due: (place, grade, now) => review(states[place], grade, now).due,
    }
  }

  self.rutterMemory = { read, write, unite, progress }
}
