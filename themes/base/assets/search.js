// Search and filters over all open jobs, in the page: no server, no other host. The lists and their links work without it.
// The data are made by site_builder/outputs/search_index.py, which says what its columns hold.

const FEWEST_LETTERS_WITH_A_TYPO = 4
const SHOWN_AT_ONCE = 50
const WITHOUT_PARTS = { ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ı: 'i' }

// Return a text in lower case and without the marks of its letters: "Zürich" is "zurich".
export function fold(text) {
  const lower = text.toLowerCase()
  if (/^[\x00-\x7f]*$/.test(lower)) return lower
  return lower.normalize('NFKD').replace(/\p{M}/gu, '').replace(/[ßæœøłđðþı]/g, (letter) => WITHOUT_PARTS[letter])
}

// Return a text's words, folded. Signs that belong to names stay: "c++", "c#", ".net", "node.js".
export function wordsOf(text) {
  return (fold(text).match(/\.?[\p{L}\p{N}]+(?:[.'’][\p{L}\p{N}]+)*[+#]*/gu) || []).map((word) => word.replace(/['’]/g, ''))
}

const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u

// Say how well a word begins with what was typed: 3 it is that, 2 it begins so, 1 it does but for one letter, 0 not at all.
export function likeness(typed, word, withTypo) {
  if (word.startsWith(typed)) return word.length === typed.length ? 3 : 2
  if (UNSPACED.test(typed)) return word.includes(typed) ? 2 : 0
  if (!withTypo || typed.length < FEWEST_LETTERS_WITH_A_TYPO) return 0
  let at = 0
  while (typed[at] === word[at]) at++
  const wrong = word.startsWith(typed.slice(at + 1), at + 1)
  const missing = word.startsWith(typed.slice(at), at + 1)
  const tooMany = word.startsWith(typed.slice(at + 1), at)
  const swapped = typed[at] === word[at + 1] && typed[at + 1] === word[at] && word.startsWith(typed.slice(at + 2), at + 2)
  return wrong || missing || tooMany || swapped ? 1 : 0
}

// All jobs that have come so far, newest first.
export class Jobs {
  constructor() {
    this.count = 0
    this.titles = []
    this.slugs = []
    this.organizations = []
    this.pay = []
    this.posted = []
    this.closes = []
    this.facets = {}
    this.words = new Map() // word -> the jobs that have it in their title, and those that have it elsewhere
  }

  // Take the jobs of a file, which are older than all before them.
  add(file) {
    const first = this.count
    const size = file.titles.length
    for (let row = 0; row < size; row++) {
      const title = file.titles[row]
      const rest = file.slugs[row]
      const own = rest[0] === '/' ? rest.slice(1) : title.toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '') + rest
      this.titles.push(title)
      this.slugs.push(own)
      this.organizations.push(file.organizations[file.organization[row]])
      this.pay.push(file.paid[row] < 0 ? null : file.pay[file.paid[row]])
      this.posted.push(file.posted[row])
      this.closes.push(file.closes[row])
      for (const word of wordsOf(title)) this.#note(word, first + row, 0)
    }
    for (const [name, facet] of Object.entries(file.facets)) this.#addFacet(name, facet, first, size)
    for (const facet of Object.values(this.facets)) while (facet.of.length < first + size) facet.of.push([])
    this.count += size
  }

  #addFacet(name, facet, first, size) {
    const all = (this.facets[name] ||= { names: [], slugs: [], numbers: new Map(), of: [] })
    while (all.of.length < first) all.of.push([])
    const numbers = facet.slugs.map((slug, number) => {
      if (!all.numbers.has(slug)) {
        all.numbers.set(slug, all.slugs.push(slug) - 1)
        all.names.push(facet.names[number])
      }
      return all.numbers.get(slug)
    })
    const words = facet.names.map(wordsOf)
    for (let row = 0; row < size; row++) {
      all.of.push(facet.of[row].map((number) => numbers[number]))
      for (const number of facet.of[row]) for (const word of words[number]) this.#note(word, first + row, 1)
    }
  }

  #note(word, job, place) {
    let rows = this.words.get(word)
    if (!rows) this.words.set(word, (rows = [[], []]))
    const list = rows[place]
    if (list[list.length - 1] !== job) list.push(job)
  }

  // Return how well each job answers what was typed: 0 where a word of it is missing; null where nothing was typed.
  scores(query) {
    let scores = null
    for (const typed of wordsOf(query)) {
      let found = this.#rowsLike(typed, false)
      if (!found.length) found = this.#rowsLike(typed, true)
      const now = new Uint16Array(this.count)
      for (const [alike, [inTitle, elsewhere]] of found) {
        for (const job of elsewhere) now[job] = Math.max(now[job], alike)
        for (const job of inTitle) now[job] = Math.max(now[job], alike + 3)
      }
      if (scores) for (let job = 0; job < this.count; job++) now[job] = now[job] && scores[job] ? now[job] + scores[job] : 0
      scores = now
    }
    return scores
  }

  #rowsLike(typed, withTypo) {
    const found = []
    for (const [word, rows] of this.words) {
      const alike = likeness(typed, word, withTypo)
      if (alike) found.push([alike, rows])
    }
    return found
  }

  // Return the jobs that answer a query and have one of the chosen terms in every listing in which some are chosen, and how many there are
  // of each term: of a listing's own terms, as if none of them were chosen. `minute` is now, since 1970.
  find({ query = '', chosen = {}, sort = '' }, minute = 0) {
    const names = Object.keys(this.facets)
    const scores = this.scores(query)
    const wanted = names.map((name) => {
      const { numbers } = this.facets[name]
      const slugs = chosen[name] || []
      return slugs.length ? new Set(slugs.map((slug) => numbers.get(slug))) : null
    })
    const of = names.map((name) => this.facets[name].of)
    const counts = names.map((name) => new Int32Array(this.facets[name].names.length))
    const rows = []
    for (let job = 0; job < this.count; job++) {
      if ((scores && !scores[job]) || (this.closes[job] && this.closes[job] < minute)) continue
      let missing = -1 // the one listing in which the job has no chosen term; -2: several
      for (let listing = 0; listing < names.length && missing !== -2; listing++) {
        const terms = wanted[listing]
        if (terms && !of[listing][job].some((number) => terms.has(number))) missing = missing === -1 ? listing : -2
      }
      if (missing === -2) continue
      if (missing === -1) rows.push(job)
      for (let listing = 0; listing < names.length; listing++) {
        if (missing === -1 || missing === listing) for (const number of of[listing][job]) counts[listing][number]++
      }
    }
    if (sort === 'closing') rows.sort((one, other) => (this.closes[one] || Infinity) - (this.closes[other] || Infinity) || one - other)
    else if (scores && sort !== 'newest') rows.sort((one, other) => scores[other] - scores[one] || one - other)
    return { rows, counts: Object.fromEntries(names.map((name, number) => [name, counts[number]])) }
  }
}

// ---------------------------------------------------------------------------------------------- the page

// The state of the search, and how the address says it: ?q=baker&departments=mill&departments=shop&sort=closing
function stateOf(parameters, listings) {
  const chosen = {}
  for (const name of listings) {
    const slugs = parameters.getAll(name).filter(Boolean)
    if (slugs.length) chosen[name] = [...new Set(slugs)]
  }
  return { query: (parameters.get('q') || '').trim(), chosen, sort: parameters.get('sort') || '' }
}

function addressOf({ query, chosen, sort }) {
  const parameters = new URLSearchParams()
  if (query) parameters.set('q', query)
  for (const [name, slugs] of Object.entries(chosen)) for (const slug of slugs) parameters.append(name, slug)
  if (sort) parameters.set('sort', sort)
  const text = parameters.toString()
  return location.pathname + (text ? '?' + text : '')
}

class Search {
  constructor(form) {
    this.form = form
    this.input = form.elements.q
    this.lists = document.querySelector('[data-jobs]')
    this.results = document.querySelector('[data-results]')
    this.list = this.results.querySelector('ol')
    this.more = this.results.querySelector('[data-more]')
    this.none = this.results.querySelector('[data-none]')
    this.status = document.querySelector('[data-job-count]')
    this.statusAtFirst = this.status.innerHTML
    this.spoken = this.results.querySelector('[data-spoken]')
    this.pattern = document.querySelector('template[data-result]').content
    this.words = JSON.parse(document.querySelector('[data-search-words]').textContent)
    this.language = document.documentElement.lang
    this.plural = new Intl.PluralRules(this.language)
    this.facets = [...form.querySelectorAll('[data-facet]')]
    this.jobs = new Jobs()
    this.loading = null
    this.isComplete = false
    this.rows = []
    this.shown = 0
  }

  start() {
    const { form } = this
    form.addEventListener('submit', (event) => {
      event.preventDefault()
      this.change()
      this.list.querySelector('a')?.focus()
    })
    form.addEventListener('input', () => this.change())
    form.addEventListener('reset', (event) => {
      event.preventDefault()
      this.show({ query: '', chosen: {}, sort: '' })
      this.change()
      this.input.focus()
    })
    for (const sign of ['pointerenter', 'focusin']) form.addEventListener(sign, () => this.load(), { once: true })
    for (const facet of this.facets) facet.addEventListener('toggle', () => facet.open && this.load().then(() => this.fill(facet)))
    document.addEventListener('pointerdown', (event) => this.facets.forEach((facet) => facet.contains(event.target) || (facet.open = false)))
    document.addEventListener('keydown', (event) => this.key(event))
    this.more.addEventListener('click', () => {
      const next = this.shown
      this.showMore()
      this.list.children[next]?.querySelector('a').focus()
    })
    addEventListener('popstate', () => this.fromAddress())
    this.fromAddress()
  }

  fromAddress() {
    const state = stateOf(new URLSearchParams(location.search), this.facets.map((facet) => facet.dataset.facet))
    this.show(state)
    if (isAsked(state)) this.load()
    this.refresh()
  }

  // Bring the form to a state.
  show(state) {
    this.state = state
    this.input.value = state.query
    this.form.elements.sort.value = state.sort
    for (const facet of this.facets) this.fill(facet)
  }

  // Take the state from the form.
  change() {
    const chosen = {}
    for (const facet of this.facets) {
      const slugs = facet.dataset.filled ? [...facet.querySelectorAll('input:checked')].map((box) => box.value) : this.state.chosen[facet.dataset.facet]
      if (slugs?.length) chosen[facet.dataset.facet] = slugs
    }
    this.state = { query: this.input.value.trim(), chosen, sort: this.form.elements.sort.value }
    history.replaceState(null, '', addressOf(this.state))
    this.load()
    this.refresh()
  }

  // Load all jobs once: the newest are there first, and what was asked for is shown of them at once.
  load() {
    this.loading ||= this.fetchAll().catch(() => {
      this.loading = null
      this.status.textContent = this.words.failed
    })
    return this.loading
  }

  async fetchAll() {
    const address = new URL(this.form.dataset.index, location)
    const { files } = await fetched(address)
    const coming = files.map((file) => fetched(new URL(file, address)))
    for (const [number, one] of coming.entries()) {
      this.jobs.add(await one)
      this.isComplete = number === coming.length - 1
      this.refresh()
    }
  }

  refresh() {
    const asked = isAsked(this.state)
    this.form.toggleAttribute('data-asked', asked)
    this.lists.hidden = asked
    this.results.hidden = !asked
    if (!asked) {
      this.status.innerHTML = this.statusAtFirst
      this.found = this.jobs.count ? this.jobs.find(this.state, minuteNow()) : null
    } else if (this.jobs.count || this.isComplete) {
      this.found = this.jobs.find(this.state, minuteNow())
      this.rows = this.found.rows
      this.shown = 0
      this.list.replaceChildren()
      this.showMore()
      this.tell()
    }
    for (const facet of this.facets) this.count(facet)
  }

  tell() {
    const text = this.isComplete ? this.worded(this.words.open_jobs, this.rows.length) : this.words.loading
    this.status.textContent = text
    this.none.hidden = !this.isComplete || this.rows.length > 0
    // Said when the typing pauses, not at every letter.
    clearTimeout(this.pause)
    this.pause = setTimeout(() => (this.spoken.textContent = text), 500)
  }

  worded(forms, count) {
    return (forms[this.plural.select(count)] ?? forms.other).replace('{count}', count.toLocaleString(this.language))
  }

  showMore() {
    const cards = document.createDocumentFragment()
    for (const job of this.rows.slice(this.shown, this.shown + SHOWN_AT_ONCE)) cards.append(this.card(job))
    this.list.append(cards)
    this.shown = Math.min(this.rows.length, this.shown + SHOWN_AT_ONCE)
    this.more.hidden = this.shown >= this.rows.length
  }

  card(job) {
    const { jobs } = this
    const card = this.pattern.cloneNode(true)
    const link = card.querySelector('a')
    link.textContent = jobs.titles[job]
    link.href = this.form.dataset.job.replace('*', jobs.slugs[job])
    const organization = jobs.organizations[job]
    const texts = { organization: organization === this.words.organization ? '' : organization, pay: this.pay(jobs.pay[job]), posted: this.date('posted_on', jobs.posted[job]), closes: jobs.closes[job] ? this.date('apply_until', jobs.closes[job] / 1440) : '' }
    for (const [name, { names, of }] of Object.entries(jobs.facets)) texts[name] = of[job].map((number) => names[number]).join(', ')
    for (const slot of card.querySelectorAll('[data-slot]')) {
      const text = texts[slot.dataset.slot]
      if (text) (slot.querySelector('bdi, time') || slot).textContent = text
      else slot.remove()
    }
    return card
  }

  date(name, day) {
    return day ? this.words[name].replace('{date}', (this.dates ||= new Intl.DateTimeFormat(this.language, { dateStyle: 'long', timeZone: this.words.time_zone })).format(day * 86_400_000)) : ''
  }

  pay(pay) {
    if (!pay) return ''
    const [currency, unit, low, high] = pay
    const amount = (value) => new Intl.NumberFormat(this.language, { style: 'currency', currency, minimumFractionDigits: 0 }).format(value)
    const words = this.words.salary
    const form = low === null ? words.up_to : high === null ? words.from : low === high ? words.single : words.range
    return form.replace('{unit}', words[unit]).replace('{low}', () => amount(low)).replace('{high}', () => amount(high)).replace('{amount}', () => amount(low ?? high))
  }

  // Put a listing's terms into its menu, those of most jobs first, and tick the chosen ones.
  fill(facet) {
    const name = facet.dataset.facet
    const chosen = this.state.chosen[name] || []
    const known = this.jobs.facets[name]
    if (known && facet.open) {
      const counts = this.jobs.find({}, minuteNow()).counts[name]
      const order = [...known.names.keys()].sort((one, other) => counts[other] - counts[one] || known.names[one].localeCompare(known.names[other], this.language))
      const pattern = facet.querySelector('template').content
      facet.querySelector('ul').replaceChildren(
        ...order.map((number) => {
          const row = pattern.cloneNode(true)
          const box = row.querySelector('input')
          box.value = known.slugs[number]
          box.dataset.number = number
          box.checked = chosen.includes(box.value)
          row.querySelector('bdi').textContent = known.names[number]
          return row
        }),
      )
      facet.dataset.filled = 'true'
    } else if (!known || !facet.dataset.filled) {
      delete facet.dataset.filled
    } else {
      for (const box of facet.querySelectorAll('input')) box.checked = chosen.includes(box.value)
    }
    this.count(facet)
  }

  // Say how many jobs each term would give, and how many terms are chosen.
  count(facet) {
    const name = facet.dataset.facet
    const number = (this.state.chosen[name] || []).length
    facet.querySelector('[data-chosen]').textContent = number ? `\u00a0(${number})` : ''
    if (!facet.open || !this.found) return
    for (const box of facet.querySelectorAll('input')) {
      const count = this.found.counts[name][box.dataset.number]
      box.closest('li').hidden = !count && !box.checked
      box.closest('li').querySelector('[data-count]').textContent = count.toLocaleString(this.language)
    }
  }

  key(event) {
    const { key, target } = event
    if (key === 'Escape') {
      const open = this.facets.find((facet) => facet.open)
      if (open) {
        open.open = false
        open.querySelector('summary').focus()
      }
      return
    }
    if (key !== 'ArrowDown' && key !== 'ArrowUp') return
    const links = [...(this.results.hidden ? this.lists : this.list).querySelectorAll('h2 a')]
    const at = links.indexOf(target)
    if (target !== this.input && at < 0) return
    const next = key === 'ArrowDown' ? at + 1 : at - 1
    if (next < 0 && target === this.input) return
    event.preventDefault()
    ;(links[next] || (next < 0 ? this.input : this.more.hidden ? target : this.more)).focus()
  }
}

const isAsked = ({ query, chosen, sort }) => Boolean(query || sort || Object.keys(chosen).length)
const minuteNow = () => Math.floor(Date.now() / 60_000)

async function fetched(address) {
  const answer = await fetch(address)
  if (!answer.ok) throw new Error(`${answer.status} ${address}`)
  return answer.json()
}

const form = globalThis.document?.querySelector('form[data-index]')
if (form) new Search(form).start()
