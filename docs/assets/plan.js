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
const WEEK = 7 * 24 * 60 * 60 * 1000;
const made = document.getElementById("laget");
if (made && Date.now() - Date.parse(made.dateTime) > WEEK) {
  const old = document.createElement("p");
  old.id = "gammel";
  old.className = "varsel ramme ikke-utskrift";
  old.textContent = say("Sidene her er laget {0}, og er ikke fornyet siden. Frister kan ha passert og planer ha gått ut etter det: «i år», «passert» og alt som er merket «beregnet», gjelder den dagen.", made.textContent);
  document.getElementById("innhold").before(old);
}

// Code that can be copied, and saved where it says which ending the file gets: only a script can, so only it adds the buttons.
for (const code of document.querySelectorAll("code[data-kopi]")) {
  const line = document.createElement("p");
  const add = (text, key) => {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = text;
    button.dataset[key] = code.id;
    line.append(button, " ");
    return button;
  };
  add(say("Kopier"), "kopier");
  const folded = code.closest("details[data-navn]");
  if (folded) add(say("Lagre som fil"), "lagre").dataset.fil = `${folded.dataset.navn}.${code.dataset.kopi}`;
  line.append(document.createElement("span"));
  line.lastChild.setAttribute("role", "status");
  code.closest("pre").after(line);
}

for (const button of document.querySelectorAll("button[data-kopier]")) {
  button.hidden = false;
  button.addEventListener("click", async () => {
    const text = document.getElementById(button.dataset.kopier).innerText.trim();
    const said = button.parentElement.querySelector("[role=status]");
    try {
      await navigator.clipboard.writeText(text);
      said.textContent = say("Kopiert.");
    } catch {
      said.textContent = say("Kunne ikke kopiere. Merk teksten og kopier den selv.");
    }
  });
}

// A link to what is folded away opens it.
const openTarget = () => document.querySelector("details:target")?.setAttribute("open", "");
addEventListener("hashchange", openTarget);
openTarget();
for (const button of document.querySelectorAll("button[data-lagre]")) {
  button.hidden = false;
  button.addEventListener("click", () => {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([document.getElementById(button.dataset.lagre).textContent + "\n"], { type: "text/plain" }));
    link.download = button.dataset.fil;
    link.click();
    URL.revokeObjectURL(link.href);
  });
}

if (document.querySelector("form[data-filter]")) import("./filter.js");
if (document.querySelector("table")) import("./tabell.js");
if (document.querySelector("#mente-du")) import("./ikke-funnet.js");
if (document.querySelector("#sammenlign")) import("./sammenlign.js");
if (document.querySelector("[data-ruter]")) import("./ruter.js");
if (document.querySelector("form[data-navn]")) import("./forslag.js");
if (document.querySelector("#sok")) import("./sok.js");
if (document.querySelector("#meldeskjema")) import("./meld.js");
if (document.querySelector("#rettskjema")) import("./rett-feil.js");
