// All open jobs in memory: finds and counts those that answer a query. It knows no page.
// The files are made by site_builder/outputs/search_index.py, which says what they hold.

const FEWEST_LETTERS = 4 // of a word that may be mistyped, or stand within another
const UNSPACED = '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}ー'
const IS_UNSPACED = new RegExp(`^[${UNSPACED}]`, 'v')
// Signs that belong to names stay: "c++", "c#".
const ASCII_WORDS = /[a-z0-9]+[+#]*/g // what WORDS finds there, in a twentieth of the time
const WORDS = new RegExp(`[${UNSPACED}][${UNSPACED}\\p{M}]*|[[\\p{L}\\p{M}\\p{N}]--[${UNSPACED}]]+[+#]*`, 'gv')
// Accents, points and vowel signs that people leave out. Other scripts' marks are letters to their readers.
const MARKS = /[\u0300-\u036f\u0483-\u0487\u0591-\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed]/g
const ALIKE = { ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ı: 'i', ς: 'σ', ى: 'ي', ة: 'ه' }
const LETTERS_ALIKE = new RegExp(`[${Object.keys(ALIKE).join('')}]`, 'g')
// Languages that write several words as one: "Softwareentwickler".
const JOINING = /^(?:da|de|et|fi|hu|is|nb|nl|nn|no|sv)\b/

// Return a text in lower case, without what people leave out when they type: "Zürich" is "zurich".
export function fold(text) {
  const lower = text.toLowerCase()
  if (isAscii(lower)) return lower
  return lower.normalize('NFKD').replace(MARKS, '').replace(LETTERS_ALIKE, (letter) => ALIKE[letter])
}

// Return a text's words, folded.
export function wordsOf(text) {
  const folded = fold(text)
  return folded.match(isAscii(folded) ? ASCII_WORDS : WORDS) || []
}

function isAscii(text) {
  return /^[\x00-\x7f]*$/.test(text)
}

// Return neighbours as if the space between them were forgotten: "front end" is "frontend" too.
function joined(words) {
  return words.slice(1).map((word, at) => words[at] + word)
}

// Say how well a word answers what was typed: 3 it is that, 2 it begins so, 1 it begins so but for one letter or holds it, 0 not at all.
export function likeness(typed, word, { withTypo = false, within = false } = {}) {
  if (word.startsWith(typed)) return word.length === typed.length ? 3 : 2
  if (IS_UNSPACED.test(typed)) return word.includes(typed) ? 2 : 0
  if (typed.length < FEWEST_LETTERS) return 0
  if (within && word.includes(typed)) return 1
  if (!withTypo) return 0
  let at = 0
  while (typed[at] === word[at]) at++
  const wrong = word.startsWith(typed.slice(at + 1), at + 1)
  const missing = word.startsWith(typed.slice(at), at + 1)
  const tooMany = word.startsWith(typed.slice(at + 1), at)
  const swapped = typed[at] === word[at + 1] && typed[at + 1] === word[at] && word.startsWith(typed.slice(at + 2), at + 2)
  return wrong || missing || tooMany || swapped ? 1 : 0
}

export class SearchIndex {
  // `language` is the page's; `ignored` are words that say nothing about a job, such as "in".
  constructor(language = 'en', ignored = '') {
    this.count = 0
    this.titles = []
    this.slugs = []
    this.posted = []
    this.closes = []
    this.drafts = new Set()
    this.columns = {} // name -> each job's value, if it has one
    this.facets = {} // name -> names, slugs, numbers by slug, countries; rows: each term's jobs; terms: each job's, from starts[job] on
    this.countries = new Set()
    this.within = JOINING.test(language)
    this.ignored = new Set(wordsOf(ignored))
    this.regions = new Intl.DisplayNames(language, { type: 'region' })
    this.words = new Map() // word -> the jobs that have it in their title, and lists of those that have it elsewhere
    this.closing = null
  }

  // Take the jobs of a file, which are older than all before them.
  add(file) {
    const first = this.count
    const size = file.titles.length
    for (let row = 0; row < size; row++) {
      const title = file.titles[row]
      const words = wordsOf(title)
      for (const word of [...words, ...joined(words)]) {
        const { title: rows } = this.#entry(word)
        if (rows.at(-1) !== first + row) rows.push(first + row)
      }
      this.titles.push(title)
      this.slugs.push(slugOf(title, file.slugs[row]))
      this.posted.push(file.posted[row])
      this.closes.push(file.closes[row])
    }
    for (const row of file.drafts || []) this.drafts.add(first + row)
    for (const [name, column] of Object.entries(file.columns)) this.#addColumn(name, column, first)
    for (const [name, facet] of Object.entries(file.facets)) this.#addFacet(name, facet, first)
    this.count += size
    for (const facet of Object.values(this.facets)) fillUp(facet, this.count)
    this.closing = null
  }

  #entry(word) {
    let entry = this.words.get(word)
    if (!entry) this.words.set(word, (entry = { title: [], elsewhere: [] }))
    return entry
  }

  // Have jobs found by the words of a text.
  #listUnder(text, rows) {
    const words = wordsOf(text)
    for (const word of new Set([...words, ...joined(words)])) this.#entry(word).elsewhere.push(rows)
  }

  #addColumn(name, { values, of }, first) {
    const own = (this.columns[name] ||= [])
    const rows = values.map(() => [])
    of.forEach((number, row) => {
      if (number < 0) return
      own[first + row] = values[number]
      rows[number].push(first + row)
    })
    if (name === 'place' || name === 'employment' || name === 'organization') values.forEach((value, number) => this.#listUnder(value, rows[number]))
  }

  #addFacet(name, { names, slugs, of, countries = [] }, first) {
    const facet = (this.facets[name] ||= { names: [], slugs: [], numbers: new Map(), countries: [], rows: [], terms: [], starts: [0] })
    fillUp(facet, first)
    const numbers = slugs.map((slug, at) => {
      let number = facet.numbers.get(slug)
      if (number === undefined) {
        number = facet.slugs.push(slug) - 1
        const country = countries[at] ? this.regions.of(countries[at]) : ''
        if (country) this.countries.add(country)
        facet.numbers.set(slug, number)
        facet.names.push(names[at])
        facet.countries.push(country)
        facet.rows.push([])
        this.#listUnder(names[at], facet.rows[number])
        if (country) this.#listUnder(country, facet.rows[number])
      }
      return number
    })
    for (let row = 0; row < of.length; row++) {
      const own = of[row]
      for (const number of typeof own === 'number' ? [own] : own) {
        facet.terms.push(numbers[number])
        facet.rows[numbers[number]].push(first + row)
      }
      facet.starts.push(facet.terms.length)
    }
  }

  // Return the numbers of a job's terms in a facet.
  termsOf(name, job) {
    const { terms, starts } = this.facets[name]
    return terms.slice(starts[job], starts[job + 1])
  }

  // Return the jobs that answer a query and have one of the chosen terms in every facet in which some are chosen, best first; and, for each
  // facet of `counted`, how many there are of each term, as if nothing were chosen in that facet. `minute` is now, since 1970.
  find({ query = '', chosen = {}, sort = '' }, { minute = 0, counted = [] } = {}) {
    const scores = this.#scores(query)
    const counts = {}
    const facets = []
    for (const name of new Set([...Object.keys(chosen), ...counted])) {
      const { numbers = new Map(), names = [], terms = [], starts } = this.facets[name] || {}
      const wanted = chosen[name] ? new Uint8Array(names.length) : null
      for (const slug of chosen[name] || []) if (numbers.has(slug)) wanted[numbers.get(slug)] = 1
      if (counted.includes(name)) counts[name] = new Int32Array(names.length)
      facets.push({ wanted, terms, starts, counts: counts[name] })
    }
    const inOrder = sort === 'closing' ? this.#byClosing() : null
    const rows = []
    for (let at = 0; at < this.count; at++) {
      const job = inOrder ? inOrder[at] : at
      if ((scores && !scores[job]) || (this.closes[job] && this.closes[job] < minute)) continue
      let missing = 0 // facets in which the job has no chosen term
      let last = null
      for (const facet of facets) {
        if (!facet.wanted || isWanted(facet, job)) continue
        missing++
        last = facet
        if (missing > 1) break
      }
      if (!missing) rows.push(job)
      if (missing < 2) for (const facet of facets) if (facet.counts && (!missing || facet === last)) countTerms(facet, job)
    }
    return { rows: scores && !sort ? bestFirst(rows, scores) : rows, counts }
  }

  // Return how well each job answers what was typed: 0 where a word of it is missing; null where nothing was typed.
  #scores(query) {
    const all = wordsOf(query)
    const some = all.filter((word) => !this.ignored.has(word))
    const asked = some.length ? some : all
    const pairs = joined(asked)
    let scores = null
    for (const [at, typed] of asked.entries()) {
      const wholes = [typed, pairs[at - 1], pairs[at]].filter(Boolean)
      let found = wholes.flatMap((whole) => this.#like(whole, { within: this.within }))
      if (!found.length) found = this.#like(typed, { withTypo: true })
      const now = new Uint16Array(this.count)
      const note = (rows, score) => {
        for (const job of rows) if (now[job] < score) now[job] = score
      }
      for (const [alike, { title, elsewhere }] of found) {
        note(title, alike + 3)
        for (const rows of elsewhere) note(rows, alike)
      }
      if (scores) for (let job = 0; job < this.count; job++) now[job] = now[job] && scores[job] ? now[job] + scores[job] : 0
      scores = now
    }
    return scores
  }

  #like(typed, how) {
    const found = []
    for (const [word, entry] of this.words) {
      const alike = likeness(typed, word, how)
      if (alike) found.push([alike, entry])
    }
    return found
  }

  // Return all jobs in the order of their ends, those without one last.
  #byClosing() {
    const ends = this.closes.map((minute) => minute || Number.MAX_SAFE_INTEGER)
    return (this.closing ||= [...ends.keys()].sort((one, other) => ends[one] - ends[other]))
  }
}

// Return a job's slug from its title and what the file says follows.
function slugOf(title, rest) {
  return rest[0] === '/' ? rest.slice(1) : title.toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '') + rest
}

function fillUp({ starts, terms }, count) {
  while (starts.length <= count) starts.push(terms.length)
}

function isWanted({ wanted, terms, starts }, job) {
  if (starts) for (let at = starts[job]; at < starts[job + 1]; at++) if (wanted[terms[at]]) return true
  return false
}

function countTerms({ counts, terms, starts }, job) {
  if (starts) for (let at = starts[job]; at < starts[job + 1]; at++) counts[terms[at]]++
}

// Return rows by their scores, the highest first, and of equal ones the first first. Scores are small: no comparison is needed.
function bestFirst(rows, scores) {
  const shelves = []
  for (const job of rows) (shelves[scores[job]] ||= []).push(job)
  return shelves.reverse().flat()
}
