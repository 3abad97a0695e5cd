// The form in which a reader corrects a text: takes the texts from the page that `?side=` names, shows the one chosen, and
// leads to an e-mail or an issue that names page, file, line, text before and text after. What is written is kept in the
// tab until it is closed, so that a reload loses nothing.
import { mail } from "./epost.js";

const form = document.querySelector("#rettskjema");
const about = form.dataset;
const ready = document.querySelector("#ferdig");
const { felt: field, etter: after, hvorfor: why } = form.elements;
const ROOT = new URL("../", import.meta.url);

// GitHub sends the whole address once more through its login, percent-encoded again, and refuses a longer one.
const LONGEST = 8000;

// Only a page of this site: small letters, figures and what stands between the parts of an address.
const wanted = new URLSearchParams(location.search).get("side") ?? "";
const ADDRESS = /^(?!.*\.\.)[\wæøå-][\wæøå./-]*\/$/;

let page = null;
const texts = new Map();

// A printed text as it is in the data: what the page puts into it for reading is left out.
function written(element) {
  const copy = element.cloneNode(true);
  for (const ours of copy.querySelectorAll(".tom, .tolkning")) ours.remove();
  for (const line of copy.querySelectorAll("br")) line.replaceWith("\n");
  return copy.textContent.trim();
}

async function open() {
  const address = new URL(wanted, ROOT);
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(answer.status);
  const there = new DOMParser().parseFromString(await answer.text(), "text/html");
  page = there.querySelector("[data-fil]");
  for (const element of page.querySelectorAll("[data-felt]")) {
    const name = element.dataset.felt;
    texts.set(name, { name: element.closest("dd")?.previousElementSibling.textContent ?? name, text: written(element) });
  }
  texts.set("annet", { name: "noe annet på siden", text: "" });
  for (const [id, one] of texts) field.add(new Option(one.name[0].toUpperCase() + one.name.slice(1), id));
  const link = document.querySelector("#rett-side");
  link.href = address;
  link.textContent = there.querySelector("h1").textContent.trim();
  form.hidden = false;
  choose();
  restore();
}

// Where the browser keeps nothing, the form works without.
const PLACE = `rett-feil:${wanted}`;

function keep() {
  try {
    sessionStorage.setItem(PLACE, JSON.stringify([field.value, after.value, why.value]));
  } catch {}
}

function restore() {
  try {
    const [id, text, where] = JSON.parse(sessionStorage.getItem(PLACE)) ?? [];
    if (!texts.has(id)) return;
    field.value = id;
    [after.value, why.value] = [text, where];
  } catch {}
}

function choose() {
  after.value = texts.get(field.value).text;
  ready.hidden = true;
}

function message() {
  const one = texts.get(field.value);
  return [
    `Side: ${about.base}${wanted}`,
    `Fil: ${page.dataset.fil}, linje ${page.dataset.linje}`,
    `Felt: ${field.value}`,
    `Før:\n${one.text}`,
    `Etter:\n${after.value.trim()}`,
    `Hvor står det riktige: ${why.value.trim() || "ikke sagt"}`,
  ].join("\n\n");
}

function issue() {
  const query = Object.entries({
    hvor: `${page.dataset.fil}, linje ${page.dataset.linje}, ${field.value}. ${about.base}${wanted}`,
    for: texts.get(field.value).text,
    etter: after.value.trim(),
    kilde: why.value.trim(),
  }).map(([name, text]) => `${name}=${encodeURIComponent(text)}`).join("&");
  const address = `${about.sak}&${query}`;
  return encodeURIComponent(address).length <= LONGEST ? address : null;
}

function offer() {
  const one = texts.get(field.value);
  const text = message();
  document.querySelector("#vist-felt").textContent = one.name;
  document.querySelector("#vist-for").textContent = one.text || "–";
  document.querySelector("#vist-etter").textContent = after.value.trim();
  document.querySelector("#sendt").textContent = text;
  let fits = true;
  if (about.kontakt) {
    const title = `Rettelse: ${document.querySelector("#rett-side").textContent}`;
    const filled = mail(about.kontakt, title, text);
    fits &&= Boolean(filled);
    document.querySelector("#epost").href = filled ?? mail(about.kontakt, title, "");
  }
  if (about.sak) {
    const filled = issue();
    fits &&= Boolean(filled);
    document.querySelector("#sak").href = filled ?? about.sak;
    document.querySelector("#fil").href = `${about.fil}${page.dataset.fil}#L${page.dataset.linje}`;
  }
  document.querySelector("#for-lang").hidden = fits;
  ready.hidden = false;
  document.querySelector("#ferdig-tittel").focus();
}

field.addEventListener("change", () => {
  choose();
  keep();
});
form.addEventListener("input", ({ target }) => {
  ready.hidden = true;
  if (target !== field) keep();
});
form.addEventListener("submit", (event) => {
  event.preventDefault();
  const same = after.value.trim() === texts.get(field.value).text;
  document.querySelector("#etter-feil").hidden = !same;
  after.setAttribute("aria-invalid", String(same));
  if (same) after.focus();
  else offer();
});
document.querySelector("#uten-skript").hidden = true;
const nowhere = () => {
  document.querySelector("#uten-side").hidden = false;
};
if (ADDRESS.test(wanted)) open().catch(nowhere);
else nowhere();
