"""A file of `data/rapporter/`: a source, and each statement taken from it."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any

from pydantic import BeforeValidator, Field

from . import tidsrom
from .model_common import Format, Kilde
from .texts import Id, Kortnavn, Tekst, Tiltaksref, Tittel, År
from .vocabulary import Dekker, Måloppnåelse, Sikkerhet, Status

Tidspunkt = År | date | Annotated[str, Field(pattern=tidsrom.TIDSROM)]


class Gjelder(Format):
    """Tiden en kilde forteller om, eller en tekst som sier hvorfor den ikke er kjent."""

    fra: Tidspunkt | None = Field(default=None, description="Når den begynner.", examples=[2021, "2021-T1"])
    til: Tidspunkt | None = Field(default=None, description="Når den slutter.", examples=[2022, "2022-05"])
    tekst: Tekst | None = Field(
        default=None, description="Når tiden ikke er kjent: hvorfor, f.eks. «udatert».", examples=["udatert"]
    )

    @property
    def dager(self) -> tuple[date, date] | None:
        """Return the first and the last day, when they are known."""
        return tidsrom.spoken(self.fra, self.til)


def _time_as_span(value: Any) -> Any:
    """Return the span {fra, til} that a bare time stands for; anything else as it is, for pydantic to judge."""
    is_time = isinstance(value, int | str | date) and not isinstance(value, bool)
    return {"fra": value, "til": value} if is_time else value


TIME_AS_SPAN = BeforeValidator(_time_as_span, json_schema_input_type=Tidspunkt | Gjelder)


class Tall(Format):
    """Et tall fra en kilde."""

    navn: Tekst = Field(description="Hva som er talt.", examples=["Dialogmøter"])
    verdi: int | float | Tekst = Field(
        description="Tallet, eller en tekst når det ikke er et tall.", examples=[2]
    )
    planlagt: int | float | Tekst | None = Field(
        default=None, description="Verdien som var planlagt eller ventet.", examples=[4]
    )
    enhet: Tekst | None = Field(default=None, description="Enheten, f.eks. «kroner».", examples=["møter"])


class Punkt(Format):
    """Én opplysning hentet fra en kilde."""

    id: Id = Field(description="Kort navn på punktet; blir en del av adressen.", examples=["dialogmoter"])
    tittel: Tittel = Field(
        description="Kort tittel i klart språk, høyst 70 tegn.", examples=["Dialogmøter med næringsrådet"]
    )
    tiltak: tuple[Tiltaksref, ...] = Field(
        default=(),
        description="Tiltakene det gjelder, som plan/nummer.",
        examples=[("modum-2015-2019/3.3.2",)],
    )
    status: Status | None = Field(
        default=None, description="Status for tiltakene, bare når kilden viser den."
    )
    måloppnåelse: Måloppnåelse | None = Field(
        default=None, description="Om målet er nådd, når kilden viser det."
    )
    dekker: Dekker = Field("hele", description="Om kilden gjelder hele tiltaket eller en del av det.")
    delmål: tuple[Tekst, ...] = Field(
        default=(),
        description="Milepælene eller delfristene kilden forteller om, ordrett slik de står i planen. De får statusen.",
        examples=[("Reguleringsplan 2019",)],
    )
    omtale: Tekst = Field(
        description="Hva kilden forteller, med redaksjonens egne ord.",
        examples=["Kommunen og næringsrådet hadde to møter. Planen sier fire i året."],
    )
    sitat: Tekst | None = Field(
        default=None,
        description="Kort, ordrett sitat. Må stå når punktet setter status.",
        examples=["Det ble holdt 2 slike møter i 2021."],
    )
    sted: Tekst | None = Field(
        default=None,
        description="Hvor i kilden det står. Må stå når punktet setter status.",
        examples=["Avsnittet «Dialogmøter»"],
    )
    sikkerhet: Sikkerhet | None = Field(
        default=None, description="Hvor sikkert kilden viser dette. Må stå når punktet setter status."
    )
    tall: tuple[Tall, ...] = Field(default=(), description="Tall fra kilden.")
    aktører: tuple[Id, ...] = Field(
        default=(), description="Aktører som kilden nevner her.", examples=[("modum-naeringsrad",)]
    )


class Rapport(Format):
    """En kilde som forteller hva som har skjedd."""

    tittel: Tekst = Field(description="Kildens tittel.", examples=["Årsberetning 2021"])
    kortnavn: Kortnavn = Field(
        description="Kort navn til lenker, f.eks. «Årsberetning 2021».", examples=["Årsberetning 2021"]
    )
    utgiver: Id = Field(description="Aktøren som har gitt ut kilden.", examples=["modum-naeringsrad"])
    ny_utgiver: Tekst | None = Field(
        default=None,
        description="Navnet på en utgiver som ikke er lagt inn som aktør ennå. Skjemaet skriver det, og «python -m macros ny-aktor» gjør det om til en aktør.",
        examples=["Granvik bondelag"],
    )
    kommuner: Annotated[tuple[Id, ...], Field(min_length=1)] = Field(
        description="Kommunene kilden handler om.", examples=[("modum",)]
    )
    planer: tuple[Id, ...] = Field(
        default=(),
        description="Planer kilden handler om, ut over tiltakene den nevner.",
        examples=[("modum-2015-2019",)],
    )
    gjelder: Annotated[Gjelder, TIME_AS_SPAN] = Field(
        description="Tiden kilden forteller om: et år, en dag, en måned, et kvartal, et tertial eller et halvår, eller {fra, til}, eller {tekst: udatert}.",
        examples=[2021, "1. tertial 2023", {"fra": 2021, "til": 2022}, {"tekst": "udatert"}],
    )
    utgitt: date | None = Field(
        default=None,
        description="Dagen kilden ble gitt ut, når den sier det. Av to kilder om samme tid gjelder den som ble gitt ut sist.",
        examples=[date(2023, 6, 14)],
    )
    registrert: date = Field(
        description="Dagen kilden kom inn i disse dataene.", examples=[date(2026, 11, 21)]
    )
    kilde: Kilde = Field(description="Dokumentet opplysningene er hentet fra.")
    omtale: Tekst = Field(
        description="To–fire setninger om kilden, med redaksjonens egne ord.",
        examples=["Årsberetningen forteller hva foreningen gjorde i 2021."],
    )
    forbehold: Tekst | None = Field(
        default=None,
        description="Hva leseren bør vite om kilden, f.eks. egeninteresse.",
        examples=["Foreningen forteller her om sitt eget arbeid."],
    )
    punkter: Annotated[tuple[Punkt, ...], Field(min_length=1)] = Field(
        description="Opplysningene fra kilden."
    )
