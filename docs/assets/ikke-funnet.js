// A page that is not there may be one whose address was written or pasted a little wrong: with capitals, with æ, ø or å,
// or with the full stop or bracket that stood after it. If such a page exists, its address is offered.

const place = document.querySelector("#mente-du");
const root = document.querySelector("a.merke").href;

function addresses() {
  const asked = decodeURI(location.href.split(/[?#]/)[0]);
  if (!asked.startsWith(root)) return [];
  const written = asked.slice(root.length);
  const bare = written.replace(/[\s.,;:!?'"»)\]}>]+(\/?)$/, "$1").replace(/\/+$/, "/");
  const folded = bare.toLowerCase().replace(/æ/g, "ae").replace(/ø/g, "o").replace(/å/g, "a");
  const found = [bare, bare.toLowerCase(), folded].map((one) => (one && !one.endsWith("/") && !/\.\w{2,5}$/.test(one) ? `${one}/` : one));
  return [...new Set(found)].filter((one) => one !== written && one !== "");
}

for (const one of addresses()) {
  const address = new URL(encodeURI(one), root);
  const answer = await fetch(address, { method: "HEAD" }).catch(() => undefined);
  if (!answer?.ok) continue;
  const link = Object.assign(document.createElement("a"), { href: address.href, textContent: `${one}` });
  place.append("Mente du ", link, "?");
  place.hidden = false;
  break;
}
