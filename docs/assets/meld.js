// The form for reporting a status: checks its fields, shows in plain words what was filled in, and leads to an e-mail or
// to GitHub's page for a new file, with the report as YAML. What is said of a field stands in the page. What is written
// is kept in the tab until it is closed, so that a reload loses nothing.
import { mail } from "./epost.js";
import { say } from "./ord.js";

const form = document.querySelector("#meldeskjema");
const about = form.dataset;
const list = document.querySelector("#feilliste");
const ready = document.querySelector("#ferdig");
const measure = form.elements.tiltak;

// GitHub sends the whole address once more through its login, percent-encoded again, and refuses a longer one.
const LONGEST = 8000;

// Signs that no file may hold, as they are shown as nothing: macros/tools/signs.py has the same. An emoji may be of
// several that such signs join.
const PICTURE = "[\\u2190-\\u27ff\\u2900-\\u2bff\\u{1f000}-\\u{1faff}][\\ufe0f\\u{1f3fb}-\\u{1f3ff}]*";
const HIDDEN = new RegExp(`(${PICTURE}(?:\\u200d${PICTURE})*|[\\n\\t\\u00ad])|[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}\\u034f\\u115f\\u1160\\u17b4\\u17b5\\u180b-\\u180f\\u2800\\u3164\\uffa0\\ufe00-\\ufe0f\\ufffe\\uffff\\u{e0100}-\\u{e01ef}]`, "gu");

// What is quoted may have the signs of print; in what is not, a space is a space.
const QUOTED = ["sitat", "delmål"];

// Chosen when the publisher is none of those in the list.
const OTHER = "ny";

// A text of nothing but signs without a width looks like an empty field, and is one.
const BLANK = /^[\s\p{Cf}\p{Default_Ignorable_Code_Point}\u2800]*$/u;

function clean(text, name) {
  const own = QUOTED.includes(name) ? text : text.replace(/\u00ad/g, "").replace(/\p{Zs}/gu, " ");
  const kept = own.replace(/\r\n?|[\u2028\u2029]/g, "\n").replace(HIDDEN, "$1").normalize("NFC").trim();
  return BLANK.test(kept) ? "" : kept;
}

const value = (name) => clean(form.elements[name].value, name);
const milestones = () => value("delmål").split("\n").map((line) => line.trim()).filter(Boolean);
const other = () => value("utgiver") === OTHER;
const claims = () => Boolean(value("status") || value("måloppnåelse"));

// YAML in double quotes reads what JSON escapes in the same way, so a text stays what it is, whatever is in it.
function yaml(group, indent = "") {
  return Object.entries(group).map(([key, inner]) => {
    if (Array.isArray(inner) && typeof inner[0] === "object") {
      const items = inner.map((one) => `${indent}  - ${yaml(one, `${indent}    `).trimStart()}`);
      return `${indent}${key}:\n${items.join("")}`;
    }
    if (Array.isArray(inner)) return `${indent}${key}: [${inner.map((one) => JSON.stringify(one)).join(", ")}]\n`;
    if (inner instanceof Plain) return `${indent}${key}: ${inner.text}\n`;
    if (inner && typeof inner === "object") return `${indent}${key}:\n${yaml(inner, `${indent}  `)}`;
    return `${indent}${key}: ${inner === null ? "null" : JSON.stringify(inner)}\n`;
  }).join("");
}

// A number or a day, which stands without quotes.
class Plain {
  constructor(text) {
    this.text = text;
  }
}

const LETTERS = { æ: "ae", ø: "o", å: "a" };
const word = (text) => text.toLowerCase().replace(/[æøå]/g, (one) => LETTERS[one]).normalize("NFD").replace(/\p{M}/gu, "")
  .replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "");

function today() {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
}

// A time as it stands in a file: a year and a day without quotes.
function written(time) {
  const day = time.match(/^(\d\d?)\.(\d\d?)\.(\d{4})$/);
  const text = day ? `${day[3]}-${day[2].padStart(2, "0")}-${day[1].padStart(2, "0")}` : time;
  return /^\d{4}(-\d\d-\d\d)?$/.test(text) ? new Plain(text) : text;
}

const MONTHS = { T: 4, t: 4, K: 3, k: 3, Q: 3, H: 6, h: 6 };

// The first and the last month of a time, counted from the year 0.
function months(time) {
  const text = written(time).text ?? time;
  const [year] = text.match(/\d{4}/);
  const rest = text.replace(year, "").replace(/^-/, "").trim();
  const named = about.maneder.split(" ").indexOf(rest);
  const part = rest.match(/[TKQHtkh]/)?.[0];
  const size = rest ? MONTHS[part] ?? 1 : 12;
  const last = rest ? (named < 0 ? Number(rest.match(/\d+/)) : named + 1) * size : 12;
  return [year * 12 + last - size, year * 12 + last - 1];
}

// Who and when, and which measure, so that two reports from one source can be told apart.
function shortName(who, rest) {
  const room = about.lengsteKortnavn - rest.length - 1;
  const name = who.length > room ? `${[...who].slice(0, Math.max(0, room - 2)).join("").trimEnd()}…` : who;
  return [...`${name} ${rest}`].slice(0, about.lengsteKortnavn).join("");
}

function report() {
  const chosen = measure.selectedOptions[0];
  const publisher = form.elements.utgiver.selectedOptions[0];
  const [from, to] = [value("fra"), value("til")];
  const several = to && to !== from;
  const period = several ? `${from}–${to}` : from;
  const optional = (name) => (value(name) ? { [name]: value(name) } : {});
  return {
    tittel: `${value("kilde")} (tiltak ${chosen.value} i ${about.plannavn})`,
    kortnavn: shortName(other() ? value("ny_utgiver") : publisher.text, `${period}, ${chosen.value}`),
    ...(other()
      ? { utgiver: word(value("ny_utgiver")).slice(0, about.lengsteId) || "ny-utgiver", ny_utgiver: value("ny_utgiver") }
      : { utgiver: publisher.value }),
    kommuner: publisher.dataset.kommune ? [publisher.dataset.kommune] : about.kommuner.split(" "),
    gjelder: several ? { fra: written(from), til: written(to) } : written(from),
    registrert: new Plain(today()),
    kilde: {
      tittel: value("kilde"),
      url: value("url") || null,
      ...(value("sett") && { sett: new Plain(value("sett")) }),
      ...optional("arkiv"),
    },
    omtale: say("Kilden er meldt inn for tiltak {0} i {1}.", chosen.text, about.plannavn),
    punkter: [{
      id: `tiltak-${word(chosen.value)}`,
      tittel: chosen.dataset.tittel,
      tiltak: [`${about.plan}/${chosen.value}`],
      ...optional("status"),
      ...optional("måloppnåelse"),
      ...(value("dekker") === "del" && { dekker: "del" }),
      ...(milestones().length && { delmål: milestones() }),
      omtale: value("omtale"),
      ...optional("sitat"),
      ...optional("sted"),
      ...optional("sikkerhet"),
    }],
  };
}

function fileName() {
  const id = [about.plan, measure.value, today()].map(word).join("-").slice(-about.lengsteId).replace(/^-/, "");
  return `${about.mappe}/${id}.yml`;
}

// What is wrong with a field by itself, or with nothing in it.
function fault(name) {
  const field = form.elements[name];
  const box = field instanceof RadioNodeList ? document.getElementById(name) : field;
  const chosen = field instanceof RadioNodeList ? form.querySelector(`[name="${name}"]:checked`) : value(name);
  if (!chosen) return box.dataset.mangler;
  if (field instanceof RadioNodeList) return "";
  return field.validity.patternMismatch ? field.dataset.galt : "";
}

// What is wrong with fields taken together or with the day it is, as the checker has it.
function* conflicts() {
  const now = new Date();
  const times = ["fra", "til"].filter((name) => value(name) && !fault(name));
  for (const name of times) {
    if (months(value(name))[0] > now.getFullYear() * 12 + now.getMonth()) {
      yield [name, say("Den tiden har ikke begynt ennå. Skriv tiden kilden forteller om.")];
    }
  }
  if (times.length === 2 && months(value("til"))[1] < months(value("fra"))[0]) yield ["til", say("Det siste er før det første. Bytt om de to.")];
  if (value("sett") > today()) yield ["sett", say("Dagen har ikke vært ennå. Skriv dagen du så kilden.")];
  if (value("sett") && !value("url")) yield ["sett", say("Skriv også adressen du så kilden på, eller tøm dagen.")];
  const known = (measure.selectedOptions[0]?.dataset.delmal ?? "").split("\n").filter(Boolean);
  const strange = milestones().find((one) => !known.includes(one));
  if (strange) {
    const hint = known.length ? say("Skriv en av: {0}.", known.map((one) => `«${one}»`).join(", ")) : say("Vi leser ingen milepæler i tiltaket. La feltet stå tomt.");
    yield ["delmål", say("Tiltaket har ikke milepælen «{0}». {1}", strange, hint)];
  }
  if (!claims()) return;
  for (const name of about.statusKrever.split(" ")) {
    if (!value(name)) yield [name, document.getElementById(name).dataset.krevd];
  }
  if (value("sikkerhet") === "lav") yield ["sikkerhet", say("En svak kilde kan verken gi status eller vise at målet er nådd. Velg «Ingen status», så blir den med som bakgrunn.")];
}

function faults() {
  const asked = [...form.elements].filter((one) => one.name && (other() || one.name !== "ny_utgiver"));
  const names = [...new Set(asked.map((one) => one.name))];
  const found = new Map(names.map((name) => [name, fault(name)]).filter(([, text]) => text));
  for (const [name, text] of conflicts()) if (!found.has(name)) found.set(name, text);
  return new Map(names.filter((name) => found.has(name)).map((name) => [name, found.get(name)]));
}

function show(found) {
  for (const place of form.querySelectorAll(".feil")) {
    const name = place.id.replace(/-feil$/, "");
    const box = document.getElementById(name);
    const described = new Set((box.getAttribute("aria-describedby") ?? "").split(" ").filter(Boolean));
    place.textContent = found.get(name) ?? "";
    place.hidden = !found.has(name);
    described[found.has(name) ? "add" : "delete"](place.id);
    box.setAttribute("aria-describedby", [...described].join(" "));
    box.closest(".felt").classList.toggle("har-feil", found.has(name));
    if (box.tagName !== "FIELDSET") box.setAttribute("aria-invalid", String(found.has(name)));
  }
  const items = [...found].map(([name, text]) => {
    const box = document.getElementById(name);
    const link = document.createElement("a");
    const target = box.tagName === "FIELDSET" ? box.querySelector("input") : box;
    link.href = `#${target.id}`;
    link.textContent = text;
    link.addEventListener("click", (event) => {
      event.preventDefault();
      target.focus();
    });
    const item = document.createElement("li");
    item.append(link);
    return item;
  });
  list.querySelector("ul").replaceChildren(...items);
  list.hidden = !found.size;
}

// What was filled in, field by field, in the words of the form.
function* answers() {
  for (const box of form.querySelectorAll(".felt")) {
    const control = box.querySelector("select, textarea, input");
    const chosen = box.tagName === "FIELDSET" ? box.querySelector("input:checked") : control;
    const text = chosen && (chosen.selectedOptions?.[0].text ?? (chosen.type === "radio" ? chosen.labels[0].textContent : value(chosen.name)));
    const skipped = control.name === "utgiver" ? other() : control.name === "ny_utgiver" && !other();
    const heading = box.querySelector("legend") ?? control.labels[0];
    if (text && !skipped) yield [heading.firstChild.textContent.trim(), chosen.type === "date" ? text.split("-").reverse().join(".") : text];
  }
}

function overview() {
  const rows = [...answers()].flatMap(([heading, text]) => {
    const [term, description] = ["dt", "dd"].map((name) => document.createElement(name));
    term.textContent = heading;
    description.textContent = text;
    return [term, description];
  });
  document.querySelector("#oversikt").replaceChildren(...rows);
}

function offerByMail(text) {
  const title = say("Status for tiltak {0} i {1}", measure.value, about.plannavn);
  const [filled, empty] = [mail(about.kontakt, title, `${fileName()}\n\n${text}`), mail(about.kontakt, title, "")];
  document.querySelector("#epost").href = filled ?? empty;
  document.querySelector("#epost").hidden = !filled;
  document.querySelector("#for-lang-epost").hidden = Boolean(filled);
  document.querySelector("#for-lang-epost a").href = empty;
}

function offerOnGithub(text) {
  const address = `${about.ny}?filename=${fileName()}&value=${encodeURIComponent(text)}`;
  const fits = encodeURIComponent(address).length <= LONGEST;
  document.querySelector("#apne").href = fits ? address : "";
  document.querySelector("#med-lenke").hidden = !fits;
  document.querySelector("#for-lang").hidden = fits;
  document.querySelector("#for-lang a").href = `${about.ny}?filename=${fileName()}`;
}

function offer() {
  const text = `${about.forsteLinje}\n${yaml(report())}`;
  overview();
  document.querySelector("#yaml").textContent = text;
  document.querySelector("#filnavn").textContent = fileName();
  if (about.kontakt) offerByMail(text);
  if (about.ny) offerOnGithub(text);
  ready.hidden = false;
  document.querySelector("#ferdig-tittel").focus();
}

// What is written is kept in the tab. Where the browser keeps nothing, the form works without.
const PLACE = `meld-status:${about.plan}`;

function keep() {
  try {
    sessionStorage.setItem(PLACE, JSON.stringify([...new FormData(form)]));
  } catch {}
}

function fetchKept() {
  try {
    return new Map(JSON.parse(sessionStorage.getItem(PLACE) ?? "[]"));
  } catch {
    return new Map();
  }
}

function restore() {
  const kept = fetchKept();
  for (const [name, text] of kept) {
    if (form.elements[name]) form.elements[name].value = text;
  }
}

function choose() {
  const option = measure.selectedOptions[0];
  const card = document.querySelector("#valgt");
  const crumb = document.querySelector("#smule-tiltak");
  card.hidden = crumb.hidden = !option.value;
  if (!option.value) return;
  card.querySelector(".ordrett").textContent = option.dataset.ordlyd;
  card.querySelector("a").textContent = `Tiltak ${option.text}`;
  card.querySelector("a").href = option.dataset.adresse;
  card.querySelector("span").textContent = option.dataset.status.toLowerCase();
  crumb.replaceChildren(card.querySelector("a").cloneNode(true));
}

function ask() {
  document.querySelector("#annen-utgiver").hidden = !other();
}

restore();
const wanted = new URLSearchParams(location.search).get("tiltak");
if (wanted) measure.value = wanted;
if (measure.selectedIndex < 0) measure.value = "";
choose();
ask();
measure.addEventListener("change", () => {
  choose();
  history.replaceState(null, "", measure.value ? `?tiltak=${measure.value}` : location.pathname);
});
form.addEventListener("input", () => {
  ready.hidden = true;
  ask();
  keep();
});
form.addEventListener("reset", () => {
  // The fields are emptied after this event; the measure that the reader came for stays.
  const chosen = measure.value;
  setTimeout(() => {
    measure.value = chosen;
    sessionStorage.removeItem(PLACE);
    ready.hidden = list.hidden = true;
    show(new Map());
    choose();
    ask();
  });
});
document.querySelector("#endre").addEventListener("click", () => {
  ready.hidden = true;
  form.elements.utgiver.focus();
});
form.addEventListener("submit", (event) => {
  event.preventDefault();
  for (const field of form.querySelectorAll("input[type=text], textarea")) field.value = clean(field.value, field.name);
  keep();
  const found = faults();
  show(found);
  ready.hidden = true;
  if (found.size) list.focus();
  else offer();
});
document.querySelector("#uten-skript").hidden = true;
form.hidden = false;
