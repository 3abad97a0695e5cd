"""Norwegian words of ordinary plan language, for texts that compress like real ones. Knows words only."""

from __future__ import annotations


def _words(text: str) -> tuple[str, ...]:
    """Return the words of a text."""
    return tuple(text.split())


def _phrases(text: str) -> tuple[str, ...]:
    """Return the phrases of a text, which has a semicolon between them."""
    return tuple(phrase.strip() for phrase in text.replace("\n", " ").split(";") if phrase.strip())


FIRST = _words("""
nærings bolig sentrums industri kompetanse samferdsels kollektiv sykkel trafikk bredbånds reiselivs landbruks skog
kultur idretts ungdoms klima miljø energi vann avløps havne jernbane gruve handels håndverks etablerer gründer innovasjons
forsknings utdannings lærling rekrutterings omdømme profilerings innkjøps anbuds areal regulerings plan steds tettsteds
grende fjell hytte turist opplevelses mat gårds fiske treforedlings teknologi digitaliserings helse omsorgs frivillighets
integrerings beredskaps sirkulær gjenbruks transport pendler eiendoms utbyggings investerings kapital nettverks klynge
sommerjobb skole barnehage bygde festival museums friluftslivs vassdrags strand kraft solenergi bioenergi varme
""")
LAST = _words("""
tomter arealer planer områder strategier prosjekter avtaler tjenester tilbud nettverk møteplasser knutepunkt ruter veier
forbindelser anlegg bygg lokaler parker sentre kontorer ordninger tilskudd fond midler kurs programmer kampanjer
arrangementer dager messer prosesser rutiner analyser kartlegginger undersøkelser utredninger oversikter databaser
løsninger systemer plattformer portaler portefølje samlinger frokoster dialoger råd utvalg miljøer bedrifter aktører
satsinger initiativ muligheter behov tiltak stillinger plasser arbeidsplasser
""")
ADJECTIVES = _words("""
nye flere bedre gode attraktive robuste lokale regionale kommunale moderne trygge framtidsrettede bærekraftige lønnsomme
effektive tilgjengelige felles årlige faste målrettede samordnede tydelige synlige helhetlige varige grønne konkurransedyktige
fleksible digitale åpne aktive langsiktige brukervennlige gjennomtenkte innovative tverrfaglige sentrale byggeklare
opprustede universelt-utformede etterspurte miljøvennlige kunnskapsbaserte eksisterende ledige supplerende
""")
SUBJECTS = _phrases("""
{k} kommune skal; Kommunen skal; {k} kommune; Det skal; Kommunen og næringslivet skal sammen;
Administrasjonen skal; I planperioden skal kommunen; Kommunen vil; Teknisk etat skal; Næringsrådgiver skal; {k} skal
""")
VERBS = _phrases("""
arbeide aktivt for å få; være pådriver for; legge til rette for; bidra til; utvikle; etablere; styrke; kartlegge; stimulere til;
sikre; opprettholde og forbedre; ta initiativ til; prioritere; videreføre; gjennomføre; synliggjøre; utarbeide; invitere til;
samordne; fullføre; markedsføre; tilby; vurdere; støtte; følge opp; forenkle; etterspørre; planlegge; evaluere; bygge ut; finansiere;
rullere; effektivisere; tilrettelegge; formidle; forankre; rekruttere til; forbedre; framskaffe; medvirke til; ivareta; initiere
""")
PLACES = _phrases("""
i {s}; i {s} sentrum; ved {s}; langs {e}; mellom {s} og {e}; fra {s} i retning {e}; i hele kommunen; i tilknytning til {s};
mot {e}; på strekningen {s}–{e}; i bygdene rundt {s}; i {s} og {e}; på {s}; ved innfartsåren til {s}; i kommunesenteret; øst for {e};
nord i kommunen; sør for {s}; ved gamle {e} stasjon; i {e} industriområde; overfor naboregionene
""")
PURPOSES = _phrases("""
for å tåle tungtransport tilpasset næringslivets behov; slik at flere unge velger å flytte hjem etter endt utdanning;
for å øke tilflyttingen av barnefamilier; slik at bedriftene får den arbeidskraften de trenger; med sikte på flere helårs arbeidsplasser;
for å redusere reisetiden til Oslo; i dialog med grunneiere og utbyggere; som ledd i kommuneplanens samfunnsdel;
for å gi bedriftene forutsigbare rammer; slik at saksbehandlingstiden blir kortere enn de fastsatte fristene;
med tydelige krav til kvalitet og universell utforming; etter modell fra nabokommunene; for å bygge omdømme internt og eksternt;
i tråd med regional plan for areal og transport; gjennom spleiselag mellom stat, fylke og kommune; og sørge for at innbyggerne blir hørt;
for å styrke grunnlaget for handel og service; uten at det går på bekostning av jordvernet; med støtte fra kraftfondet;
slik at sysselsettingen innen privat sektor øker; for å utnytte lokale naturressurser bedre; der kommunen selv eier grunnen;
og melde resultatene til formannskapet hvert år; for å få flere kvinner til å starte egen virksomhet; på tvers av etater og fagområder;
med vekt på trafikksikkerhet for myke trafikanter; i god tid før neste rullering av økonomiplanen; og bidra til levende bygder;
for å møte endringer i arbeidsmarkedet; slik at besøkende blir lenger og legger igjen mer; for å dempe frafallet i videregående opplæring;
hvor landbruket er en viktig del av verdiskapingen; og gi raske svar til dem som henvender seg; når statlige midler blir tilgjengelige;
i forkant av nye utlysninger; under forutsetning av ekstern finansiering; med minst to møter hvert halvår; gjennom felles innkjøp;
for å hindre at handelslekkasjen vokser; slik at små leverandører også kan delta i konkurransen; etter innspill fra lag og foreninger
""")
RESULTS = _phrases("""
skal være på plass; er tatt i bruk; er kjent for alle innbyggere; gir økt verdiskaping; skal vedtas politisk; blir prioritert;
har høy standard; skal økes med 10 %; er doblet i planperioden; skal ligge over landsgjennomsnittet; evalueres årlig; videreføres;
gir flere etableringer; styrker omdømmet; blir enklere å finne fram til; bidrar til bolyst; når ut til flere; skal gi synlige resultater
""")
MILESTONES = _phrases("""
Planprogram; Kommunedelplan; Reguleringsplan; Byggestart; Oppstartsmøte; Forprosjekt; Politisk sak; Kartlegging; Høring; Anbudsrunde;
Evaluering; Pilotprosjekt; Statusmelding; Planrullering; Samarbeidsavtale; Kampanje; Kurs; Fagdag; Temamøte; Søknad om midler;
Mulighetsstudie; Grunnerverv; Første byggetrinn; Innbyggerundersøkelse; Handlingsplan; Studietur; Rapport til kommunestyret; Ny avtale
""")
OUTCOMES = _phrases("""
Arbeidet har fortsatt gjennom året; Prosjektet er godt i gang; Saken ble behandlet i formannskapet; Det ble gjennomført to møter om saken;
Kommunen har lyst ut oppdraget; Tiltaket er ført videre med egne midler; Arbeidet er forsinket på grunn av manglende finansiering;
Avtalen ble undertegnet i høst; Anlegget ble åpnet i juni; Det er satt ned en arbeidsgruppe; Søknaden ble innvilget; Planen ble vedtatt enstemmig;
Det er ikke avsatt midler i budsjettet; Ordningen har blitt tatt godt imot; Det ble holdt fire frokostmøter; Høringen ga mange innspill;
Saken er utsatt til neste økonomiplan; Det er lagt ned et betydelig arbeid; Rapporten er oversendt fylkeskommunen; Vi har styrket bemanningen
""")
REMARKS = _phrases("""
Cellen for delmål er kort i planen; Planen skriver navnet på to måter; Vi leser dette som en fast oppgave; Målet står også i kommuneplanen;
Fristen står bare i innledningen; Planen sier ikke hvem som betaler; Stedet har skiftet navn etter vedtaket; Teksten fortsetter på neste side i dokumentet
""")
SECTIONS = _phrases("""
Samferdsel og infrastruktur; Kompetanse og rekruttering; Kommunen som vertskap; Næringsarealer og tettsteder; Nyskaping og vekst;
Omdømme og bosetting; Landbruk, mat og reiseliv; Digitale tjenester; Samarbeid og dialog; Offentlige innkjøp; Grønn omstilling; Handel og sentrum
""")
COMMON_FIRST = _words("""
Norsk Østlandets Innlandets Fjellregionens Nordre Søndre Vestre Midtre Telemark Buskerud Viken Nasjonalt Skandinavisk Norges
""")
COMMON_LAST: tuple[tuple[str, str], ...] = (
    ("Næringshage", "bedrift"),
    ("Reiselivsforum", "forening"),
    ("Bondelag", "forening"),
    ("Kompetansesenter", "skole og forskning"),
    ("Kollektivtrafikk", "offentlig selskap"),
    ("Energi", "bedrift"),
    ("Utviklingsfond", "samarbeid"),
)
SYLLABLES = (
    _words(
        "Bjør As Fjell Grøn Hol Kvam Lang Mel Nor Raud Sel Tor Ul Vang Øy Ål Sten Hov Skog Berg Lund Ras Sør Myr Elv"
    ),
    _words("ne ke se va le ma re de ge fe"),
    _words("dal vik nes heim stad lia moen rud sand voll fjord bygda"),
)
