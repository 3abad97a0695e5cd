// Filters and sorts tables of measures in place. The choice stands in the address, so that it can be linked to.

const collator = new Intl.Collator("nb", { numeric: true });
const forms = [...document.querySelectorAll("form[data-filter]")];

// With several tables on a page, each has keys of its own in the address.
function prefix(form) {
  return forms.length > 1 ? `${form.dataset.filter}-` : "";
}

function choices(form) {
  return Object.fromEntries([...new FormData(form)].filter(([, value]) => value));
}

function matches(row, wanted) {
  return Object.entries(wanted).every(([key, value]) => key === "sorter" || ` ${row.dataset[key]} `.includes(` ${value} `));
}

// A measure without a deadline comes last.
function sortValue(row, key) {
  return (key === "tittel" ? row.querySelector("th").textContent : row.dataset[key]) || "\uffff";
}

function show(form, rows) {
  const wanted = choices(form);
  const key = wanted.sorter;
  const ordered = key ? rows.toSorted((a, b) => collator.compare(sortValue(a, key), sortValue(b, key))) : rows;
  rows[0].parentElement.append(...ordered);
  for (const row of rows) row.hidden = !matches(row, wanted);
  const count = rows.filter((row) => !row.hidden).length;
  form.querySelector("[role=status]").textContent = `Viser ${count} av ${rows.length} linjer.`;
}

function remember() {
  const all = forms.flatMap((form) => Object.entries(choices(form)).map(([key, value]) => [prefix(form) + key, value]));
  const query = new URLSearchParams(all);
  history.replaceState(null, "", query.size ? `?${query}` : location.pathname);
}

const given = new URLSearchParams(location.search);
for (const form of forms) {
  const rows = [...document.getElementById(form.dataset.filter).tBodies[0].rows];
  for (const select of form.querySelectorAll("select")) select.value = given.get(prefix(form) + select.name) ?? "";
  const update = () => {
    show(form, rows);
    remember();
  };
  form.addEventListener("change", update);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(update));
  form.hidden = false;
  show(form, rows);
}
