// What a spreadsheet gets of a table that is copied: one value in each cell, and one row for each row.
// A cell may show more than one value, as a status and its year: each gets a column of its own. Dates go as 2026-12-31, which
// every spreadsheet reads as that day; numbers without their spaces; all else is said to be text, so that «3.1» does not
// become a date and nothing a formula. Without this a table is copied as the browser has it.
import { say } from "./ord.js";

const BESIDE = [[".ordrett", say("ordrett")], [".utkastmerke, .beregnet", say("merknad")], [".mengde--andre", say("ikke vedtatt")], ["small", ""]];
const ALL = BESIDE.map(([selector]) => selector).join(", ");
const NUMBER = /^-?\d+(,\d+)?( ?%)?$/;
const DAY = /^\d{4}-\d\d-\d\d$/;

const tidy = (text) => text.replace(/\s+/g, " ").trim();

function textOf(element, without = ".skjult") {
  const copy = element.cloneNode(true);
  for (const one of copy.querySelectorAll(without)) one.remove();
  const text = tidy(copy.textContent);
  return /^\d{1,3}( \d{3})+$/.test(text) ? text.replaceAll(" ", "") : text;
}

// The values of a cell by what they are: "" is the cell's own.
function valuesOf(cell) {
  const day = cell.querySelector("time");
  const found = new Map([["", day ? day.dateTime : textOf(cell, `.skjult, ${ALL}`)]]);
  for (const [selector, name] of BESIDE) {
    const there = [...cell.querySelectorAll(selector)].filter((one) => !one.parentElement.closest(ALL));
    const text = there.map((one) => textOf(one)).join("; ").replace(/^\((.*)\)$/, "$1");
    if (text) found.set(name || (text.endsWith("%") ? say("andel") : say("år")), text);
  }
  return found;
}

// The table as rows of texts, with a column for each kind of value that a column of it has.
export function rowsOf(table, chosen = () => true) {
  const shown = [...table.rows].filter((row) => row.checkVisibility() && chosen(row));
  const rows = shown.map((row) => [...row.cells].map(valuesOf));
  const kinds = [];
  for (const row of rows) row.forEach((cell, at) => cell.forEach((_, kind) => (kinds[at] ??= new Set([""])).add(kind)));
  return rows.map((row, number) => kinds.flatMap((its, at) => [...its].map((kind) => {
    const heading = shown[number].parentElement.tagName === "THEAD";
    const text = row[at]?.get(kind) ?? "";
    return heading && kind ? `${row[at].get("")} (${kind})` : text;
  })));
}

const escaped = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
const typed = (text) => NUMBER.test(text) || DAY.test(text);

export function asHtml(rows) {
  // Excel knows a text by the first, LibreOffice by the second.
  const cell = (text) => (typed(text) || !text ? `<td>${text}</td>` : `<td class="t" sdnum="1044;0;@">${escaped(text)}</td>`);
  const lines = rows.map((row) => `<tr>${row.map(cell).join("")}</tr>`).join("\n");
  return `<html><head><meta charset="utf-8"><style>.t{mso-number-format:"\\@"}</style></head><body><table>\n${lines}\n</table></body></html>`;
}

export const asText = (rows) => rows.map((row) => row.map((text) => (/^[=+@-]/.test(text) && !typed(text) ? `'${text}` : text)).join("\t")).join("\n");

document.addEventListener("copy", (event) => {
  const selection = getSelection();
  if (!selection.rangeCount || selection.isCollapsed) return;
  const range = selection.getRangeAt(0);
  const around = range.commonAncestorContainer;
  const inside = around.nodeType === Node.ELEMENT_NODE ? around : around.parentElement;
  // A piece of one cell is copied as it is, and so is more than one table.
  const table = inside.closest("table") ?? (inside.matches(".tabell") ? inside.querySelector("table") : null);
  if (!table || inside.closest("td, th, caption")) return;
  const rows = rowsOf(table, (row) => range.intersectsNode(row));
  event.clipboardData.setData("text/html", asHtml(rows));
  event.clipboardData.setData("text/plain", asText(rows));
  event.preventDefault();
});
