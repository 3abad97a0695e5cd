// Filters and sorts tables of measures in place. The choice stands in the address, so that it can be linked to, and
// means the same when the list has grown so long that it is divided into pages (`lange.js`).
import { say } from "./ord.js";

const collator = new Intl.Collator("nb", { numeric: true });
const forms = [...document.querySelectorAll("form[data-filter]")];
const KEYS = ["kommune", "tema", "status", "aktor", "ar", "sorter"];
// As they were called in links of before.
const BEFORE = { sorter: { år: "ar" } };

// With several tables on a page, each has keys of its own in the address.
const prefix = (form) => (forms.length > 1 ? `${form.dataset.filter}-` : "");

export function choices(form) {
  return Object.fromEntries([...new FormData(form)].filter(([, value]) => value));
}

export function remember() {
  const all = forms.flatMap((form) => Object.entries(choices(form)).map(([key, value]) => [prefix(form) + key, value]));
  const query = new URLSearchParams(location.search);
  for (const form of forms) for (const key of KEYS) query.delete(prefix(form) + key);
  for (const [key, value] of all) query.set(key, value);
  history.replaceState(null, "", query.size ? `?${query}` : location.pathname);
}

/** What the address asks of a list, by key. */
export function asked(form) {
  const given = new URLSearchParams(location.search);
  const found = KEYS.map((key) => [key, given.get(prefix(form) + key)]).filter(([, value]) => value);
  return Object.fromEntries(found.map(([key, value]) => [key, BEFORE[key]?.[value] ?? value]));
}

/** Sets what is asked for, and returns what could not be: its label and value. `always`: whether all rows have it. */
export function choose(form, wanted, always) {
  return Object.entries(wanted).flatMap(([key, value]) => {
    const select = form.elements[key];
    if (select) select.value = value;
    if (select?.value === value || (!select && always(key, value))) return [];
    if (select) select.value = "";
    return [[select?.labels[0].textContent ?? key, value]];
  });
}

/** Says how many rows are shown, and what in the address meant nothing here. */
export function tell(form, count, of, unknown) {
  const notes = unknown.map(([label, value]) => ` ${say("Lenken avgrenser {0} til «{1}». Det finnes ikke i denne lista, så det er ikke brukt.", label.toLowerCase(), value)}`);
  const none = count ? "" : ` ${say("Fjern et valg, eller nullstill.")}`;
  form.querySelector("[role=status]").textContent = `${say("Viser {0} av {1} {2}.", count.toLocaleString("nb"), of.toLocaleString("nb"), form.dataset.enhet ?? "linjer")}${none}${notes.join("")}`;
}

/** Keeps a form and its list together: `update` is called with what could not be chosen when something is. */
export function follow(form, update) {
  const changed = () => {
    update([]);
    remember();
  };
  form.addEventListener("change", changed);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(changed));
}

// So many rows are shown at first: a telephone shows three at a time.
const FIRST = 60;

// The value that a row is sorted by; what has none comes last. Several values count by the first of them in the order
// of the choices, so that a status is sorted as it is told of, and a kommune by its name.
function sortValue(form, row, key) {
  if (key === "tittel") return row.querySelector("th").textContent;
  const order = [...(form.elements[key]?.options ?? [])].map((option) => option.value);
  const own = row.dataset[key].split(" ").filter(Boolean).map((value) => (order.length ? order.indexOf(value) : Number(value)));
  return own.length ? Math.min(...own) : Infinity;
}

// Where the rows stand in several tables, one with none of them is not shown, and its number is of what is shown.
function groups(all) {
  for (const group of all.querySelectorAll("[data-gruppe]")) {
    const count = group.querySelectorAll("tbody > tr:not([hidden])").length;
    group.hidden = !count;
    const number = group.querySelector(":scope > summary [data-antall]");
    if (number) number.textContent = count;
    const none = group.nextElementSibling;
    if (none && "ingen" in none.dataset) none.hidden = count > 0;
  }
}

function inPlace(form) {
  const all = document.getElementById(form.dataset.filter);
  const rows = [...all.querySelectorAll("tbody > tr")];
  const has = (row, key, value) => ` ${row.dataset[key] ?? ""} `.includes(` ${value} `);
  const show = (unknown) => {
    const { sorter, ...wanted } = choices(form);
    const keyed = rows.map((row) => [sorter ? sortValue(form, row, sorter) : 0, row]);
    const ordered = keyed.toSorted(([a], [b]) => (typeof a === "string" ? collator.compare(a, b) : a === b ? 0 : a - b));
    if (form.elements.sorter) rows[0].parentElement.append(...ordered.map(([, row]) => row));
    for (const row of rows) row.hidden = !Object.entries(wanted).every(([key, value]) => has(row, key, value));
    groups(all);
    const passed = ordered.map(([, row]) => row).filter((row) => !row.hidden);
    tell(form, passed.length, rows.length, unknown);
    const most = form.elements.sorter ? FIRST : Infinity;
    rest = passed.slice(most);
    for (const row of rest) row.hidden = true;
    more.hidden = !rest.length;
    more.textContent = say("Vis {0} {1} til", rest.length, form.dataset.enhet ?? (rest.length === 1 ? "linje" : "linjer"));
  };
  const more = Object.assign(document.createElement("button"), { type: "button", className: "ikke-utskrift", hidden: true });
  let rest = [];
  const showRest = () => {
    for (const row of rest) row.hidden = false;
    more.hidden = true;
  };
  more.addEventListener("click", () => {
    const [first] = rest;
    showRest();
    first.querySelector("a").focus();
  });
  addEventListener("beforeprint", showRest);
  all.after(more);
  follow(form, show);
  form.hidden = false;
  const always = (key, value) => rows.every((row) => has(row, key, value));
  const wanted = asked(form);
  show(choose(form, wanted, always));
  form.addEventListener("velg", ({ detail }) => {
    form.reset();
    setTimeout(() => {
      show(choose(form, detail, always));
      remember();
      form.querySelector("select")?.focus();
    });
  });
  if (Object.keys(wanted).length) form.scrollIntoView();
}

// A link to one kommune of a list chooses it there.
for (const link of document.querySelectorAll("a[data-velg]")) {
  link.addEventListener("click", (event) => {
    const form = forms[0];
    if (!form || event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    form.scrollIntoView();
    form.dispatchEvent(new CustomEvent("velg", { detail: { kommune: link.dataset.velg } }));
  });
}

for (const form of forms) {
  if ("fast" in form.dataset) import("./lange.js").then(({ long }) => long(form));
  else inPlace(form);
}
