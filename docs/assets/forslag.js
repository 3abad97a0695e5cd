// The front page's field: names that begin with, or hold, what is written, to be chosen with the arrows or the mouse.
// Whoever chooses none searches as before. The names are fetched when the field is used.

const form = document.querySelector("form[data-navn]");
const field = form.querySelector("input");
const list = document.querySelector("#forslag");
const MOST = 8;
let names;
let chosen = -1;

// As it is compared: «grongelia» and «groengelia» find Grøngelia.
const FOLDED = [[/ae|æ|ä/g, "æ"], [/oe|ø|ö/g, "o"], [/aa|å/g, "a"], [/æ/g, "a"]];
const plain = (text) => FOLDED.reduce((folded, [signs, one]) => folded.replace(signs, one), text.toLocaleLowerCase("nb"));

async function fetched() {
  names ??= fetch(form.dataset.navn).then((answer) => answer.json());
  return names;
}

// A name that begins with what is written comes first, then one in which a word does, then one that has a word for each.
function rank(name, written) {
  if (name.startsWith(written)) return 0;
  const parts = name.split(/[\s(),-]+/);
  if (parts.some((_, i) => parts.slice(i).join(" ").startsWith(written))) return 1;
  return written.split(/\s+/).every((word) => parts.some((part) => part.startsWith(word))) ? 2 : 3;
}

function found(all, written) {
  const ranked = all.map((one) => [rank(plain(one[0]), written), one]).filter(([place]) => place < 3);
  return ranked.sort(([a], [b]) => a - b).slice(0, MOST).map(([, one]) => one);
}

function choose(next) {
  chosen = next;
  [...list.children].forEach((one, i) => one.setAttribute("aria-selected", String(i === chosen)));
  const id = list.children[chosen]?.id;
  if (id) field.setAttribute("aria-activedescendant", id);
  else field.removeAttribute("aria-activedescendant");
}

function close() {
  list.hidden = true;
  field.setAttribute("aria-expanded", "false");
  choose(-1);
}

async function offer() {
  const words = plain(field.value.trim());
  if (!words) return close();
  const all = await fetched();
  if (plain(field.value.trim()) !== words) return;
  const root = new URL("../", new URL(form.dataset.navn, location.href));
  list.replaceChildren(
    ...found(all, words).map(([name, kind, address], i) => {
      const item = document.createElement("li");
      item.id = `forslag-${i}`;
      item.setAttribute("role", "option");
      item.dataset.til = address ? new URL(address, root) : `${form.action}?q=${encodeURIComponent(name)}`;
      const about = document.createElement("span");
      about.className = "dempet";
      about.textContent = kind;
      item.append(name, " ", about);
      return item;
    }),
  );
  list.hidden = !list.children.length;
  field.setAttribute("aria-expanded", String(!list.hidden));
  choose(-1);
}

field.setAttribute("role", "combobox");
field.setAttribute("aria-autocomplete", "list");
field.setAttribute("aria-expanded", "false");
field.setAttribute("aria-controls", "forslag");
list.setAttribute("role", "listbox");
list.setAttribute("aria-label", "Forslag");
field.addEventListener("focus", fetched, { once: true });
field.addEventListener("input", offer);
field.addEventListener("blur", () => setTimeout(close, 150));
field.addEventListener("keydown", (event) => {
  if (list.hidden) return;
  if (event.key === "Escape") {
    event.preventDefault();
    return close();
  }
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step) {
    event.preventDefault();
    choose((chosen + step + list.children.length + (chosen < 0 && step < 0 ? 1 : 0)) % list.children.length);
  }
  if (event.key === "Enter" && chosen >= 0) {
    event.preventDefault();
    location.href = list.children[chosen].dataset.til;
  }
});
list.addEventListener("pointerdown", (event) => {
  const item = event.target.closest("li");
  if (item) location.href = item.dataset.til;
});
