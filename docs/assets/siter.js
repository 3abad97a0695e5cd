// On the page of a tiltak: its citation with the wording, in the formats of reference managers, and the code that shows its card.
// All of it is made of what the page already says to search engines (JSON-LD), so the page need not say it four times more.
import { say } from "./ord.js";

const SITE = "Planportalen";

// A text on one line, without signs that are not seen.
const line = (text) => text.replace(/[\p{C}\p{Z}]/gu, " ").split(" ").filter(Boolean).join(" ");

const TEX = {
  "\\": "\\textbackslash{}", "{": "\\{", "}": "\\}", $: "\\$", "&": "\\&", "#": "\\#", "%": "\\%", _: "\\_",
  "^": "\\textasciicircum{}", "~": "\\textasciitilde{}",
};
const tex = (text) => line(text).replace(/[\\{}$&#%_^~]/g, (sign) => TEX[sign]);

// The first and the last page of a place that is pages alone («s. 4», «s. 4–5»); of one that says more, all of it.
function pages(place) {
  const found = /^(?:s\.|side)\s*(\d+)(?:\s*[-–]\s*(\d+))?$/.exec(place);
  return found ? [found[1], found[2] ?? ""] : [place, ""];
}
const range = (place, dash) => pages(place).filter(Boolean).join(dash);

// The facts of a citation, as plain text. The plan's owner is the author, and the plan is the book that the tiltak stands in.
// `sted`: where in the document; `ar`: the first year of the plan's period, for a plan without a decision.
export function facts(quotation, { sted = "", ar = "" } = {}) {
  const plan = quotation.isPartOf;
  const day = plan.datePublished ?? "";
  return {
    id: quotation.identifier.replace(/[^a-z0-9]+/g, "-"), title: quotation.name, plan: plan.name, owner: plan.creator.name,
    url: quotation["@id"], place: sted, day, year: day.slice(0, 4) || ar, language: quotation.inLanguage,
  };
}

export function bibtex(c) {
  const fields = {
    author: `{${tex(c.owner)}}`, title: `{${tex(c.title)}}`, booktitle: `{${tex(c.plan)}}`, year: c.year, pages: tex(range(c.place, "--")),
    howpublished: SITE, url: c.url, language: c.language === "nn" ? "nynorsk" : "norsk",
  };
  const lines = Object.entries(fields).filter(([, value]) => value).map(([name, value]) => `  ${name} = {${value}},`);
  return [`@incollection{${c.id},`, ...lines, "}"].join("\n");
}

export function ris(c) {
  const [first, last] = pages(c.place);
  // The comma ends a family name: an organisation has no other.
  const fields = [
    ["TY", "CHAP"], ["AU", `${line(c.owner)},`], ["TI", c.title], ["T2", c.plan], ["PY", c.year], ["DA", c.day.replaceAll("-", "/")],
    ["SP", first], ["EP", last], ["DB", SITE], ["UR", c.url], ["LA", c.language], ["ID", c.id], ["ER", ""],
  ];
  return fields.filter(([tag, value]) => value || tag === "ER").map(([tag, value]) => `${tag}  - ${line(value)}`).join("\n");
}

export function csl(c) {
  const issued = c.day ? c.day.split("-").map(Number) : c.year ? [Number(c.year)] : null;
  return JSON.stringify([{
    id: c.id, type: "chapter", author: [{ literal: c.owner }], title: c.title, "container-title": c.plan,
    ...(issued && { issued: { "date-parts": [issued] } }), ...(c.place && { page: range(c.place, "-") }),
    source: SITE, URL: c.url, language: c.language,
  }], null, 1);
}

export function card(quotation) {
  const frame = document.createElement("iframe");
  const shown = { src: `${quotation["@id"]}kort/`, title: line(quotation.name), width: "100%", height: "320", loading: "lazy" };
  for (const [name, value] of Object.entries(shown)) frame.setAttribute(name, value);
  return frame.outerHTML;
}

function folded(heading, parts, file = "") {
  const details = document.createElement("details");
  if (file) details.dataset.navn = file;
  details.append(document.createElement("summary"));
  details.firstChild.textContent = heading;
  for (const [id, name, ending, text] of parts) {
    const pre = document.createElement("pre");
    const code = document.createElement("code");
    Object.assign(code, { id, textContent: text });
    code.dataset.kopi = ending;
    pre.append(code);
    pre.tabIndex = 0;
    if (name) {
      const title = document.createElement("h3");
      Object.assign(title, { id: `${id}-navn`, textContent: name });
      pre.setAttribute("aria-labelledby", title.id);
      details.append(title);
    } else pre.setAttribute("aria-label", heading);
    details.append(pre);
  }
  return details;
}

// Fill the place on the page where the citation is told in other ways.
export function fill(place) {
  const said = JSON.parse(document.querySelector("script[type='application/ld+json']").textContent)["@graph"];
  const quotation = said.find((thing) => thing["@type"] === "Quotation");
  const c = facts(quotation, place.dataset);
  document.getElementById("sitering").prepend(`«${quotation.text}» `);
  const formats = [["bibtex", "BibTeX", "bib", bibtex(c)], ["ris", "RIS", "ris", ris(c)], ["csl", "CSL-JSON", "json", csl(c)]];
  place.append(folded(say("BibTeX, RIS og CSL-JSON"), formats, quotation.identifier.replace("/", "-")));
  if (!("utenKort" in place.dataset)) place.append(folded(say("Vis tiltaket på ditt eget nettsted"), [["kode-kort", "", "", card(quotation)]]));
}
