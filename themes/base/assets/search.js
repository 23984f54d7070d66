// Search and filters over all open jobs, in the page: no server, no other host. The lists and their links work without it.
// What it needs of the page is named in docs/theming.md; what is found is for search-index.js to say.

const VERSION = 1 // of the files
const SHOWN_AT_ONCE = 30
const SHOWN_IN_A_MENU = 100
const LONGEST_QUERY = 100
const CARDS_KEPT = 300
const PAUSE = 500 // milliseconds after which a number is said, rather than at every letter
const PAUSE_OF_ADDRESS = 300

class Search {
  constructor(form) {
    const find = (hook) => document.querySelector(`[data-${hook}]`)
    this.form = form
    this.input = form.elements.q
    this.sort = form.elements.sort
    this.menus = [...form.querySelectorAll('[data-facet]')]
    this.names = this.menus.map((menu) => menu.dataset.facet)
    this.lists = find('jobs')
    this.results = find('results')
    this.list = this.results.querySelector('ol')
    this.more = find('more')
    this.none = find('none')
    this.failure = find('failed')
    this.spoken = find('spoken')
    this.picked = find('picked')
    this.count = find('job-count')
    this.countAtFirst = this.count?.innerHTML
    this.words = JSON.parse(find('search-words').textContent)
    this.language = document.documentElement.lang
    this.plural = new Intl.PluralRules(this.language)
    this.formats = new Map()
    this.cards = new Map()
    this.index = null
    this.isComplete = false
    this.hasFailed = false
    this.rows = []
  }

  start() {
    this.form.addEventListener('submit', (event) => this.submit(event))
    this.form.addEventListener('reset', (event) => this.reset(event))
    for (const field of [this.form, this.sort]) field.addEventListener('input', (event) => this.take(event))
    for (const sign of ['pointerenter', 'focusin']) this.form.addEventListener(sign, () => this.load(), { once: true })
    for (const menu of this.menus) {
      // A menu has its terms before it is seen.
      menu.querySelector('summary').addEventListener('click', () => menu.open || this.fill(menu))
      menu.addEventListener('toggle', () => menu.open && this.open(menu))
    }
    // A menu closes when one goes elsewhere. A click on it may give the focus to what is around it (`main`), which is not elsewhere.
    document.addEventListener('pointerdown', ({ target }) => this.closeMenus((menu) => !menu.contains(target)))
    document.addEventListener('focusin', ({ target }) => this.closeMenus((menu) => !menu.contains(target) && !target.contains(menu)))
    document.addEventListener('keydown', (event) => this.key(event))
    this.picked.addEventListener('click', ({ target }) => this.unpick(target.closest('button')))
    this.more.addEventListener('click', () => this.showMore().querySelector('a').focus())
    this.list.addEventListener('click', () => this.remember())
    addEventListener('popstate', () => location.search !== this.address && this.fromAddress())
    this.fromAddress()
  }

  // ---------------------------------------------------------------- the state: what is asked

  fromAddress() {
    const parameters = new URLSearchParams(location.search)
    const chosen = {}
    for (const name of this.names) {
      const slugs = parameters.getAll(name).filter(Boolean)
      if (slugs.length) chosen[name] = [...new Set(slugs)]
    }
    const sort = [...this.sort.options].find(({ value }) => value === parameters.get('sort'))?.value || ''
    this.state = { query: (parameters.get('q') || '').trim().slice(0, LONGEST_QUERY), chosen, sort }
    this.address = location.search
    this.left = history.state
    this.show()
    if (this.isAsked) this.load()
    this.refresh()
  }

  get isAsked() {
    const { query, chosen, sort } = this.state
    return Boolean(query || sort || Object.keys(chosen).length)
  }

  // Bring the form to the state.
  show() {
    this.input.value = this.state.query
    this.sort.value = this.state.sort
    for (const menu of this.menus) if (menu.open) this.fill(menu)
  }

  // Take a change of the state: into the address, at once if it was chosen and with a pause if it is being typed, and into the results.
  change(part, { isTyped = false, menu = null } = {}) {
    this.state = { ...this.state, ...part }
    this.left = null
    clearTimeout(this.writing)
    if (isTyped) this.writing = setTimeout(() => this.write(), PAUSE_OF_ADDRESS)
    else this.write({ isStep: true })
    this.load()
    this.refresh(menu)
  }

  // Write the state into the address. Back undoes a choice, and leads from what was typed to the whole list. What is not ours stays.
  write({ isStep = false } = {}) {
    clearTimeout(this.writing)
    this.writing = 0
    const parameters = new URLSearchParams(location.search)
    const ours = ['q', 'sort', ...this.names]
    const wasAsked = ours.some((name) => parameters.get(name))
    for (const name of ours) parameters.delete(name)
    const { query, chosen, sort } = this.state
    if (query) parameters.set('q', query)
    for (const [name, slugs] of Object.entries(chosen)) for (const slug of slugs) parameters.append(name, slug)
    if (sort) parameters.set('sort', sort)
    const search = parameters.size ? `?${parameters}` : ''
    if (search === location.search) return
    history[isStep || !wasAsked ? 'pushState' : 'replaceState'](null, '', location.pathname + search + location.hash)
    this.address = location.search
  }

  // Keep with the page's entry in the history how far the results were looked through, for whoever comes back from a job.
  remember() {
    if (this.writing) this.write()
    history.replaceState({ shown: this.list.children.length, top: scrollY }, '')
  }

  take({ target }) {
    if (target === this.input) this.change({ query: target.value.trim() }, { isTyped: true })
    else if (target === this.sort) this.change({ sort: target.value })
    else this.choose(target.name, target.value, target.checked, target.closest('[data-facet]'))
  }

  choose(name, slug, isChosen, menu = null) {
    const others = (this.state.chosen[name] || []).filter((one) => one !== slug)
    const chosen = { ...this.state.chosen, [name]: isChosen ? [...others, slug] : others }
    if (!chosen[name].length) delete chosen[name]
    this.change({ chosen }, { menu })
  }

  unpick(button) {
    if (!button) return
    const at = [...this.picked.children].indexOf(button.closest('li'))
    this.choose(button.name, button.value, false)
    ;(this.picked.children[at]?.querySelector('button') || this.input).focus()
  }

  reset(event) {
    event.preventDefault()
    this.change({ query: '', chosen: {}, sort: '' })
    this.show()
    this.input.focus()
  }

  async submit(event) {
    event.preventDefault()
    if (this.writing) this.write()
    await this.load()
    if (this.isAsked) this.list.querySelector('a')?.focus()
  }

  // ---------------------------------------------------------------- the jobs

  // Load all jobs, once. The newest come first, and what was asked for is shown of them at once.
  load() {
    this.loading ||= this.fetchAll('default')
      // An index kept by the browser may name files of an earlier build.
      .catch(() => this.fetchAll('reload'))
      .catch(() => {
        this.loading = null
        this.hasFailed = true
        this.refresh()
      })
    return this.loading
  }

  async fetchAll(cache) {
    const { index: address, engine } = this.form.dataset
    const [{ SearchIndex }, { version, files }] = await Promise.all([import(engine), fetched(address, cache)])
    if (version !== VERSION) throw new Error(`${address} is of version ${version}`)
    const index = new SearchIndex(this.language, this.words.ignored)
    const get = (file) => fetched(new URL(file, new URL(address, location)))
    const coming = files.slice(0, 1).map(get)
    let next = 0
    for (const number of files.keys()) {
      index.add(await coming[number])
      this.cards.clear()
      this.index = index
      this.isComplete = number === files.length - 1
      this.hasFailed = false
      if (this.isComplete || performance.now() > next) {
        this.refresh()
        next = performance.now() + PAUSE
      }
      // The newest have come: now the others, all at once. The first of them that fails is told by this loop.
      if (number === 0) for (const one of files.slice(1).map(get)) coming.push(one) && one.catch(() => {})
      await new Promise((done) => setTimeout(done)) // typing goes first
    }
  }

  // Show what the state asks for. `changed` is the menu in which it was chosen, whose numbers stay the same.
  refresh(changed = null) {
    const isShown = this.isAsked && !this.hasFailed
    delete document.documentElement.dataset.searching
    this.form.toggleAttribute('data-asked', this.isAsked)
    this.lists.hidden = isShown
    this.results.hidden = !isShown
    this.failure.hidden = !this.hasFailed
    if (isShown && this.index) {
      this.rows = this.index.find(this.state, { minute: minuteNow() }).rows
      this.list.replaceChildren()
      this.showMore(this.left?.shown)
      this.none.hidden = !this.isComplete || this.rows.length > 0
    }
    this.pick()
    this.tell(isShown)
    for (const menu of this.menus) {
      mark(menu, this.state.chosen[menu.dataset.facet]?.length || 0)
      if (menu.open && menu !== changed) this.fill(menu)
    }
    if (isShown && this.isComplete && this.left) {
      scrollTo(0, this.left.top)
      this.left = null
    }
  }

  // Say how many jobs there are: in the page at once, and aloud when the typing pauses.
  tell(isShown) {
    const text = isShown ? (this.isComplete ? this.worded(this.words.open_jobs, this.rows.length) : this.words.loading) : ''
    if (!this.count) return
    if (text) this.count.textContent = text
    else if (this.count.innerHTML !== this.countAtFirst) this.count.innerHTML = this.countAtFirst
    else if (!this.hasFailed) return
    clearTimeout(this.saying)
    const said = this.hasFailed ? this.failure : this.count
    this.saying = setTimeout(() => (this.spoken.textContent = said.textContent.trim()), PAUSE)
  }

  // Show the chosen terms, each with a button that takes it away.
  pick() {
    const pattern = document.querySelector('template[data-pick]').content
    const picks = Object.entries(this.state.chosen).flatMap(([name, slugs]) =>
      slugs.map((slug) => {
        const pick = pattern.cloneNode(true)
        const button = pick.querySelector('button')
        const facet = this.index?.facets[name]
        const text = facet?.names[facet.numbers.get(slug)] ?? slug
        Object.assign(button, { name, value: slug, ariaLabel: this.words.remove.replace('{name}', () => text) })
        button.querySelector('bdi').textContent = text
        return pick
      }),
    )
    this.picked.replaceChildren(...picks)
    this.picked.hidden = !picks.length
  }

  open(menu) {
    menu.removeAttribute('data-at-end')
    const [box, row] = [menu.querySelector('fieldset'), this.form].map((one) => one.getBoundingClientRect())
    menu.toggleAttribute('data-at-end', box.right > row.right || box.left < row.left)
    this.fill(menu)
    this.load()
  }

  closeMenus(isLeft) {
    for (const menu of this.menus) if (menu.open && isLeft(menu)) menu.open = false
  }

  // Put a facet's terms into its menu, those of most jobs first, with how many jobs each would give. A term that has the focus keeps it.
  fill(menu) {
    if (!this.index) return
    const name = menu.dataset.facet
    const facet = this.index.facets[name] || { names: [], slugs: [] }
    const counts = this.index.find(this.state, { minute: minuteNow(), counted: [name] }).counts[name]
    const chosen = new Set(this.state.chosen[name])
    const order = [...facet.names.keys()]
      .filter((number) => counts[number] || chosen.has(facet.slugs[number]))
      .sort((one, other) => counts[other] - counts[one] || facet.names[one].localeCompare(facet.names[other], this.language))
    const pattern = menu.querySelector('template').content
    const items = order.slice(0, SHOWN_IN_A_MENU).map((number) => {
      const item = pattern.cloneNode(true)
      const box = item.querySelector('input')
      box.value = facet.slugs[number]
      box.checked = chosen.has(box.value)
      item.querySelector('bdi').textContent = facet.names[number]
      item.querySelector('[data-count]').textContent = counts[number].toLocaleString(this.language)
      return item
    })
    const nothing = document.createElement('li')
    Object.assign(nothing, { className: 'note', textContent: this.words.none })
    const list = menu.querySelector('ul')
    const focused = list.contains(document.activeElement) && document.activeElement.value
    list.replaceChildren(...(items.length ? items : [nothing]))
    if (focused) ([...list.querySelectorAll('input')].find(({ value }) => value === focused) || menu.querySelector('summary')).focus()
  }

  // Show so many more results, and return the first of them.
  showMore(number = SHOWN_AT_ONCE) {
    const start = this.list.children.length
    this.list.append(...this.rows.slice(start, start + number).map((job) => this.card(job)))
    this.more.hidden = this.list.children.length >= this.rows.length
    return this.list.children[start]
  }

  // ---------------------------------------------------------------- words

  card(job) {
    let card = this.cards.get(job)
    if (!card) {
      if (this.cards.size >= CARDS_KEPT) this.cards.clear()
      card = document.querySelector('template[data-result]').content.cloneNode(true).querySelector('li')
      this.cards.set(job, card)
      const link = card.querySelector('a')
      link.textContent = this.index.titles[job]
      link.href = this.form.dataset.job.replace('*', () => this.index.slugs[job])
      const language = this.index.columns.language?.[job]
      if (language) Object.assign(link.parentElement, { lang: language, dir: 'auto' })
      const texts = this.texts(job)
      for (const slot of card.querySelectorAll('[data-slot]')) slot.replaceWith(...this.filled(slot, texts[slot.dataset.slot] || []))
    }
    return card
  }

  // Return what a result says in each of its slots: a list, which is empty where the job says nothing.
  texts(job) {
    const { columns, facets, drafts, posted, closes, countries } = this.index
    const own = (name) => columns[name]?.[job]
    const terms = (name) => (facets[name] ? this.index.termsOf(name, job).map((number) => facets[name].names[number]) : [])
    const remote = terms('remote')
    const places = (facets.locations ? this.index.termsOf('locations', job) : []).map((number) => {
      const { names, countries: of } = facets.locations
      return countries.size > 1 && of[number] && of[number] !== names[number] ? `${names[number]}, ${of[number]}` : names[number]
    })
    return {
      draft: drafts.has(job) ? [null] : [],
      language: [this.otherLanguage(own('language'))].filter(Boolean),
      organization: [own('organization')].filter(Boolean),
      // That the work is remote is said once.
      locations: [...places.filter((place) => !remote.includes(place)), own('place')].filter(Boolean),
      remote,
      'employment-types': [terms('employment-types').join(', ') || own('employment')].filter(Boolean),
      departments: terms('departments'),
      tags: terms('tags'),
      pay: [this.pay(own('pay'))].filter(Boolean),
      posted: posted[job] ? [this.date('posted_on', posted[job] * 86_400_000, 'UTC')] : [],
      closes: closes[job] ? [this.date('apply_until', closes[job] * 60_000, this.words.time_zone)] : [],
    }
  }

  // Return the name of a job's language, where it is not that of the page.
  otherLanguage(tag) {
    const primary = (one) => one.split('-')[0]
    return tag && primary(tag) !== primary(this.language) && new Intl.DisplayNames(this.language, { type: 'language' }).of(tag)
  }

  // Return a slot once for each of its texts. `data-most` of them are shown, and then how many more there are; null leaves the slot's own words.
  filled(slot, texts) {
    const most = Number(slot.dataset.most) || texts.length
    const shown = texts.slice(0, most)
    if (texts.length > most) shown.push(this.worded(this.words.more_places, texts.length - most))
    return shown.map((text) => {
      const one = slot.cloneNode(true)
      if (text !== null) (one.querySelector('bdi') || one).textContent = text
      return one
    })
  }

  worded(forms, count) {
    return (forms[this.plural.select(count)] ?? forms.other).replace('{count}', () => count.toLocaleString(this.language))
  }

  date(words, time, timeZone) {
    const format = this.format(timeZone, () => new Intl.DateTimeFormat(this.language, { dateStyle: 'long', timeZone }))
    return this.words[words].replace('{date}', () => format.format(time))
  }

  pay(pay) {
    if (!Array.isArray(pay)) return pay
    const [currency, unit, low, high] = pay
    const words = this.words.salary
    const form = low === null ? words.up_to : high === null ? words.from : low === high ? words.single : words.range
    const values = { low: this.amount(low, currency), high: this.amount(high, currency), amount: this.amount(low ?? high, currency), unit: words[unit] }
    return form.replace(/\{(\w+)\}/g, (_, name) => values[name])
  }

  // Return an amount of money, without cents where there are none.
  amount(value, currency) {
    const digits = Number.isInteger(value) ? { maximumFractionDigits: 0 } : {}
    const format = this.format(currency + ('maximumFractionDigits' in digits), () => new Intl.NumberFormat(this.language, { style: 'currency', currency, ...digits }))
    return format.format(value)
  }

  // Making a format takes a hundred times as long as using it.
  format(key, make) {
    if (!this.formats.has(key)) this.formats.set(key, make())
    return this.formats.get(key)
  }

  // ---------------------------------------------------------------- the keyboard

  // Escape closes a menu; the arrows go through its terms, and from the field through the jobs.
  key(event) {
    const { key, target } = event
    const menu = this.menus.find((one) => one.open && one.contains(target))
    if (key === 'Escape' && menu) {
      menu.open = false
      menu.querySelector('summary').focus()
    }
    if (key !== 'ArrowDown' && key !== 'ArrowUp') return
    const jobs = this.results.hidden ? this.lists : this.results
    const stops = menu
      ? menu.querySelectorAll('summary, input')
      : [this.input, ...[...jobs.querySelectorAll('ol > li')].map((item) => item.querySelector('a')), ...(this.more.checkVisibility() ? [this.more] : [])]
    const at = [...stops].indexOf(target)
    const next = at < 0 ? null : stops[at + (key === 'ArrowDown' ? 1 : -1)]
    if (!next) return
    event.preventDefault()
    next.focus()
  }
}

// Say at a menu how many of its terms are chosen.
function mark(menu, number) {
  menu.toggleAttribute('data-some', number > 0)
  menu.querySelector('[data-chosen]').textContent = number || ''
  menu.querySelector('[data-chosen-word]').hidden = !number
}

const minuteNow = () => Math.floor(Date.now() / 60_000)

async function fetched(address, cache = 'default') {
  const answer = await fetch(address, { cache })
  if (!answer.ok) throw new Error(`${answer.status} ${address}`)
  return answer.json()
}

new Search(document.querySelector('form[data-index]')).start()
