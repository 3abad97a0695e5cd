// Two or three kommuner beside each other on one tema. What is chosen stands in the address: ?sammenlign=lier,modum.

import { Index } from "./indeks.js";

const ROOT = new URL("../", import.meta.url);
const MOST = 40;
const KEY = "sammenlign";
const form = document.querySelector("#sammenlign");
const place = document.querySelector("#sammenligning");
const said = form.querySelector("[role=status]");
const selects = [...form.querySelectorAll("select")];
const collator = new Intl.Collator("nb");
let opened;
let turn = 0;

async function load() {
  const index = await Index.open(["fasetter"]);
  const tema = index.placeOf("tema", form.dataset.tema);
  const past = index.placeOf("planen", "erstattet");
  const kinds = ["Tiltak", "Tiltaksområde", "Steg"].map((name) => index.placeOf("type", name));
  const all = Array.from({ length: index.count }, (_, number) => number).filter((number) => kinds.includes(index.places("type", number)[0]) && index.places("tema", number).includes(tema) && index.places("planen", number)[0] !== past);
  return { index, all };
}

function made(name, properties = {}, ...children) {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...children);
  return element;
}

const css = (key) => key.replace(/æ/g, "ae").replace(/ø/g, "o").replace(/å/g, "a");

async function card({ index, all }, id) {
  const kommune = index.placeOf("kommune", id);
  const own = all.filter((number) => index.places("kommune", number).includes(kommune));
  const name = index.facets.kommune.verdier[kommune][1];
  const counts = index.counts("status", own).map(([status, count]) => `${count} ${index.facets.status.verdier[status][1].toLowerCase()}`);
  const shown = await Promise.all(own.slice(0, MOST).map((number) => index.shown(number)));
  const items = shown.map((one) => {
    const [key, word] = index.facets.status.verdier[index.places("status", one.number)[0]];
    const [state, label] = index.facets.planen.verdier[index.places("planen", one.number)[0]];
    const draft = ["ikke vedtatt", "ukjent"].includes(state) ? [" ", made("span", { className: "utkastmerke" }, label)] : [];
    return made("li", {}, made("a", { href: new URL(one.address, ROOT).href }, `${one.nr} ${one.title}`), " ", made("span", { className: `status--${css(key)}` }, word), ...draft);
  });
  const rest = own.length > MOST ? [made("p", {}, `${own.length - MOST} til står i lista nedenfor.`)] : [];
  const heading = made("h3", {}, made("a", { href: new URL(`kommuner/${id}/`, ROOT).href }, name));
  return made("section", { className: "kort" }, heading, made("p", {}, made("strong", {}, `${own.length} ${own.length === 1 ? "linje" : "linjer"}: `), counts.join(", "), "."), made("ul", {}, ...items), ...rest);
}

async function show(given) {
  const mine = ++turn;
  said.textContent = "";
  opened ??= load();
  try {
    const loaded = await opened;
    const known = given.filter((id) => loaded.index.placeOf("kommune", id) >= 0 && [...selects[0].options].some((one) => one.value === id));
    const unknown = given.filter((id) => !known.includes(id));
    selects.forEach((select, i) => (select.value = known[i] ?? ""));
    const cards = await Promise.all([...new Set(known)].map((id) => card(loaded, id)));
    if (mine !== turn) return;
    place.replaceChildren(...cards);
    place.hidden = !cards.length;
    const notes = unknown.map((id) => `«${id}» har ingen linjer om temaet.`);
    if (known.length === 1) notes.push("Velg en kommune til å sammenligne med.");
    said.textContent = notes.join(" ");
  } catch {
    opened = undefined;
    said.textContent = "Kommunene kan ikke sammenlignes akkurat nå. Last siden på nytt.";
  }
}

form.addEventListener("submit", (event) => event.preventDefault());
form.addEventListener("focusin", () => (opened ??= load().catch(() => (opened = undefined))), { once: true });
form.addEventListener("change", () => {
  const given = selects.map((one) => one.value).filter(Boolean);
  const query = new URLSearchParams(location.search);
  if (given.length) query.set(KEY, given.join(","));
  else query.delete(KEY);
  history.replaceState(null, "", query.size ? `?${query}`.replaceAll("%2C", ",") : location.pathname);
  show(given);
});
// The choices stand in the list of kommuner above, so that they are there when a telephone opens the first of them.
const choices = [...document.querySelectorAll("a[data-velg]")].map((link) => [link.dataset.velg, link.textContent, parseInt(link.nextElementSibling.textContent, 10)]);
choices.sort(([, a], [, b]) => collator.compare(a, b));
for (const select of selects) select.append(...choices.map(([id, name, count]) => new Option(`${name} (${count})`, id)));
form.hidden = false;
const wanted = (new URLSearchParams(location.search).get(KEY) ?? "").split(",").filter(Boolean);
if (wanted.length) show(wanted);
