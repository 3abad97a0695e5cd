"""Page bodies: a template and an entity in, block HTML out. Autoescape is on; every value lands as text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from typing import Any

import jinja2
from markupsafe import Markup

from ..exports.follow import atom, ical
from ..exports.follow.issue import Utgivelse
from ..exports.follow.site import Nettsted
from ..exports.offered import offered
from ..exports.published import Published
from ..format import frist, kostnad, model, texts, tidsrom
from ..format.columns import COLUMNS
from ..format.kinds import KINDS
from ..format.meldt import TELLEORD
from ..format.model_plan import taken_over, takes_effect
from ..format.texts import UTEN_INNHOLD
from ..format.vocabulary import LINJEORD, MÅLORD, OFFENTLIGE, PLANSTATUSORD, STATUS_KREVER, STATUSORD
from ..register import continuations
from ..register.addresses import address, anchor, breadcrumbs
from ..register.computed import beregnet
from ..register.entities import ROLLER, TELLES, Register, Tema, Tiltak
from ..register.newest import newest_address
from ..register.ordering import alphabetic, unique
from ..register.plan_states import TILSTANDSORD
from ..statuses import forms, sheet_out
from ..statuses.forms import Meldeskjema, Statusark
from ..tools.language import NYNORSK, said, say, spoken
from ..tools.template_cache import COMPILED, COMPILED_IN_NYNORSK
from ..views import filters, responsible, squares, status_tables, telling, timeline
from ..views.search import similar
from ..views.wording import decisions, leads, plan_words
from ..views.wording.places import place_of
from . import ansvar_lest, cards, readings, square_picture
from .compact import Compact
from .contact import mail
from .fragments import Pieces, css
from .github import BRANCH, Repo
from .nynorsk import Nynorsk
from .placeholders import DAG, fill, place_of_day, root
from .policy import CARD_POLICY, POLICY
from .rett_feil import RETT_FEIL
from .whole_text import Heltekst

TEMPLATES = Path(__file__).parent / "templates"
LANG_LISTE = 12
"""From one more measure than this a table can be filtered and sorted."""
MANGE_KOMMUNER = 40
"""With more kommuner than this each fylke is folded away on the page of a tema."""
NESTE_FRISTER = 50
"""So many of the next deadlines stand on the page of all of them, when they are too many for one page."""


class Renderer:
    """Makes HTML of the register, as it stands on one day."""

    def __init__(
        self,
        register: Register,
        idag: date,
        *,
        base: str = "",
        repo: str = "",
        gren: str = BRANCH,
        kontakt: str = "",
        ark: bool = True,
        søk: bool = True,
        styles: Sequence[str] = (),
        nettsted: Nettsted | None = None,
        bilder: bool = True,
        commit: str = "",
        utelatt: frozenset[str] = frozenset(),
    ) -> None:
        """Set up the templates. What a page says of the site it stands on is given by name:

        `base`: the site's own address. `repo`: the repository's on GitHub, empty when there is none. `gren`: its branch.
        `kontakt`: the e-mail address that readers write to, empty when there is none.
        `ark`: whether plans offer a spreadsheet, where it can be made. `søk`: whether there is a search. `styles`: the addresses of the stylesheets.
        `nettsted`: what others are told of the site. `bilder`: whether shared links have pictures of their own, where
        they can be drawn.
        `commit`: what the data are in git, when that is known. `utelatt`: the outputs that the site has no room for.
        """
        self.register = register
        self.idag = idag
        self.base = base
        self.repo = Repo(repo.rstrip("/"), gren)
        self.kontakt = kontakt
        self.ark = sheet_out.library() if ark else ""
        self.søk = søk
        self.styles = styles
        self.utgivelse = Utgivelse(nettsted or Nettsted(base or Nettsted.base), register, bilder=bilder)
        self.commit = commit
        self.utelatt = utelatt
        self.published = Published(register, idag, base, utelatt)
        self.env = self._environment()
        self._nynorsk: jinja2.Environment | None = None

    def _environment(self) -> jinja2.Environment:
        """Return the templates with all that they call, in the language that is spoken."""
        nynorsk = spoken() == NYNORSK
        env = jinja2.Environment(
            loader=jinja2.FileSystemLoader(TEMPLATES),
            autoescape=True,
            undefined=jinja2.StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
            bytecode_cache=COMPILED_IN_NYNORSK if nynorsk else COMPILED,
            extensions=[Compact, Nynorsk] if nynorsk else [Compact],
        )
        env.filters |= {
            "dato": frist.dato,
            "tid": tidsrom.shown,
            "dagen_etter": lambda day: day + timedelta(days=1),
            "stor": lambda text: text[:1].upper() + text[1:],
            "liten": lambda text: text[:1].lower() + text[1:],
            "ascii": css,
            "tall": tall,
            "slag": _slag,
            "si": say,
            "størrelse": størrelse,
            "i_kode": _code,
        }
        register = self.register
        env.globals |= Pieces(register.aktører).functions() | {
            "register": register,
            "idag": self.idag,
            "base": self.base,
            "repo": self.repo,
            "kontakt": self.kontakt,
            "e_post": partial(mail, self.kontakt),
            "RETT_FEIL": RETT_FEIL,
            "nettsted": self.utgivelse.site,
            "utgivelse": self.utgivelse,
            "strømsti": atom.path_of,
            "kalendersti": ical.path_of,
            "bildekode": partial(cards.picture_code, self.base),
            "ark": self.ark,
            "POLICY": POLICY,
            "CARD_POLICY": Markup(CARD_POLICY),
            "texts": texts,
            "tidsrom": tidsrom,
            "MÅNEDER": frist.MÅNEDER,
            "beløp": kostnad.parse,
            "STATUS_KREVER": STATUS_KREVER,
            "melding": forms,
            "Meldeskjema": Meldeskjema,
            "Heltekst": Heltekst,
            "Statusark": Statusark,
            "STATUSORD": said(STATUSORD),
            "PLANSTATUSORD": said(PLANSTATUSORD),
            "UTEN_INNHOLD": UTEN_INNHOLD,
            "KOLONNER": COLUMNS,
            "ROLLER": said(ROLLER),
            "OFFENTLIGE": OFFENTLIGE,
            "sier_mer": readings.says_more,
            "ansvar_lest": ansvar_lest.lesning,
            "dekning": plan_words.dekning,
            "MÅLORD": said(MÅLORD),
            "TELLES": said(TELLES),
            "nyeste": newest_address,
            "TILSTANDSORD": said(TILSTANDSORD),
            "kjeden": continuations.chain,
            "flyttet_frist": continuations.moved,
            "gjelder_fra": lambda plan: takes_effect(plan.data),
            "tok_over": lambda old, newer: taken_over(old.data, newer.data) or takes_effect(newer.data),
            "vedtaket_i_ord": decisions.decided,
            "vedtakstekst_om": decisions.decided_on,
            "uten_vedtak": decisions.undecided,
            "vedtakssted": decisions.where,
            "DAG": DAG,
            "nyttår": lambda year: date(year, 1, 1),
            "antallsruter": square_picture.antallsruter,
            "plass_i_dag": place_of_day,
            "kommunens_løfte": leads.of_kommune,
            "planens_løfte": leads.of_plan,
            "ruteblikk": square_picture.ruteblikk,
            "rutegrupper": squares.grupper,
            "rutenøkkel": squares.nøkkel,
            "ruter_i_ord": squares.i_ord,
            "fortalt": lambda one, innen: timeline.told_as_past(one, frist.som_dato(innen)),
            "vårt_nummer": plan_words.number_is_ours,
            "om_vedtak": plan_words.says,
            "eier_foran": plan_words.owner_before,
            "plantittel": plan_words.titled,
            "dokumentet": plan_words.document_word,
            "adresse": address,
            "smuler": breadcrumbs,
            "anker": anchor,
            "beregnet_av": beregnet,
            "sluttet": responsible.sluttet,
            "etter_slutt": responsible.etter_slutt,
            "delmål_i": timeline.milestones,
            "TELLEORD": said(TELLEORD),
            "tabell_rad": telling.rad,
            "årene": telling.årene,
            "sted_i_dokumentet": place_of,
            "lignende": partial(similar.similar, register),
            "samme_tema": partial(status_tables.samme_tema, register),
            "FILTRE": said(filters.FILTRE),
            "NESTE_FRISTER": NESTE_FRISTER,
            "MANGE_KOMMUNER": MANGE_KOMMUNER,
            "første_side": first_page,
            "med_kommune": filters.with_kommune,
            "SORTERINGER": said(filters.SORTERINGER),
            "sorteringer": filters.sorteringer,
            "filterdata": filters.filterdata,
            "valgbare": filters.valgbare,
            "filterverdier": filters.filterverdier,
            "temaer_i": temaer_i,
            "tilbud": partial(offered, self.utelatt),
            "utelatt": self.utelatt,
            "flyttet_fra": lambda ting: register.flyttet.get(address(ting), []),
            "LANG_LISTE": LANG_LISTE,
            "LANG_INNLEDNING": LANG_INNLEDNING,
        }
        return env

    @property
    def templates(self) -> jinja2.Environment:
        """Return the templates in the language that is spoken; those in nynorsk are made for the first page that is."""
        if spoken() != NYNORSK:
            return self.env
        if self._nynorsk is None:
            self._nynorsk = self._environment()
            self._nynorsk.context_class = self.env.context_class
        return self._nynorsk

    def body(self, template: str, values: dict[str, Any]) -> bytes:
        """Return the body of a page in UTF-8, made of a template in `templates/` and what it is called with.

        Its slots (`placeholders.py`) are left open: they are filled when it is known where the page stands, and which day.
        """
        module: Any = self.templates.get_template(template).module
        return _block(str(module.side(**values))).encode()

    def redirect(self, one: model.Videresending) -> str:
        """Return the whole page at an address that was, which leads on to the one that is."""
        module: Any = self.env.get_template("videresending.html").module
        return str(module.side(one, root(one.gammel), self.base + one.ny, self.styles)).strip() + "\n"

    def card(self, tiltak: Tiltak) -> str:
        """Return a tiltak as a card for other people's pages: a whole page without a frame."""
        module: Any = self.templates.get_template("kort.html").module
        most = cards.WORDING
        while True:
            card = f"{str(module.side(**cards.values(tiltak, self.base, self.utgivelse.site.navn, most))).strip()}\n"
            over = len(card.encode()) - cards.LARGEST
            if over <= 0 or most <= 0:
                return card
            most = max(0, most - over)

    def component(self, name: str, here: str, *arguments: Any, file: str = "lister.html") -> str:
        """Return one component of `lister.html` (or another file), called with these arguments, for the page at `here`."""
        module: Any = self.env.get_template(file).module
        return fill(_block(str(getattr(module, name)(*arguments))).encode(), here, self.idag).decode()


def _block(html: str) -> str:
    """Return HTML that Markdown passes through unchanged: one element, no blank lines, nothing indented."""
    return f"<div>{_INDENTED.sub(chr(10), html.strip())}</div>"


LANG_INNLEDNING = 500
"""Signs in an innledning, from which on it is folded away: about a screen on a telephone."""


_INDENTED = re.compile(r"\n\s+")


def temaer_i(tiltak: Iterable[Tiltak]) -> list[Tema]:
    """Return the temaer of these tiltak, each once, in Norwegian order."""
    return sorted(
        unique(tema for one in tiltak for tema in one.temaer), key=lambda tema: alphabetic(tema.navn)
    )


def first_page(liste: Any, år: int) -> Any:
    """Return the first page of a long list of days that has one in this year."""
    return next(side for side in liste.sider if any(day.dag.year == år for day in side.rader))


def tall(value: int | float | str) -> str:
    """Return a number as Norwegians write it: 1 234,5."""
    if isinstance(value, str):
        return value
    return f"{value:,}".replace(",", "\u00a0").replace(".", ",")


def størrelse(antall_byte: int) -> str:
    """Return the size of a file as it is told to whoever is to load it down: «84 kB», «1,2 MB»."""
    if antall_byte < 1_000_000:
        return f"{-(-antall_byte // 1000)}\u00a0kB"
    return f"{tall(round(antall_byte / 1_000_000, 1))}\u00a0MB"


PLURALS = (
    {"linje": "linjer"} | {kind.en: kind.flere for kind in KINDS.values()} | LINJEORD | timeline.HENDELSER
)
"""What several are called, by what one is: the kinds of things, of lines and of days."""


def _code(text: str) -> Markup:
    """Return a text between tags: only what could begin a tag is quoted there, and JSON is full of quotation marks."""
    return Markup(text.replace("&", "&amp;").replace("<", "&lt;"))


def _slag(slag: str, antall: int) -> str:
    """Return a noun in the right number: 1 tiltaksområde, 69 tiltaksområder. Raises KeyError for an unknown one."""
    return say(slag if antall == 1 else PLURALS[slag])
