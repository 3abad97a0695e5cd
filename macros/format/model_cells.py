"""The printed cells of a tiltak of which more than the text is read, and what a plan says of its columns."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import Field

from .model_common import Format
from .texts import Id, Tekst, År
from .vocabulary import Rolle


class Frist(Format):
    """Fristen som planen oppgir; en ren tekst, eller en tekst med tolkning når teksten ikke kan leses maskinelt."""

    tekst: str = Field(description="Cellen nøyaktig som den er trykt.", examples=["Høsten 2024, før jul"])
    innen: År | date | None = Field(
        default=None,
        description="Redaktørens lesning: siste dag, eller siste år. Utelates når teksten ikke sier noen dato.",
        examples=[date(2024, 12, 24)],
    )


class Ansvar(Format):
    """Hvem planen gir ansvaret; en ren tekst, eller en tekst med forklaring når aktørene ikke kan leses maskinelt."""

    tekst: str = Field(
        description="Cellen nøyaktig som den er trykt.", examples=["Undervisningsetate, VGS v/rektor"]
    )
    aktører: dict[str, Id] = Field(
        default_factory=dict,
        description="Ord i teksten som står for en aktør: ordet som trykt, og aktørens id.",
        examples=[{"Undervisningsetate": "modum-undervisningsetaten"}],
    )
    ikke_aktør: tuple[Tekst, ...] = Field(
        default=(), description="Ord i teksten som ikke er noen aktør.", examples=[("etter nærmere avtale",)]
    )
    roller: dict[str, Rolle] = Field(
        default_factory=dict,
        description="Rollen til et navn i teksten når ordene rundt ikke sier den.",
        examples=[{"næringsrådgiver": "ved"}],
    )


class Kostnad(Format):
    """Kostnaden som planen oppgir; en ren tekst, eller en tekst med summen når teksten ikke kan leses maskinelt."""

    tekst: str = Field(
        description="Cellen nøyaktig som den er trykt.", examples=["500.000 i 2024 og 300.000 i 2025"]
    )
    kroner: Annotated[int, Field(ge=0)] | None = Field(
        default=None,
        description="Redaktørens lesning: summen i kroner. Utelates når teksten ikke sier noen sum.",
        examples=[800000],
    )


class EgenKolonne(Format):
    """En kolonne som dokumentet trykker under sin egen overskrift. Id-en er nøkkelen til cellen i hvert tiltak."""

    id: Id = Field(description="Kort navn på kolonnen; nøkkelen i hvert tiltak.", examples=["konsekvens"])
    overskrift: Tekst = Field(description="Overskriften som trykt.", examples=["Konsekvens"])


class Delmål(Format):
    """Redaktørens lesning av én milepæl i cellen «milepæler»."""

    tekst: Tekst = Field(
        description="Milepælen, ordrett slik den står i cellen.", examples=["Reguleringsplan 2019"]
    )
    innen: År | date | None = Field(
        default=None, description="Siste år eller siste dag. Året må stå i cellen.", examples=[2019]
    )


class Deltiltak(Format):
    """Et punkt som står under et tiltak i planen."""

    ordlyd: Tekst = Field(description="Punktet nøyaktig som det er trykt.", examples=["fortau"])
