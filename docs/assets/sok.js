// The search page: what a reader asks for, limited by what is chosen, with how many there are of each choice. Nothing
// is fetched before the reader comes to the field.

import { find } from "./finn.js";
import { Index, Newer, stem } from "./indeks.js";

const form = document.querySelector("#sok");
const field = form.querySelector("input[type=search]");
const said = document.querySelector("#sok-svar");
const help = document.querySelector("#sok-hjelp");
const list = document.querySelector("#sok-treff");
const more = document.querySelector("#sok-flere");
const filters = document.querySelector("#sok-avgrens");
const selects = [...filters.querySelectorAll("select")];
const kommuner = [...document.querySelectorAll("#sok-kommuner > li")];
const ROOT = new URL("../", import.meta.url);
const PAGE = 10;
const AROUND = 110;

let opened;
let found = { hits: [], stems: new Set() };
let shown = 0;
let latest = 0;
let everywhere = false;

function engine() {
  opened ??= Index.open(["fasetter", "ord"]);
  opened.catch(() => (opened = undefined));
  return opened;
}

const params = () => new URLSearchParams(location.search);

// A kommune without a plan has no page to find; when its name is asked for, what there is to say of it is shown.
function showKommuner(query) {
  const name = query.toLowerCase().replace(/\s+kommune$/, "");
  for (const one of kommuner) one.hidden = !one.dataset.navn.split("|").includes(name);
  document.querySelector("#sok-hvordan").hidden = kommuner.every((one) => one.hidden);
}

/** `given`: what is chosen, by the name of the facet. */
async function search(given = chosen()) {
  const turn = ++latest;
  const query = field.value.trim();
  showKommuner(query);
  const address = new URLSearchParams({ ...(query && { q: query }), ...given });
  history.replaceState(null, "", address.size ? `?${address}` : location.pathname);
  if (!query && !address.size) return clear("Skriv det du leter etter.");
  said.textContent = "Søker …";
  for (const again of [false, true]) {
    try {
      const index = await engine();
      const answer = query ? await find(index, query, { withKommune: !everywhere && !given.kommune }) : all(index);
      if (turn !== latest) return;
      const unknown = limit(index, answer, given);
      clear(answered(index, answer, unknown));
      found = answer;
      offer(index, answer);
      await showMore();
      return;
    } catch (error) {
      if (turn !== latest) return;
      // The site may have been made anew since the page was opened: its index is fetched once more.
      opened = undefined;
      if (again || !(error instanceof Newer)) return clear("Søket virker ikke akkurat nå. Bruk listene nedenfor.");
    }
  }
}

function chosen() {
  return Object.fromEntries(selects.filter((one) => one.value).map((one) => [one.name, one.value]));
}

function all(index) {
  const hits = Array.from({ length: index.count }, (_, number) => ({ number, exact: true }));
  return { words: [], kommune: -1, hits, all: true, stems: new Set() };
}

// Limits the hits, counts for each facet what the others leave, and returns what was chosen that does not exist.
function limit(index, answer, given) {
  const wanted = Object.entries(given).filter(([facet]) => index.facets[facet]).map(([facet, value]) => [facet, index.placeOf(facet, value), value]);
  const limits = wanted.filter(([, place]) => place >= 0);
  const passes = (number, but) => limits.every(([facet, place]) => facet === but || index.places(facet, number).includes(place));
  const before = answer.hits;
  answer.counts = selects.map(({ name }) => index.counts(name, before.map((one) => one.number).filter((number) => passes(number, name))));
  answer.limits = new Map(limits);
  answer.hits = before.filter((one) => passes(one.number));
  return wanted.filter(([, place]) => place < 0).map(([, , value]) => value);
}

// Each filter has the choices that give hits, and is not shown when there is nothing to choose.
function offer(index, answer) {
  selects.forEach((select, i) => {
    const now = answer.limits.get(select.name);
    const options = answer.counts[i].map(([place, count]) => new Option(`${index.facets[select.name].verdier[place][1]} (${count})`, index.facets[select.name].verdier[place][1], false, place === now));
    select.replaceChildren(new Option("Alle", ""), ...options);
    if (now !== undefined && !select.value) select.add(new Option(index.facets[select.name].verdier[now][1], index.facets[select.name].verdier[now][1], true, true));
    select.closest("p").hidden = options.length < 2 && now === undefined;
  });
  filters.hidden = selects.every((one) => one.closest("p").hidden);
}

const quoted = (words) => words.map((word) => `«${word}»`).join(", ");

// What was found, in words: how many, how exactly, and what to do when it is nothing.
function answered(index, answer, unknown) {
  const number = answer.hits.length;
  const exact = answer.hits.filter((one) => one.exact).length;
  const where = answer.kommune >= 0 ? ` i ${index.facets.kommune.verdier[answer.kommune][1]}` : "";
  const lines = [];
  if (exact && exact < number) lines.push(`${exact.toLocaleString("nb")} har ${answer.words.length > 1 ? "ordene" : "ordet"} slik du skrev, eller bøyd. ${(number - exact).toLocaleString("nb")} har noe som ligner.`);
  for (const word of answer.words) {
    const list = quoted(word.shown.slice(0, 5)) + (word.shown.length > 5 ? " og flere" : "");
    if (word.how === "del" && word.shown.length) lines.push(`Ingen side har «${word.written}» alene. Lengre ord: ${list}.`);
    if (word.how === "stavet") lines.push(`Ingen side har «${word.written}». Vi viser treff på ${list}.`);
    if (word.how === "delt") lines.push(`Ingen side har «${word.written}». Vi viser sider med ${word.shown.map((one) => `«${one}»`).join(" og ")}.`);
    if (word.how === "ingen") lines.push(`Ingen side har «${word.written}».${number ? " Vi viser treff på resten." : ""}`);
  }
  if (!answer.all && number) lines.push("Ingen side har alle ordene. Disse har noen av dem.");
  for (const value of unknown) lines.push(`Valget «${value}» finnes ikke, så det er ikke brukt.`);
  if (!number) lines.push(answer.limits.size ? "Fjern et valg under «Avgrens søket», eller prøv andre ord." : "Prøv færre eller andre ord, eller bla deg fram i listene nedenfor.");
  help.replaceChildren(...lines.map((line) => Object.assign(document.createElement("p"), { textContent: line })));
  if (answer.kommune >= 0) help.append(outside(), " ", whole(index.facets.kommune.verdier[answer.kommune]));
  return `${number.toLocaleString("nb")} treff${where}.`;
}

function outside() {
  const button = Object.assign(document.createElement("button"), { type: "button", textContent: "Søk i alle kommuner" });
  button.addEventListener("click", () => {
    everywhere = true;
    field.focus();
    search();
  });
  return button;
}

// A kommune's page has what is no document of its own: its deadlines, who is responsible, the numbers.
function whole([id, name]) {
  const link = document.createElement("a");
  link.href = new URL(`kommuner/${id}/`, ROOT).href;
  link.textContent = `Alt om ${name}`;
  return link;
}

function clear(message) {
  found = { hits: [], stems: new Set() };
  shown = 0;
  list.replaceChildren();
  more.hidden = true;
  said.textContent = message;
  if (message.startsWith("Skriv")) {
    help.replaceChildren();
    filters.hidden = true;
  }
}

async function showMore() {
  const answer = found;
  const next = answer.hits.slice(shown, shown + PAGE);
  const turn = latest;
  const index = await engine();
  const pages = await Promise.all(next.map((one) => index.shown(one.number)));
  if (turn !== latest) return;
  const exact = answer.hits.filter((one) => one.exact).length;
  pages.forEach((page, i) => {
    const li = item(index, page, answer.stems);
    if (exact && shown + i === exact) li.prepend(Object.assign(document.createElement("p"), { className: "skille", textContent: "Ligner på det du skrev:" }));
    list.append(li);
  });
  shown += next.length;
  more.hidden = shown >= answer.hits.length;
}

function item(index, page, stems) {
  const li = document.createElement("li");
  const link = Object.assign(document.createElement("a"), { href: new URL(page.address, ROOT).href });
  link.append(...marked([page.nr, page.title].filter(Boolean).join(" "), stems));
  const [type] = index.names("type", page.number);
  const places = index.names("kommune", page.number);
  const [plan] = type === "Plan" ? [] : index.names("plan", page.number);
  const [state] = index.names("planen", page.number);
  const place = places.length > 3 ? `${places.length} kommuner` : places.join(", ");
  const about = Object.assign(document.createElement("p"), { className: "dempet" });
  const told = [type, type === "Kommune" || plan?.includes(place) ? "" : place, plan, ...index.names("status", page.number), state === "Planen gjelder" ? "" : state];
  about.textContent = told.filter(Boolean).join(" · ");
  const excerpt = document.createElement("p");
  excerpt.append(...marked(piece(page.text, stems), stems));
  li.append(link, about, ...(page.text ? [excerpt] : []));
  return li;
}

const WORD = /\d+(?:\.\d+)+|\d+|\p{L}+/gu;

function piece(text, stems) {
  const first = [...text.matchAll(WORD)].find(([word]) => stems.has(stem(word.toLowerCase())))?.index ?? 0;
  const start = first <= AROUND ? 0 : text.indexOf(" ", first - AROUND) + 1;
  const end = start + 2 * AROUND >= text.length ? text.length : text.lastIndexOf(" ", start + 2 * AROUND);
  return `${start ? "… " : ""}${text.slice(start, end)}${end < text.length ? " …" : ""}`;
}

function* marked(text, stems) {
  let from = 0;
  for (const { 0: word, index } of text.matchAll(WORD)) {
    if (!stems.has(stem(word.toLowerCase()))) continue;
    yield text.slice(from, index);
    yield Object.assign(document.createElement("mark"), { textContent: word });
    from = index + word.length;
  }
  yield text.slice(from);
}

let timer;
field.addEventListener("focus", () => engine().catch(() => {}), { once: true });
field.addEventListener("input", () => {
  clearTimeout(timer);
  everywhere = false;
  timer = setTimeout(search, 150);
});
form.addEventListener("submit", (event) => {
  event.preventDefault();
  clearTimeout(timer);
  search();
});
filters.addEventListener("change", () => search());
more.addEventListener("click", async () => {
  const first = list.children.length;
  await showMore();
  list.children[first]?.querySelector("a").focus();
});
document.querySelector("#sok-uten").hidden = true;
form.hidden = false;
filters.open = matchMedia("(min-width: 60em)").matches;
const given = params();
field.value = given.get("q") ?? "";
const asked = Object.fromEntries(selects.map(({ name }) => [name, given.get(name)]).filter(([, value]) => value));
// What stands below the hits is not seen before they are there, so that it does not jump away from the reader.
Promise.resolve(given.size ? search(asked) : undefined).finally(() => (form.dataset.klar = ""));
