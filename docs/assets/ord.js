// What the scripts say, in the language of the page. Written in bokmål where it is said; here is what it is in nynorsk.
const NYNORSK = {
  "Meny": "Meny",
  "hentet {0}": "henta {0}",
  "Sidene her er laget {0}, og er ikke fornyet siden. Frister kan ha passert og planer ha gått ut etter det: «i år», «passert» og alt som er merket «beregnet», gjelder den dagen.": "Sidene her er laga {0}, og er ikkje fornya sidan. Fristar kan ha passert og planar ha gått ut etter det: «i år», «passert» og alt som er merkt «rekna ut», gjeld den dagen.",
  "ordrett": "ordrett",
  "merknad": "merknad",
  "ikke vedtatt": "ikkje vedteke",
  "andel": "del",
  "år": "år",
  "BibTeX, RIS og CSL-JSON": "BibTeX, RIS og CSL-JSON",
  "Vis tiltaket på ditt eget nettsted": "Vis tiltaket på din eigen nettstad",
  "Kopier": "Kopier",
  "Lagre som fil": "Lagre som fil",
  "Kopiert.": "Kopiert.",
  "Kunne ikke kopiere. Merk teksten og kopier den selv.": "Kunne ikkje kopiere. Merk teksten og kopier han sjølv.",
  "Den tiden har ikke begynt ennå. Skriv tiden kilden forteller om.": "Den tida har ikkje byrja enno. Skriv tida kjelda fortel om.",
  "Det siste er før det første. Bytt om de to.": "Det siste er før det første. Byt om dei to.",
  "Dagen har ikke vært ennå. Skriv dagen du så kilden.": "Dagen har ikkje vore enno. Skriv dagen du såg kjelda.",
  "Skriv også adressen du så kilden på, eller tøm dagen.": "Skriv òg adressa du såg kjelda på, eller tøm dagen.",
  "Skriv en av: {0}.": "Skriv ein av: {0}.",
  "Vi leser ingen milepæler i tiltaket. La feltet stå tomt.": "Vi les ingen milepålar i tiltaket. La feltet stå tomt.",
  "Tiltaket har ikke milepælen «{0}». {1}": "Tiltaket har ikkje milepålen «{0}». {1}",
  "En svak kilde kan verken gi status eller vise at målet er nådd. Velg «Ingen status», så blir den med som bakgrunn.": "Ei svak kjelde kan verken gi status eller vise at målet er nådd. Vel «Ingen status», så blir ho med som bakgrunn.",
  "Kilden er meldt inn for tiltak {0} i {1}.": "Kjelda er meld inn for tiltak {0} i {1}.",
  "Status for tiltak {0} i {1}": "Status for tiltak {0} i {1}",
  "Lenken avgrenser {0} til «{1}». Det finnes ikke i denne lista, så det er ikke brukt.": "Lenkja avgrensar {0} til «{1}». Det finst ikkje i denne lista, så det er ikkje brukt.",
  "Fjern et valg, eller nullstill.": "Fjern eit val, eller nullstill.",
  "Viser {0} av {1} {2}.": "Viser {0} av {1} {2}.",
  "Vis {0} {1} til": "Vis {0} {1} til",
  "Henter lista …": "Hentar lista …",
  "Lista kan ikke avgrenses akkurat nå. Last siden på nytt, eller bla i sidene nedenfor.": "Lista kan ikkje avgrensast akkurat no. Last sida på nytt, eller bla i sidene nedanfor.",
  "Vis flere linjer": "Vis fleire linjer",
};

// The fixed words of the index, which is in bokmål: what is reported of a measure, and what a plan is.
const WORDS = {
  "Ikke rapportert": "Ikkje rapportert", "En del rapportert": "Ein del rapportert", "Ikke startet": "Ikkje starta",
  "Pågår": "Går føre seg", "Utsatt": "Utsett", "Stanset": "Stansa", "Videreført": "Vidareført",
  "Kildene er uenige": "Kjeldene er usamde", "Ikke vedtatt": "Ikkje vedteken",
  "Vi vet ikke om den er vedtatt": "Vi veit ikkje om han er vedteken",
};

const inNynorsk = document.documentElement.lang === "nn";

// A text of ours in the language of the page, with values in its numbered places.
export function say(text, ...values) {
  const said = inNynorsk ? NYNORSK[text] ?? text : text;
  return said.replace(/\{(\d)\}/g, (place, number) => values[number] ?? place);
}

// A fixed word of the index in the language of the page.
export const sayWord = (word) => (inNynorsk ? WORDS[word] ?? word : word);
