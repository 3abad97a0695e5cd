// An e-mail that the reader's own program opens with all filled in.

// Windows hands a program no longer address than some 2,000 signs, and cuts or drops it without a word.
const LONGEST = 1900;

// The address of an e-mail with this title and text; null when it would be too long. Line breaks as RFC 6068 has them.
export function mail(to, title, text) {
  const query = Object.entries({ subject: title, body: text }).filter(([, one]) => one)
    .map(([name, one]) => `${name}=${encodeURIComponent(one.replace(/\n/g, "\r\n"))}`).join("&");
  const address = `mailto:${encodeURIComponent(to).replace("%40", "@")}?${query}`;
  return address.length <= LONGEST ? address : null;
}
