// The menu on narrow screens, the copy button, and the tables that can be filtered. Everything works without it.
import { say } from "./ord.js";

const menuButton = document.querySelector(".menyknapp");
const menu = document.querySelector("#meny");

function setMenu(open) {
  menuButton.setAttribute("aria-expanded", String(open));
  menu.classList.toggle("apen", open);
}

menuButton.hidden = false;
menuButton.addEventListener("click", () => setMenu(menuButton.getAttribute("aria-expanded") !== "true"));
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && menu.classList.contains("apen")) {
    setMenu(false);
    menuButton.focus();
  }
});

const today = new Intl.DateTimeFormat("nb", { dateStyle: "long" }).format(new Date());
for (const span of document.querySelectorAll("span[data-hentet]")) span.textContent = say("hentet {0}", today);

// The site is made anew every night. When it has not been for a week, its readers are told.
const OLD =
  "Sidene her er laget {0}, og er ikke fornyet siden. Frister kan ha passert og planer ha gått ut etter det: «i år», «passert» og alt som er merket «beregnet», gjelder den dagen.";
const WEEK = 7 * 24 * 60 * 60 * 1000;
const made = Date.parse(document.getElementById("laget")?.dateTime ?? "");
if (Date.now() - made > WEEK) {
  const notice = document.getElementById("gammel");
  notice.textContent = say(OLD, document.getElementById("laget").textContent);
  notice.hidden = false;
}

async function copy(text, said) {
  try {
    await navigator.clipboard.writeText(text);
    said.textContent = say("Kopiert.");
  } catch {
    said.textContent = say("Kunne ikke kopiere. Merk teksten og kopier den selv.");
  }
}

for (const button of document.querySelectorAll("button[data-kopier]")) {
  button.hidden = false;
  const said = button.parentElement.querySelector("[role=status]");
  button.addEventListener("click", () => copy(document.getElementById(button.dataset.kopier).innerText.trim(), said));
}

function save(text, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text + "\n"], { type: "text/plain" }));
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}

function button(text, action) {
  const made = document.createElement("button");
  made.type = "button";
  made.textContent = text;
  made.addEventListener("click", action);
  return made;
}

// Below each text to copy: a button for it, and one to save it where it has the name of a file.
for (const text of document.querySelectorAll("[data-kopi]")) {
  const said = document.createElement("span");
  said.setAttribute("role", "status");
  const row = document.createElement("p");
  row.className = "ikke-utskrift";
  row.append(button(say("Kopier"), () => copy(text.innerText.trim(), said)), " ");
  if (text.dataset.fil) row.append(button(say("Lagre som fil"), () => save(text.textContent, text.dataset.fil)), " ");
  row.append(said);
  (text.closest("pre") ?? text).after(row);
}

// A link to what is folded away opens it.
const openTarget = () => document.querySelector("details:target")?.setAttribute("open", "");
addEventListener("hashchange", openTarget);
openTarget();
if (document.querySelector("form[data-filter]")) import("./filter.js");
if (document.querySelector("#mente-du")) import("./ikke-funnet.js");
if (document.querySelector("#sammenlign")) import("./sammenlign.js");
if (document.querySelector("[data-ruter]")) import("./ruter.js");
if (document.querySelector("form[data-navn]")) import("./forslag.js");
if (document.querySelector("#sok")) import("./sok.js");
if (document.querySelector("#meldeskjema")) import("./meld.js");
if (document.querySelector("#rettskjema")) import("./rett-feil.js");
