// The front page's field: names that begin with, or hold, what is written, to be chosen with the arrows or the mouse.
// Whoever chooses none searches as before. The names are fetched when the field is used.

const form = document.querySelector("form[data-navn]");
const field = form.querySelector("input");
const list = document.querySelector("#forslag");
const MOST = 8;
let names;
let chosen = -1;

const plain = (text) => text.toLocaleLowerCase("nb");

async function fetched() {
  names ??= fetch(form.dataset.navn).then((answer) => answer.json());
  return names;
}

// A name that begins with the words comes first, then one of which a word does.
function found(all, words) {
  const scored = all.map((one) => [plain(one[0]).indexOf(words), one]).filter(([place]) => place >= 0);
  const rank = ([place, [name]]) => (place === 0 ? 0 : /[\s(-]/.test(name[place - 1]) ? 1 : 2);
  return scored.filter((one) => rank(one) < 2).sort((a, b) => rank(a) - rank(b)).slice(0, MOST).map(([, one]) => one);
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
