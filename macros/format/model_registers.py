"""The registers of `data/`: kommuner, fylker, temaer, aktører, corrections and addresses that have moved."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import Field

from .model_common import Format
from .texts import (
    FØRSTE_ÅR,
    IKKE_TOM,
    ONE_LINE,
    SISTE_ÅR,
    Adresse,
    Id,
    Kommunenummer,
    LovetSti,
    Navn,
    Orgnr,
    Sti,
    Tekst,
    Tiltaksref,
    År,
)
from .vocabulary import Aktørtype, Målform


class Nummer(Format):
    """Et kommunenummer og tiden det gjaldt."""

    nummer: Kommunenummer = Field(description="Fire sifre i anførselstegn.", examples=["3316"])
    navn: Navn | None = Field(
        default=None,
        description="Kommunens navn i denne tida, når det var et annet enn nå.",
        examples=["Nes"],
    )
    fra: date | None = Field(
        default=None,
        description="Første dag; mangler når den er før 2015 eller ukjent.",
        examples=[date(2024, 1, 1)],
    )
    til: date | None = Field(
        default=None, description="Siste dag; mangler for dagens nummer.", examples=[date(2023, 12, 31)]
    )


class Kommune(Format):
    """En kommune, som er eller har vært. Alle landets kommuner står i registeret fra før."""

    navn: Navn = Field(description="Kommunens navn på norsk.", examples=["Porsanger"])
    andre_navn: tuple[Navn, ...] = Field(
        default=(),
        description="Navnet på samisk og kvensk, der kommunen har et offisielt.",
        examples=[("Porsáŋgu", "Porsanki")],
    )
    aktør: Id | None = Field(
        default=None,
        description="Kommunen som aktør. Kan utelates når id-en er kommunens id og «-kommune».",
        examples=["modum-kommune"],
    )
    orgnr: Orgnr | None = Field(
        default=None,
        description="Kommunens organisasjonsnummer, ni sifre i anførselstegn. Mangler når ingen kilde er funnet.",
        examples=["970491589"],
    )
    målform: Målform | None = Field(
        default=None, description="Kommunens språkvedtak. Mangler når ingen kilde er funnet."
    )
    tilgjengelighetserklæring: Adresse | None = Field(
        default=None,
        description="Adressen til kommunens egen erklæring for dette nettstedet, når den finnes.",
        examples=["https://example.org/tilgjengelighet"],
    )
    numre: Annotated[tuple[Nummer, ...], Field(min_length=1)] = Field(
        description="Kommunenumrene siden 2015, eldste først."
    )
    etterfølgere: tuple[Id, ...] = Field(
        default=(),
        description="Kommunene den gikk inn i, når den ikke finnes lenger.",
        examples=[("drammen",)],
    )
    merknad: Tekst | None = Field(
        default=None,
        description="Redaksjonens merknad til leseren.",
        examples=["Kommunen byttet fylke i 2020 og i 2024."],
    )

    def aktør_id(self, id_: str) -> str:
        """Return the id of the aktør that the kommune with this id is: what its entry says, else `<id>-kommune`."""
        return self.aktør or f"{id_}-kommune"


class Fylke(Format):
    """Et fylke og tiden det hadde nummeret."""

    navn: Navn = Field(description="Fylkets navn.", examples=["Buskerud"])
    fra: date | None = Field(
        default=None,
        description="Første dag med dette nummeret, når den er kjent.",
        examples=[date(2024, 1, 1)],
    )
    til: date | None = Field(
        default=None, description="Siste dag; mangler for dagens fylker.", examples=[date(2019, 12, 31)]
    )


class Tema(Format):
    """Et tema på tvers av planene."""

    navn: Annotated[str, Field(pattern=IKKE_TOM, max_length=40), ONE_LINE] = Field(
        description="Temaets navn.", examples=["Samferdsel"]
    )
    beskrivelse: Tekst = Field(
        description="Én setning om hva temaet omfatter.",
        examples=["Veier, jernbane, kollektivtrafikk, sykkel og transport av varer."],
    )


class Etterfølger(Format):
    """Hvem som tok over etter aktøren."""

    aktør: Id | None = Field(
        default=None,
        description="Id-en, når etterfølgeren står i aktørregisteret.",
        examples=["viken-fylkeskommune"],
    )
    navn: Navn | None = Field(default=None, description="Navnet, når den ikke gjør det.", examples=["Vy"])
    fra: År | None = Field(default=None, description="Året den tok over.", examples=[2019])


class Aktør(Format):
    """En virksomhet, enhet, stilling eller gruppe. Aldri en privatperson."""

    navn: Navn = Field(description="Navnet som vises.", examples=["Teknisk etat"])
    type: Aktørtype = Field(description="Hva slags aktør det er.")
    varianter: tuple[Tekst, ...] = Field(
        default=(),
        description="Andre skrivemåter som betyr det samme.",
        examples=[("tekn. etat", "Etat for tekniske tjenester")],
    )
    forelder: Id | None = Field(
        default=None, description="Aktøren den er en del av.", examples=["modum-kommune"]
    )
    fra: År | None = Field(
        default=None,
        description="Første år den fantes, når en annen med samme navn kom før. Sier hvem navnet er i en plan.",
        examples=[2024],
    )
    til: År | None = Field(
        default=None,
        description="Siste år den fantes, når en annen med samme navn kom etter.",
        examples=[2019],
    )
    etterfølger: Etterfølger | None = Field(default=None, description="Hvem som tok over.")
    medlemmer: tuple[Id, ...] = Field(
        default=(), description="Aktørene den består av.", examples=[("modum-kommune", "lier-kommune")]
    )
    orgnr: Orgnr | None = Field(
        default=None,
        description="Organisasjonsnummer, ni sifre i anførselstegn. En kommunes eget står i kommuneregisteret.",
        examples=["970491589"],
    )
    merknad: Tekst | None = Field(
        default=None,
        description="Redaksjonens merknad til leseren.",
        examples=["Tittelen heter kommunedirektør i kommuneloven av 2018."],
    )

    def fantes_i(self, fra: int, til: int) -> bool:
        """Return whether it existed in any of the years from `fra` to `til`, as far as is known."""
        return (self.fra is None or self.fra <= til) and (self.til is None or self.til >= fra)

    def fantes_sammen_med(self, annen: Aktør) -> bool:
        """Return whether it may have existed in the same year as another."""
        return annen.fantes_i(self.fra or FØRSTE_ÅR, self.til or SISTE_ÅR)


class Rettelse(Format):
    """En rettelse av noe som har stått feil på nettstedet."""

    dato: date = Field(description="Dagen feilen ble rettet, år-måned-dag.", examples=[date(2026, 1, 4)])
    hva: Tekst = Field(
        description="Hva som sto feil, og hva som står nå. Én eller to setninger.",
        examples=["Ordlyden var «Kommunen bygger ny bruu», og er nå «Kommunen bygger ny bru»."],
    )
    hvorfor: Tekst = Field(
        description="Hvorfor det ble rettet, og hvor i kilden det riktige står.",
        examples=["Vi hadde skrevet feil av. Det riktige står på side 3 i planen."],
    )
    tiltak: tuple[Tiltaksref, ...] = Field(
        default=(),
        description="Tiltakene rettelsen gjelder, som plan/nummer.",
        examples=[["testby-2020-2023/1.1"]],
    )
    planer: tuple[Id, ...] = Field(
        default=(), description="Planene rettelsen gjelder.", examples=[["testby-2020-2023"]]
    )
    rapporter: tuple[Id, ...] = Field(
        default=(), description="Rapportene rettelsen gjelder.", examples=[["melding-2022"]]
    )
    aktører: tuple[Id, ...] = Field(
        default=(), description="Aktørene rettelsen gjelder.", examples=[["testby-kommune"]]
    )
    kommuner: tuple[Id, ...] = Field(
        default=(), description="Kommunene rettelsen gjelder.", examples=[["testby"]]
    )


class Videresending(Format):
    """En adresse som har vært publisert, og adressen som svarer i stedet."""

    gammel: LovetSti = Field(
        description="Adressen som var, uten nettstedets eget navn: «aktorer/modum-naeringsrad/».",
        examples=["planer/testby-2020-2023/tiltak/1.1/"],
    )
    ny: Sti = Field(
        description="Adressen som gjelder nå, skrevet på samme måte.",
        examples=["planer/testby-2020-2023/tiltak/1.5/"],
    )
    grunn: Tekst = Field(
        description="Hvorfor adressen er ny, i én setning. Leseren får se den.",
        examples=["Tiltaket har fått nytt nummer."],
    )
