"""What several kinds of file share: how strict every class of the format is, a period and a source; and who owns and adopts a plan."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Discriminator, Field, Tag

from .texts import Adresse, Id, Kildefil, Tekst, År


def _year_as_period(value: Any) -> Any:
    """Return the period {fra, til} that a bare year stands for; anything else as it is, for pydantic to judge."""
    is_year = isinstance(value, int) and not isinstance(value, bool)
    return {"fra": value, "til": value} if is_year else value


_NONE_GIVEN: set[str] = set()


class Format(BaseModel):
    """What all parts of the format share: unknown keys are errors, nothing is converted, nothing changes."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)

    def model_post_init(self, context: Any, /) -> None:
        """Give all models one shared, empty set of the fields that were given.

        Pydantic makes a set for each model to tell what was given from what was filled in. Nobody asks, and with many plans
        the sets are a fifth of all memory.
        """
        object.__setattr__(self, "__pydantic_fields_set__", _NONE_GIVEN)


class Periode(Format):
    """Et tidsrom i hele år, eller en tekst som sier hvorfor det ikke er kjent."""

    fra: År | None = Field(default=None, description="Første år.", examples=[2015])
    til: År | None = Field(default=None, description="Siste år.", examples=[2019])
    tekst: Tekst | None = Field(
        default=None, description="Når årene ikke er kjent: hvorfor, f.eks. «udatert».", examples=["udatert"]
    )


YEAR_AS_PERIOD = BeforeValidator(_year_as_period, json_schema_input_type=År | Periode)


class Kilde(Format):
    """Dokumentet som dataene er hentet fra."""

    tittel: Tekst = Field(
        description="Dokumentets tittel, med år.", examples=["Handlingsplan for næringsutvikling 2023-2026"]
    )
    url: Adresse | None = Field(
        default=None,
        description="Adressen til dokumentet, eller null når den ikke er kjent.",
        examples=["https://example.org/handlingsplan.pdf"],
    )
    sett: date | None = Field(
        default=None,
        description="Dagen noen sist åpnet adressen og så dokumentet der.",
        examples=[date(2026, 11, 20)],
    )
    arkiv: Adresse | None = Field(
        default=None,
        description="Adressen til en kopi i et nettarkiv, når den finnes.",
        examples=["https://arkiv.example/2026/handlingsplan.pdf"],
    )
    fil: Kildefil | None = Field(
        default=None,
        description="Navnet på en kopi i data/kilder/ som leseren kan laste ned. Bare når utgiveren av nettstedet har rett til å dele den.",
        examples=["handlingsplan-2023-2026.pdf"],
    )
    sider: Tekst | None = Field(
        default=None,
        description="Sidene i dokumentet som er brukt, når det ikke er alle, uten ordet «side» foran.",
        examples=["12–31"],
    )
    sha256: str | None = Field(
        default=None,
        pattern=r"^[0-9a-f]{64}$",
        description="Fingeravtrykk (SHA-256) av teksten som dataene er skrevet etter, så andre kan se at den er den samme.",
        examples=["0f870d7c6f03520744c6d4d2171d434f9bbeafec994577cc75e3376ff3ff23ef"],
    )
    hentet: date | None = Field(
        default=None, description="Dagen dokumentet ble hentet.", examples=[date(2026, 11, 21)]
    )


class Vedtak(Format):
    """Når og av hvem planen ble vedtatt."""

    kommune: Id | None = Field(
        default=None,
        description="Kommunen som vedtaket gjelder for, når hver kommune har vedtatt planen for seg. Uten den gjelder vedtaket for alle.",
        examples=["testby"],
    )
    organ: Tekst = Field(
        description="Organet som vedtok planen, f.eks. «Kommunestyret».", examples=["Kommunestyret"]
    )
    dato: date = Field(description="Vedtaksdatoen, år-måned-dag.", examples=[date(2015, 9, 21)])
    sak: Tekst | None = Field(
        default=None,
        description="Saksnummeret fra protokollen, uten ordet «sak» foran. Utelates når det ikke er funnet.",
        examples=["PS 12/20"],
    )
    protokoll_url: Adresse | None = Field(
        default=None,
        description="Adressen til protokollen fra møtet, når den er funnet.",
        examples=["https://example.org/protokoll-2015-09-21.pdf"],
    )
    sak_url: Adresse | None = Field(
        default=None,
        description="Adressen til saken med saksframlegg og vedlegg, når den er funnet.",
        examples=["https://example.org/sak/12-20"],
    )


class Erstattet(Format):
    """Planen som denne kommer i stedet for."""

    plan: Id | None = Field(
        default=None,
        description="Id-en til en plan som ligger i disse dataene.",
        examples=["testby-2016-2019"],
    )
    tittel: Tekst | None = Field(
        default=None,
        description="Tittelen, når planen ikke ligger i disse dataene.",
        examples=["Handlingsplan for Testby 2016-2019"],
    )


def _one_or_several(value: Any) -> str:
    """Return which member of a union a value is: «flere» for a list, else «én»."""
    return "flere" if isinstance(value, list | tuple) else "én"


Eiere = Annotated[
    Annotated[Id, Tag("én")] | Annotated[tuple[Id, ...], Field(min_length=1), Tag("flere")],
    Discriminator(_one_or_several),
]
"""The owner of a plan, or a list of those that own it together."""
Vedtakene = Annotated[
    Annotated[Vedtak, Tag("én")] | Annotated[tuple[Vedtak, ...], Field(min_length=1), Tag("flere")],
    Discriminator(_one_or_several),
]
"""The decision on a plan, or a list of those that each kommune has made."""
