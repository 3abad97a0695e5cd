// The squares: one stop for the tab key, arrows between them, and the name of the one that is pointed at below them.

const STEP = { ArrowRight: 1, ArrowLeft: -1 };

function above(squares, from, down) {
  const here = from.getBoundingClientRect();
  const rows = squares.filter((one) => (down ? one.getBoundingClientRect().top > here.bottom : one.getBoundingClientRect().bottom < here.top));
  const near = down ? rows : rows.reverse();
  const top = near[0]?.getBoundingClientRect().top;
  const row = near.filter((one) => one.getBoundingClientRect().top === top);
  return row.sort((a, b) => Math.abs(a.getBoundingClientRect().left - here.left) - Math.abs(b.getBoundingClientRect().left - here.left))[0];
}

for (const picture of document.querySelectorAll("[data-ruter]")) {
  const squares = [...picture.querySelectorAll("a[class^=rute--]")];
  const name = picture.parentElement.querySelector("[data-rutenavn]");
  const said = name.textContent;
  for (const one of squares) one.title = one.textContent;
  const only = (chosen) => squares.forEach((one) => (one.tabIndex = one === chosen ? 0 : -1));
  only(squares[0]);
  picture.addEventListener("keydown", (event) => {
    const here = squares.indexOf(event.target);
    if (here < 0 || event.ctrlKey || event.metaKey || event.altKey) return;
    const next = {
      Home: squares[0],
      End: squares.at(-1),
      ArrowDown: above(squares, event.target, true),
      ArrowUp: above(squares, event.target, false),
    }[event.key] ?? (event.key in STEP ? squares[here + STEP[event.key]] : undefined);
    if (!next) return;
    event.preventDefault();
    only(next);
    next.focus();
  });
  for (const kind of ["focusin", "pointerover"]) {
    picture.addEventListener(kind, (event) => {
      const square = event.target.closest("a[class^=rute--]");
      if (square) name.textContent = square.title;
      if (square && kind === "focusin") only(square);
    });
  }
  picture.addEventListener("pointerleave", () => (name.textContent = said));
}
