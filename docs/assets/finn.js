// From what a reader writes to the documents of the index: what has the words themselves comes first, then what has
// them within longer words, in another spelling, or in two words. Says of each word which it was.

import { fold, isStop, stem, words } from "./indeks.js";

// Words for what a page is: they help a hit, but a page need not have them.
const KINDS = new Set("tiltak tiltaket plan planen kommune kommunen nr nummer punkt side handling".split(" "));
const WHERE = [0, 1, 3, 8];
const OF_KIND = { Kommune: 1.6, Tema: 1.4, Plan: 1.2, Aktør: 1.1 };
const HEAD = 0.5;
const START = 0.45;
const WITHIN = 0.35;
const SPELLING = 0.4;
const MOST = 40;

/**
 * Returns { words, kommune, hits, all }. `words`: for each word asked for { written, how, shown }, where `how` is «ord»,
 * «del», «stavet», «delt» or «ingen» and `shown` are the words that were found in its place. `kommune`: the place of the
 * kommune whose name was among the words, and which the hits are limited to; -1 when there is none. `hits`: documents as
 * { number, exact, stems }, the best first. `all`: whether they have all the words, or only some.
 */
export async function find(index, query, { withKommune = true } = {}) {
  const { left, kommune } = withKommune ? takeKommune(index, words(query)) : { left: words(query), kommune: -1 };
  const useful = left.filter((word) => !isStop(word));
  const asked = [...new Set(useful.length ? useful : left)];
  const needed = asked.filter((word) => !KINDS.has(word));
  const found = await Promise.all(asked.map((word) => token(index, word)));
  for (const one of found) one.optional = needed.length > 0 && KINDS.has(one.written);
  const demanded = found.filter((one) => !one.optional);
  const known = demanded.filter((one) => one.how !== "ingen");
  const scores = new Map();
  for (const one of found) {
    for (const [number, [score, exact]] of one.documents) {
      const before = scores.get(number) ?? { number, score: 0, exact: true, has: 0 };
      before.score += score;
      if (!one.optional) {
        before.has += 1;
        before.exact &&= exact;
      }
      scores.set(number, before);
    }
  }
  let hits = [...scores.values()].filter((one) => one.has > 0 && (kommune < 0 || index.places("kommune", one.number).includes(kommune)));
  const whole = hits.filter((one) => one.has === known.length);
  const all = whole.length > 0 || known.length < 2;
  if (whole.length) hits = whole;
  for (const one of hits) {
    one.exact &&= one.has === demanded.length;
    one.score *= OF_KIND[index.names("type", one.number)[0]] ?? 1;
  }
  hits.sort((a, b) => b.exact - a.exact || b.has - a.has || b.score - a.score || a.number - b.number);
  return { words: demanded, kommune, hits, all, stems: new Set(found.flatMap((one) => one.stems)) };
}

// «bredbånd modum» is asked of Modum alone; «modum» by itself is a word like others.
function takeKommune(index, given) {
  const meaning = (list) => list.filter((word) => !isStop(word) && !KINDS.has(word));
  let best = { left: given, kommune: -1, length: 0 };
  index.facets.kommune.verdier.forEach(([, name], kommune) => {
    const parts = words(name.replace(/\s*\(.*\)$/, ""));
    for (let i = 0; i + parts.length <= given.length; i += 1) {
      if (parts.length <= best.length || !parts.every((part, j) => given[i + j] === part)) continue;
      let end = i + parts.length;
      if (["kommune", "kommunen"].includes(given[end])) end += 1;
      const left = [...given.slice(0, i), ...given.slice(end)];
      if (meaning(left).length) best = { left, kommune, length: parts.length };
    }
  });
  return best;
}

async function token(index, written) {
  const asked = stem(written);
  const own = index.place.get(asked);
  let found = own === undefined ? [] : [[own, 1]];
  let how = found.length ? "ord" : "del";
  found.push(...longer(index.stems, asked, index.place));
  if (!found.length) {
    how = "stavet";
    const folded = fold(asked);
    found = index.folded().flatMap((one, place) => (one === folded ? [[place, SPELLING]] : []));
    if (!found.length) found = longer(index.folded(), folded).map(([place, weight]) => [place, weight * SPELLING]);
  }
  if (!found.length && /^\p{L}/u.test(asked)) {
    const halves = split(index, asked);
    if (halves) return both(index, written, halves);
    found = near(index, fold(asked), fold(written)).map((place) => [place, SPELLING]);
  }
  const result = { written, how: found.length ? how : "ingen", shown: [], stems: [], documents: new Map() };
  const listed = await Promise.all(found.map(async ([place, weight]) => [place, weight, await index.having(place)]));
  for (const [place, weight, documents] of listed) {
    result.stems.push(index.stems[place]);
    if (place !== own) result.shown.push(index.spoken[place]);
    const rare = Math.log(1 + index.count / documents.length);
    for (const [number, where] of documents) {
      const score = weight * WHERE[where] * rare;
      const before = result.documents.get(number);
      // Where the word itself is, longer words add next to nothing.
      if (!before?.[1]) result.documents.set(number, [Math.max(score, before?.[0] ?? 0), weight === 1]);
    }
  }
  return result;
}

// Words that have the one asked for as their last part, their first, or (when it is long) within them.
function longer(stems, asked, known = undefined) {
  if (/^\d/.test(asked)) return stems.flatMap((one, place) => (one.startsWith(`${asked}.`) ? [[place, START]] : [])).slice(0, MOST);
  if (asked.length < 3) return [];
  const found = [];
  stems.forEach((one, place) => {
    if (one.length < asked.length + 2 || !one.includes(asked)) return;
    if (one.endsWith(asked)) found.push([place, HEAD]);
    else if (one.startsWith(asked) && (asked.length > 3 || known?.has(one.slice(asked.length)))) found.push([place, START]);
    else if (asked.length > 4) found.push([place, WITHIN]);
  });
  return found.sort(([a, x], [b, y]) => y - x || stems[a].length - stems[b].length).slice(0, MOST);
}

// «gangvei» is in no plan that has «gang- og sykkelvei».
function split(index, asked) {
  for (let i = asked.length - 3; i >= 3; i -= 1) {
    const last = asked.slice(i);
    const first = `${asked.slice(0, i)}-`;
    if (index.place.has(first) && longer(index.stems, last).some(([, weight]) => weight === HEAD)) return [first, last];
  }
  return undefined;
}

async function both(index, written, halves) {
  const [first, last] = await Promise.all(halves.map((half) => token(index, half)));
  const documents = new Map();
  for (const [number, [score]] of first.documents) {
    const other = last.documents.get(number);
    if (other) documents.set(number, [SPELLING * (score + other[0]), false]);
  }
  const how = documents.size ? "delt" : "ingen";
  return { written, how, shown: halves, stems: [...first.stems, ...last.stems], documents };
}

// The words at the least distance of one change, or two in a long word: by their stems, or as they are written, for an
// ending that is misspelled is not taken away.
function near(index, asked, written) {
  if (written.length < 5) return [];
  for (let most = 1; most <= (written.length > 8 ? 2 : 1); most += 1) {
    const close = (one, other) => Math.abs(one.length - other.length) <= most && distance(one, other) <= most;
    const spoken = index.foldedSpoken();
    const found = index.folded().flatMap((one, place) => ((asked.length > 4 && close(one, asked)) || close(spoken[place], written) ? [place] : []));
    if (found.length) return found.slice(0, MOST);
  }
  return [];
}

// Changes of one letter, and two letters that have changed places.
function distance(a, b) {
  let before = [];
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (a[i - 1] !== b[j - 1]));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) next[j] = Math.min(next[j], before[j - 2] + 1);
    }
    before = row;
    row = next;
  }
  return row[b.length];
}
