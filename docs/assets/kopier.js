// What can be copied, and saved where it says which ending the file gets: only a script can, so only it adds the buttons.
import { say } from "./ord.js";

const place = document.querySelector("[data-siter]");
if (place) (await import("./siter.js")).fill(place);

async function copy(text, told) {
  try {
    await navigator.clipboard.writeText(text);
    told.textContent = say("Kopiert.");
  } catch {
    told.textContent = say("Kunne ikke kopiere. Merk teksten og kopier den selv.");
  }
}

function save(text, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([`${text}\n`], { type: "text/plain" }));
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}

for (const button of document.querySelectorAll("[data-kopier]")) {
  button.hidden = false;
  const told = button.parentElement.querySelector("[role=status]");
  button.addEventListener("click", () => copy(document.getElementById(button.dataset.kopier).innerText.trim(), told));
}

for (const shown of document.querySelectorAll("[data-kopi]")) {
  const line = document.createElement("p");
  line.className = "ikke-utskrift";
  const told = document.createElement("span");
  told.setAttribute("role", "status");
  const add = (text, act) => {
    const button = document.createElement("button");
    Object.assign(button, { type: "button", textContent: text });
    button.addEventListener("click", act);
    line.append(button, " ");
  };
  add(say("Kopier"), () => copy(shown.innerText.trim(), told));
  const file = shown.closest("details[data-navn]")?.dataset.navn;
  if (file) add(say("Lagre som fil"), () => save(shown.textContent, `${file}.${shown.dataset.kopi}`));
  line.append(told);
  (shown.closest("pre") ?? shown).after(line);
}
