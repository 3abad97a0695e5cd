// The search page: Pagefind's own JavaScript interface, our own markup. Nothing is fetched before the reader comes
// to the field, and no filter before the reader opens the filters.

const form = document.querySelector("#sok");
const field = form.querySelector("input[type=search]");
const said = document.querySelector("#sok-svar");
const list = document.querySelector("#sok-treff");
const more = document.querySelector("#sok-flere");
const filters = form.querySelector("details");
const kommuner = [...document.querySelectorAll("#sok-kommuner > li")];
const PAGE = 10;
// A word that stands in most of many thousand measures would take Pagefind a quarter of a minute, as its time grows
// with the square of the hits (github.com/Pagefind/pagefind/pull/1334 mends that, in a version to come). So a sample is
// asked first: one measure in a hundred carries the filter «utvalg» (`search.py`).
const SAMPLE = 100;
const MANY = 40;
const large = Number(form.dataset.tiltak) > SAMPLE * MANY;

let pagefind;
let found = [];
let shown = 0;
let latest = 0;

async function engine() {
  pagefind ??= import(new URL("../pagefind/pagefind.js", import.meta.url)).then(async (loaded) => {
    await loaded.init();
    return loaded;
  });
  return pagefind;
}

function wanted() {
  const chosen = [...form.querySelectorAll("select")].filter((select) => select.value);
  return Object.fromEntries(chosen.map((select) => [select.name, select.value]));
}

// A kommune without a plan has no page to find; when its name is asked for, what there is to say of it is shown.
function showKommuner(query) {
  const name = query.toLowerCase().replace(/\s+kommune$/, "");
  for (const one of kommuner) one.hidden = !one.dataset.navn.split("|").includes(name);
  document.querySelector("#sok-hvordan").hidden = kommuner.every((one) => one.hidden);
}

async function search() {
  const turn = ++latest;
  const query = field.value.trim();
  showKommuner(query);
  const chosen = wanted();
  const address = new URLSearchParams({ ...(query && { q: query }), ...chosen });
  history.replaceState(null, "", address.size ? `?${address}` : location.pathname);
  if (!query && !Object.keys(chosen).length) return clear("Skriv det du leter etter.");
  said.textContent = "Søker …";
  try {
    const some = query && large ? await hits(query, { ...chosen, utvalg: "ja" }) : [];
    if (turn !== latest) return;
    const many = some.length > MANY;
    const all = many ? some : await hits(query || null, chosen);
    if (turn !== latest) return;
    clear(many ? tooMany(some.length * SAMPLE) : `${all.length} treff.`);
    found = all;
    await showMore();
  } catch {
    clear("Søket virker ikke akkurat nå. Bruk listene nedenfor.");
  }
}

async function hits(query, chosen) {
  return (await (await engine()).search(query, { filters: chosen })).results;
}

function tooMany(number) {
  return `Rundt ${number.toLocaleString("nb")} tiltak har dette. Her er noen av dem. Skriv ett ord til for å finne det du leter etter.`;
}

function clear(message) {
  found = [];
  shown = 0;
  list.replaceChildren();
  more.hidden = true;
  said.textContent = message;
}

async function showMore() {
  const next = found.slice(shown, shown + PAGE);
  const turn = latest;
  const pages = await Promise.all(next.map((one) => one.data()));
  if (turn !== latest) return;
  shown += next.length;
  list.append(...pages.map(item));
  more.hidden = shown >= found.length;
}

// Pagefind gives the excerpt as HTML with the words marked: nothing but text and marks is taken out of it.
function marked(html) {
  const parts = new DOMParser().parseFromString(html, "text/html").body.childNodes;
  return [...parts].map((part) => {
    if (part.nodeName !== "MARK") return part.textContent;
    const mark = document.createElement("mark");
    mark.textContent = part.textContent;
    return mark;
  });
}

function item(page) {
  const li = document.createElement("li");
  const link = document.createElement("a");
  link.href = page.url;
  link.textContent = page.meta.title;
  const about = document.createElement("p");
  about.className = "dempet";
  const [type] = page.filters.type;
  const [place] = { Aktør: page.filters.kommune, Plan: [], Rapport: [], Kommune: [], Tema: [] }[type] ?? page.filters.plan ?? [];
  about.textContent = [type, place, ...(page.filters.status ?? []), ...(page.filters.planen ?? []).filter((one) => one !== "Planen gjelder")].filter(Boolean).join(" · ");
  const excerpt = document.createElement("p");
  excerpt.append(...marked(page.excerpt));
  li.append(link, about, excerpt);
  return li;
}

async function openFilters() {
  if (!filters.open || filters.dataset.hentet) return;
  filters.dataset.hentet = "ja";
  const known = await (await engine()).filters();
  for (const select of form.querySelectorAll("select")) {
    const values = Object.entries(known[select.name] ?? {}).sort(([a], [b]) => a.localeCompare(b, "nb"));
    select.append(...values.map(([value, count]) => new Option(`${value} (${count})`, value)));
    select.value = new URLSearchParams(location.search).get(select.name) ?? "";
  }
}

async function start() {
  const query = new URLSearchParams(location.search);
  field.value = query.get("q") ?? "";
  if ([...form.querySelectorAll("select")].some((select) => query.has(select.name))) {
    filters.open = true;
    await openFilters();
  }
  if (query.size) search();
}

let timer;
field.addEventListener("focus", engine, { once: true });
field.addEventListener("input", () => {
  clearTimeout(timer);
  timer = setTimeout(search, 150);
});
form.addEventListener("submit", (event) => {
  event.preventDefault();
  search();
});
form.addEventListener("change", (event) => {
  if (event.target.matches("select")) search();
});
filters.addEventListener("toggle", openFilters);
more.addEventListener("click", async () => {
  const first = list.children.length;
  await showMore();
  list.children[first]?.querySelector("a").focus();
});
// Only in the preview of `mkdocs serve`, which makes the index at its start and when it is asked to.
document.querySelector("#sok-gammelt button")?.addEventListener("click", async () => {
  said.textContent = "Lager søket på nytt …";
  await fetch(new URL("../pagefind/ny", import.meta.url));
  location.reload();
});
document.querySelector("#sok-uten").hidden = true;
form.hidden = false;
start();
