"""The records of which a dossier has one: its settings, the page about it, and its registers."""

from collections.abc import Mapping
from typing import Annotated

from msgspec import Struct, field

from briefing.model.dates import PartialDate
from briefing.model.forms import DAY, ON_OFF, PERIOD, PUBLISHED_RECORD, SITE
from briefing.model.keys import Key
from briefing.model.kinds import Address, Id, Language, MapFile, OnNames, Printed, SourceId, Term, Unshown
from briefing.model.records.against import VERSIONS, Contradicted, Version
from briefing.model.records.base import Cited, Known, Record
from briefing.model.records.core import Core, told
from briefing.model.records.life import Laters, Sure, Trend, noted
from briefing.model.vocabulary import NameKind, Standing

#: The form of records that this generator reads and writes; `briefing/dossier/upgrade.py` leads to it from older ones.
FORMAT = 2


class Stand(Struct, frozen=True, kw_only=True):
    """One point under what stands."""

    status: Annotated[Standing, Key()]
    title: Annotated[str, Key("a few words that lead it, as a question", None, most=60)] = ""
    text: Annotated[str, Key("one sentence", most=400)]
    basis: Known
    cite: Cited
    against: Contradicted = ()
    versions: Annotated[tuple[Version, ...], VERSIONS] = ()
    as_of: Annotated[
        PartialDate | None,
        Key(
            "the day, month or year of which it holds, needed where the source does not say when it was published; "
            "else, of what is in force or planned, the newest day on which one of its sources was published",
            "2030-01-01",
        ),
    ] = None
    confidence: Sure = None
    later: Laters = ()


class Fine(Struct, frozen=True, kw_only=True):
    """Finer lines for the map. The file stays one of its own, under its own licence."""

    file: Annotated[MapFile, Key("a file in `content/maps/`, as under *Base map*", "fine.geojson")]
    credit: Annotated[
        Printed, Key("whose data it is, and under which licence", "© whose data, and its licence", most=200)
    ]
    address: Annotated[Address, Key("where the credit leads", "https://…")] = ""


class MapSettings(Struct, frozen=True, kw_only=True):
    """How the dossier's map is drawn. `base` and `fine` name files in `content/maps/`."""

    base: Annotated[tuple[MapFile, ...], Key("files in `content/maps/`, as under *Base map*")] = ()
    fine: Annotated[
        tuple[Fine, ...], Key("finer lines, drawn in place of those of the base map that they run along")
    ] = ()
    focus: Annotated[
        tuple[Id, ...],
        Key("the ids of the places that the map is framed on, all of them when left out; others are pointed at", ()),
    ] = ()
    area: Annotated[str, Key("what the tinted area is, for the legend", most=200)] = ""
    title: Annotated[str, Key("", most=200)] = ""
    note: Annotated[str, Key("on disputed lines", most=600)] = ""
    credit: Annotated[str, Key("", most=600)] = ""
    tiles: Annotated[bool, ON_OFF, Key("street maps of openstreetmap.org, for readers who ask for them", "off")] = False


class Limits(Struct, frozen=True, kw_only=True):
    """How much may be quoted."""

    words: Annotated[int, Key("in one quotation, 25 when left out", "25", least=1, most=500)] = 25
    share: Annotated[int, Key("per cent of a source in all, 10 when left out", "10", least=1, most=100)] = 10


class Side(Struct, frozen=True, kw_only=True):
    """A side of the dispute."""

    name: Annotated[str, Key("its name in full")]
    short: Annotated[str, Key("for narrow lanes, at most 16 letters; the name when left out", None, most=16)] = ""

    @property
    def brief(self) -> str:
        """Its name where there is little room."""
        return self.short or self.name


def _period(dossier: "Dossier") -> dict[str, str | list[str]]:
    """The first and last day described; empty where there is none."""
    return {"period": "/".join(map(str, dossier.period))}


def _stands(dossier: "Dossier") -> dict[str, str | list[str]]:
    """What stands, and of which day."""
    days = sorted(f"{stand.text} ({stand.as_of})" for stand in dossier.stands if stand.as_of)
    levels = sorted(f"{stand.text} ({stand.confidence.level})" for stand in dossier.stands if stand.confidence)
    laters = sorted(f"{stand.text} ({turn})" for stand in dossier.stands for turn in noted(stand.later))
    return {
        "stands": sorted(f"{stand.text} ({stand.status})" for stand in dossier.stands),
        **({"stands.day": days} if days else {}),
        **({"stands.confidence": levels} if levels else {}),
        **({"stands.later": laters} if laters else {}),
    }


def _core(dossier: "Dossier") -> dict[str, str | list[str]]:
    """What the rows of the core disagreement say."""
    return told(dossier.core)


class Dossier(Record, frozen=True, kw_only=True):
    """The dossier itself: the editor's settings and the first words of the home page."""

    format: Annotated[
        int,
        Key(
            "the form of the dossier's records, 1 when left out; `invoke upgrade` brings an older one up to date",
            str(FORMAT),
            least=1,
            most=FORMAT,
            is_suggested=True,
        ),
    ] = 1
    title: Annotated[str, Key("the site's name", "Title of the dossier", most=120, published=True)]
    summary: Annotated[str, Key("the answer in one sentence, for the head of the front page", most=400)]
    snapshot: Annotated[
        str, Key("which moment this describes, in one or two sentences that every page shows", most=400)
    ]
    language: Annotated[Language, Key("language tag of the prose, `en` when left out", "en", is_suggested=True)] = "en"
    licence: Annotated[
        str, Key("of our own words, `CC BY 4.0` when left out", "CC BY 4.0", most=120, is_suggested=True)
    ] = "CC BY 4.0"
    publisher: Annotated[Printed, Key("who publishes the dossier", "Name", most=200)] = ""
    status_note: Annotated[str, Key("one sentence on a contested status, for the foot of every page", most=400)] = ""
    period: Annotated[
        tuple[PartialDate, ...],
        PERIOD,
        Key("first and last day described, as `2022-10-28/2023-04`", "2030-01-01/2030-02-28", published=_period),
    ] = ()
    as_of: Annotated[
        PartialDate | None, DAY, Key("the day the site speaks from, when it is not the day of the build", None)
    ] = None
    site_url: Annotated[Address, SITE, Key("where the site will stand, when the build is not told")] = ""
    repository: Annotated[
        Address,
        Key(
            "address of the repository, for links to edit a page and to report an error",
            "https://github.com/NAME/REPOSITORY",
        ),
    ] = ""
    answer: Annotated[Id, Key("the id of the brief that gives the answer in a minute", "id-of-a-brief")] = ""
    sides: Annotated[
        Mapping[Id, Side],
        Key(
            "the sides for the balance of the report and the lanes of the timeline, of which actors name one",
            {"one": "The one side", "other": "The other side"},
            is_suggested=True,
        ),
    ] = field(default_factory=dict)
    map: Annotated[MapSettings, Key("how the map is drawn")] = field(default_factory=MapSettings)
    limits: Annotated[Limits, Key("how much may be quoted")] = field(default_factory=Limits)
    core: Annotated[
        Core | None,
        Key(
            "the core disagreement, which leads the home page; when left out, the first question",
            label="Core disagreement",
            published=_core,
        ),
    ] = None
    stands: Annotated[
        tuple[Stand, ...], Key("the points under where things stand", label="Where things stand", published=_stands)
    ] = ()
    trend: Annotated[Trend | None, Key("whether it gets better or worse, shown with what stands")] = None


class About(Record, frozen=True, kw_only=True):
    """The page on method."""

    title: Annotated[str, Key("", "About this dossier", most=120)]


class Name(Struct, frozen=True, kw_only=True):
    """One entry of the register of names."""

    neutral: Annotated[str, Key("the form that we use", "Name", most=120)]
    kind: Annotated[NameKind, Key("", "place")]
    local: Annotated[
        Mapping[Language, tuple[Printed, ...]],
        Key("the form in each language, or several, as `[one, other]`", {"fr": "French form"}),
    ] = field(default_factory=dict)
    printed: Annotated[
        Mapping[SourceId, Printed], Key("where a source prints another form", {"{source}": "form in the source"})
    ] = field(default_factory=dict)
    note: Annotated[OnNames, Key("", most=400)] = ""

    @property
    def local_forms(self) -> list[str]:
        """The forms in all languages."""
        return [form for forms in self.local.values() for form in forms]


def _names(names: "Names") -> dict[str, str | list[str]]:
    """The names that we use, and the other forms of each."""
    values: dict[str, str | list[str]] = {"names": sorted(entry.neutral for entry in names.names)}
    for entry in names.names:
        forms = {*entry.local_forms, *(f"{form} ({id})" for id, form in entry.printed.items())}
        if forms:
            values[f"names.{entry.neutral}"] = sorted(forms)
    return values


class Names(Record, frozen=True, kw_only=True):
    """The register of names."""

    title: Annotated[str, Key("the heading, `Names` when left out", "Names", most=120, is_suggested=True)] = "Names"
    names: Annotated[tuple[Name, ...], Key("the form that we use, and others", label="Name", published=_names)] = ()


class Loaded(Struct, frozen=True, kw_only=True):
    """A word that takes a side, and what to write instead."""

    word: Annotated[Unshown, Key("", "word", most=60)]
    instead: Annotated[Unshown, Key("", "what to write", most=200)]


class Words(Record, frozen=True, kw_only=True):
    """Loaded words, and words that quotation marks only set apart."""

    loaded: Annotated[tuple[Loaded, ...], Key("words that judge, which must be quoted or given to who says them")] = ()
    terms: Annotated[tuple[Term, ...], Key("words that quotation marks only set apart", (), is_suggested=True)] = ()


class Gone(Struct, frozen=True, kw_only=True):
    """A record that was published and taken away."""

    record: Annotated[
        Id,
        PUBLISHED_RECORD,
        Key("its kind and id, as `briefs/old-name`; a position as `positions/actor/question`", "briefs/old-name"),
    ]
    title: Annotated[str, Key("", most=200)]
    date: Annotated[PartialDate, DAY, Key("when it was taken away")]
    why: Annotated[str, Key("the reason")]


class Removed(Record, frozen=True, kw_only=True):
    """The list of records that were published and taken away."""

    removed: Annotated[tuple[Gone, ...], Key("the records, and why each was taken away")] = ()
