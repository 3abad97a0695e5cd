// The menu on narrow screens, and what each page needs of the other scripts. Everything works without it.
import { say } from "./ord.js";

const menu = document.querySelector(".meny");
const menuButton = document.createElement("button");
menuButton.type = "button";
menuButton.className = "menyknapp";
menuButton.textContent = say("Meny");
menu.id = "meny";
menuButton.setAttribute("aria-controls", menu.id);
menu.before(menuButton);

function setMenu(open) {
  menuButton.setAttribute("aria-expanded", String(open));
  menu.classList.toggle("apen", open);
}

setMenu(false);
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

// A link to what is folded away opens it.
const openTarget = () => document.querySelector("details:target")?.setAttribute("open", "");
addEventListener("hashchange", openTarget);
openTarget();

if (document.querySelector("form[data-filter]")) import("./filter.js");
if (document.querySelector("[data-kopi], [data-kopier]")) import("./kopier.js");
if (document.querySelector("table")) import("./tabell.js");
if (document.querySelector("#mente-du")) import("./ikke-funnet.js");
if (document.querySelector("#sammenlign")) import("./sammenlign.js");
if (document.querySelector("[data-ruter]")) import("./ruter.js");
if (document.querySelector("form[data-navn]")) import("./forslag.js");
if (document.querySelector("#sok")) import("./sok.js");
if (document.querySelector("#meldeskjema")) import("./meld.js");
if (document.querySelector("#rettskjema")) import("./rett-feil.js");
