// A list that is divided into pages, filtered and sorted as a whole: its rows come from the index of the search, which
// is fetched when the reader opens the filters, or comes by a link that has some.
import { say, sayWord } from "./ord.js";

import { asked, choices, choose, follow, remember, tell } from "./filter.js";
import { Index } from "./indeks.js";

const ROWS = 100;
const ROOT = new URL("../", import.meta.url);
const FACETS = ["kommune", "tema", "status", "aktor", "ar"];
const LINES = ["Tiltak", "Tiltaksområde", "Steg"];

export function long(form) {
  const opener = form.querySelector("button[type=button]");
  const rest = [...form.querySelectorAll("div")].filter((one) => !one.contains(opener));
  for (const one of rest) one.hidden = true;
  form.hidden = false;
  let list;
  const open = async (wanted) => {
    const said = form.querySelector("[role=status]");
    said.textContent = say("Henter lista …");
    try {
      list ??= await load(form);
    } catch {
      said.textContent = say("Lista kan ikke avgrenses akkurat nå. Last siden på nytt, eller bla i sidene nedenfor.");
      return;
    }
    if (!opener.closest("div").hidden) follow(form, list.show);
    opener.closest("div").hidden = true;
    for (const one of rest) one.hidden = one.querySelector("select")?.options.length < 2;
    for (const select of form.querySelectorAll("select")) select.value = "";
    list.show(choose(form, wanted, list.always));
  };
  opener.addEventListener("click", async () => {
    await open({});
    form.querySelector("div:not([hidden]) select")?.focus();
  });
  form.addEventListener("velg", async ({ detail }) => {
    await open(detail);
    remember();
    form.elements.kommune.focus();
  });
  const wanted = asked(form);
  if (Object.keys(wanted).length) form.scrollIntoView();
  if (Object.keys(wanted).length) open(wanted);
}

async function load(form) {
  const index = await Index.open(["fasetter"]);
  const [facet, id, role] = form.dataset.fast.split(" ").filter(Boolean);
  const fixed = facet && index.placeOf(facet, id);
  const past = index.placeOf("planen", "erstattet");
  const types = LINES.map((name) => index.placeOf("type", name));
  const belongs = (number) => {
    if (form.dataset.krev && !index.places(form.dataset.krev, number).length) return false;
    if (!types.includes(index.places("type", number)[0]) || index.places("planen", number)[0] === past) return false;
    if (!facet) return true;
    return index.places(facet, number).some((place, i) => place === fixed && (!role || index.roleNames[index.roles[number][i]] === role));
  };
  const all = Array.from({ length: index.count }, (_, number) => number).filter(belongs);
  for (const name of FACETS) {
    const counts = index.counts(name, all);
    if (counts.length > 1) form.elements[name].append(...counts.map(([place]) => new Option(sayWord(index.facets[name].verdier[place][1]), index.facets[name].verdier[place][0])));
  }
  for (const option of [...form.elements.sorter.options]) {
    if (FACETS.includes(option.value) && form.elements[option.value].options.length < 2) option.remove();
  }
  const always = (name, value) => {
    const place = index.facets[name] ? index.placeOf(name, value) : -1;
    return place >= 0 && all.every((number) => index.places(name, number).includes(place));
  };
  return { always, show: (unknown) => show(form, index, all, unknown) };
}

function sorted(index, numbers, key) {
  if (!key) return numbers;
  const value = (number) => (key === "tittel" ? index.rank[number] : Math.min(Infinity, ...index.places(key, number)));
  const keyed = numbers.map((number) => [value(number), number]);
  return keyed.sort(([a, x], [b, y]) => (a === b ? x - y : a - b)).map(([, number]) => number);
}

async function show(form, index, all, unknown) {
  const { sorter, ...wanted } = choices(form);
  const limits = Object.entries(wanted).map(([name, value]) => [name, index.placeOf(name, value)]);
  const passed = all.filter((number) => limits.every(([name, place]) => index.places(name, number).includes(place)));
  const place = document.getElementById(form.dataset.filter);
  const chosen = Boolean(sorter || limits.length);
  place.hidden = !chosen;
  for (const one of pages(place)) one.hidden = chosen;
  tell(form, passed.length, all.length, unknown);
  place.turn = (place.turn ?? 0) + 1;
  place.replaceChildren();
  if (!chosen || !passed.length) return;
  const [table, body] = empty(form.dataset.tittel);
  const button = Object.assign(document.createElement("button"), { type: "button", textContent: say("Vis flere linjer") });
  const numbers = sorted(index, passed, sorter);
  const more = async () => {
    const turn = place.turn;
    const next = numbers.slice(body.rows.length, body.rows.length + ROWS);
    const shown = await Promise.all(next.map((number) => index.shown(number)));
    if (turn !== place.turn) return;
    body.append(...shown.map((one) => row(index, one)));
    button.hidden = body.rows.length >= numbers.length;
  };
  button.addEventListener("click", async () => {
    const first = body.rows.length;
    await more();
    body.rows[first]?.querySelector("a").focus();
  });
  place.append(table, button);
  await more();
}

// What leads to the pages of the list: it stands just below the rows.
function pages(place) {
  const found = [];
  for (let one = place.nextElementSibling; one && found.length < 2; one = one.nextElementSibling) found.push(one);
  return found;
}

function made(name, properties = {}, ...children) {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...children);
  return element;
}

function empty(title) {
  const head = ["Nr.", "Tiltak", "Plan", "Status"].map((text) => made("th", { scope: "col" }, text));
  const body = made("tbody");
  const table = made("table", { className: "tiltakstabell" }, made("caption", {}, title), made("thead", {}, made("tr", {}, ...head)), body);
  return [made("div", { className: "tabell" }, table), body];
}

function row(index, one) {
  const [plan] = index.places("plan", one.number);
  const [id, name] = index.facets.plan.verdier[plan];
  const [state] = index.places("planen", one.number).map((place) => index.facets.planen.verdier[place]);
  const mark = ["ikke vedtatt", "ukjent"].includes(state[0]) ? [" ", made("span", { className: "utkastmerke" }, sayWord(state[1]))] : [];
  const [status] = index.places("status", one.number).map((place) => index.facets.status.verdier[place]);
  const css = status[0].replace(/æ/g, "ae").replace(/ø/g, "o").replace(/å/g, "a");
  const year = one.year ? [" ", made("small", {}, String(one.year))] : [];
  return made(
    "tr",
    {},
    made("td", {}, one.nr),
    made("th", { scope: "row" }, made("a", { href: new URL(one.address, ROOT).href }, one.title)),
    made("td", {}, made("a", { href: new URL(`planer/${id}/`, ROOT).href }, name), ...mark),
    made("td", {}, made("span", { className: `status--${css}` }, sayWord(status[1])), ...year),
  );
}
