// What the scripts say, in the language of the page. Written in bokmål where it is said; here is what it is in nynorsk.
const NYNORSK = {
  "hentet {0}": "henta {0}",
  "Kopiert.": "Kopiert.",
  "Kunne ikke kopiere. Merk teksten og kopier den selv.": "Kunne ikkje kopiere. Merk teksten og kopier han sjølv.",
  "Den tiden har ikke begynt ennå. Skriv tiden kilden forteller om.": "Den tida har ikkje byrja enno. Skriv tida kjelda fortel om.",
  "Det siste er før det første. Bytt om de to.": "Det siste er før det første. Byt om dei to.",
  "Dagen har ikke vært ennå. Skriv dagen du så kilden.": "Dagen har ikkje vore enno. Skriv dagen du såg kjelda.",
  "Skriv også adressen du så kilden på, eller tøm dagen.": "Skriv òg adressa du såg kjelda på, eller tøm dagen.",
  "Skriv en av: {0}.": "Skriv ein av: {0}.",
  "Vi leser ingen milepæler i tiltaket. La feltet stå tomt.": "Vi les ingen milepålar i tiltaket. La feltet stå tomt.",
  "Tiltaket har ikke milepælen «{0}». {1}": "Tiltaket har ikkje milepålen «{0}». {1}",
  "En svak kilde kan ikke gi status eller måloppnåelse. Da er den bare bakgrunn: Velg «Ingen status».": "Ei svak kjelde kan ikkje gi status eller måloppnåing. Då er ho berre bakgrunn: Vel «Ingen status».",
  "Kilden er meldt inn for tiltak {0} i {1}.": "Kjelda er meld inn for tiltak {0} i {1}.",
  "Status for tiltak {0} i {1}": "Status for tiltak {0} i {1}",
};

const inNynorsk = document.documentElement.lang === "nn";

// A text of ours in the language of the page, with values in its numbered places.
export function say(text, ...values) {
  const said = inNynorsk ? NYNORSK[text] ?? text : text;
  return said.replace(/\{(\d)\}/g, (place, number) => values[number] ?? place);
}
