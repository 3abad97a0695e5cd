// The index that search and long lists share: files below sok/indeks/, made by macros/views/search/index.py, which says
// what is in each. `words` and `stem` do what macros/views/search/words.py does; a test compares them.

const FOLDER = new URL("../sok/indeks/", import.meta.url);
const STOP = new Set("og i på for av til med som det den de en et ei eit ein er å skal vil om at ved fra frå eller samt".split(" "));
const ENDINGS = "erne enes anes ene ane ens ets ers ars en et er ar es as e a".split(" ");
const SHORT = new Set(["by", "år", "øy", "bu", "ku"]);
const LEAST = 3;
const VOWEL = /[aeiouyæøå]/;

export function words(text) {
  return text.toLowerCase().normalize("NFC").match(TOKEN_OF_TEXT) ?? [];
}

const TOKEN_OF_TEXT = /\d+(?:\.\d+)+|\d+|[\p{L}]+/gu;

export function stem(word) {
  if (/^\d|-$/.test(word)) return word;
  if (word.endsWith("s") && word.length > LEAST && !"saeiouyæøå".includes(word.at(-2))) word = word.slice(0, -1);
  for (let shorter = withoutEnding(word); shorter; shorter = withoutEnding(word)) word = shorter;
  if (word.endsWith("mm")) word = word.slice(0, -1);
  return word.endsWith("veg") ? `${word.slice(0, -3)}vei` : word;
}

function withoutEnding(word) {
  for (const ending of ENDINGS) {
    if (!word.endsWith(ending)) continue;
    const left = word.slice(0, -ending.length);
    if (SHORT.has(left) || (left.length >= LEAST && VOWEL.test(left))) return left;
  }
  return "";
}

export const isStop = (word) => STOP.has(word);

// Letters that people write in two ways, or do not have on their keyboard.
export function fold(word) {
  return word.replace(/ae|æ|ä/g, "a").replace(/oe|ø|ö/g, "o").replace(/aa|å/g, "a").replace(/ü/g, "u").replace(/é|è/g, "e");
}

/** Thrown when a file is of another index than the first: the site has been made anew since. */
export class Newer extends Error {}

export class Index {
  #files = new Map();

  static async open(which = ["fasetter"]) {
    const index = new Index();
    const [facets, spoken] = await Promise.all(["fasetter", "ord"].map((name) => which.includes(name) && index.#get(name, "no-cache")));
    index.count = facets.antall;
    index.facets = facets.fasetter;
    index.rank = facets.tittelrang;
    index.roles = facets.roller;
    index.roleNames = facets.rollenavn;
    index.perFile = facets.per_fil;
    if (spoken) {
      index.spoken = spoken.ord.split(" ");
      index.stems = index.spoken.map(stem);
      index.place = new Map(index.stems.map((one, i) => [one, i]));
      index.starts = spoken.start;
    }
    return index;
  }

  /** The stems as `fold` has them. */
  folded() {
    this.foldedStems ??= this.stems.map(fold);
    return this.foldedStems;
  }

  /** The words as they are shown, as `fold` has them. */
  foldedSpoken() {
    this.foldedWords ??= this.spoken.map(fold);
    return this.foldedWords;
  }

  async #get(name, cache = "default") {
    if (!this.#files.has(name)) this.#files.set(name, this.#fetch(name, cache));
    return this.#files.get(name);
  }

  async #fetch(name, cache) {
    const answer = await fetch(new URL(`${name}.json`, FOLDER), { cache });
    if (!answer.ok) throw new Newer(name);
    const body = await answer.json();
    this.version ??= body.v;
    if (body.v === this.version) return body;
    if (cache === "reload") throw new Newer(name);
    return this.#fetch(name, "reload");
  }

  /** The documents that have a stem, by its place in the vocabulary: pairs of number and where it stands (1 to 3). */
  async having(place) {
    let run = this.starts.length - 1;
    while (this.starts[run] > place) run -= 1;
    const file = await this.#get(`treff-${run}`);
    let number = 0;
    return file.treff[place - this.starts[run]].map((code) => [(number += code >> 2), code & 3]);
  }

  /** What is shown of a document: { number, address, title, nr, text, year }. */
  async shown(number) {
    const file = await this.#get(`dok-${Math.floor(number / this.perFile)}`);
    const [address, title, nr, text, year] = file.dok[number % this.perFile];
    return { number, address, title, nr, text, year };
  }

  /** The places of a document's values among those of a facet. */
  places(facet, number) {
    const own = this.facets[facet].av[number];
    return typeof own === "number" ? [own] : own;
  }

  names(facet, number) {
    return this.places(facet, number).map((place) => this.facets[facet].verdier[place][1]);
  }

  /** The place of a value of a facet, given by its id or its name; -1 when there is none. */
  placeOf(facet, given) {
    const values = this.facets[facet].verdier;
    const byId = values.findIndex(([id]) => id === given);
    return byId >= 0 ? byId : values.findIndex(([, name]) => name === given);
  }

  /** How many of some documents have each value of a facet: pairs of place and number, in the facet's order. */
  counts(facet, numbers) {
    const found = new Map();
    for (const number of numbers) for (const place of this.places(facet, number)) found.set(place, (found.get(place) ?? 0) + 1);
    return [...found].sort(([a], [b]) => a - b);
  }
}
