"""Changes as readers are told them: in plain words, under the titles and addresses that records have now.

`briefing.publication.published` finds them and keeps them as they were noted; nothing here goes back into what is kept.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from msgspec import Struct

from briefing.model import addresses, dates, scripts, when, wording
from briefing.model.keys import DATES
from briefing.model.passages import ALL
from briefing.model.prose import Mark
from briefing.model.records import REPORTER, Corpus, Names, Position, Record
from briefing.model.relations import name, records
from briefing.model.statements import quotations
from briefing.model.text import digest
from briefing.model.vocabulary import Basis, EventState, Standing
from briefing.model.when import is_event
from briefing.publication.manifest import UPDATE, Difference, Entry
from briefing.publication.values import AGAINST, QUOTATIONS, TRANSLATIONS, VERSIONS, field_of, is_quotation
from briefing.site.dating import DateView, of_date
from briefing.site.links import link_in
from briefing.site.views import DifferenceView, EditsView, Link

#: What tells one voice of a paragraph from another.
_PART = re.compile(r" \(part [0-9a-f]{4}\)")
_WITHIN, _DATE = re.compile(r"as (.+) tells it"), re.compile(r"-?\d{3}[\dX](?:-\d\d){0,2}(?:-XX)?[~?%]?$", re.ASCII)
#: What became of a statement, as it is noted.
_TURN = re.compile(
    r"(?:(?P<point>.*) \()?(?P<what>[a-z]+), (?P<date>[^,:]+)(?:, (?P<by>[^:]+))?(?:: (?P<says>.*?))?(?(point)\))",
    re.DOTALL,
)
#: Changes that are not to the value of one field.
_LABELS = {
    UPDATE: "Position",
    QUOTATIONS: "Quotation",
    TRANSLATIONS: "Translation",
    AGAINST: "What a source says against it",
    VERSIONS: "Version",
    "coordinates": "Coordinates",
}
#: What `briefing.publication.published` notes in a word or two, and what it means.
#: The first words stay as they are noted.
_MEANING = {
    "Changed position.": "Changed position. The actor took another stance; the former stands as an earlier position.",
    "Repeated its position.": "Repeated its position. The actor took the same stance again, on a later day.",
    "Removed": "Removed.",
}


class ChangeView(Struct, frozen=True):
    """One change in words; `edtf` is its date as it is kept.

    `record` is the record's name in the manifest as it is now, `link` leads to it. `uid`
    identifies the change for good, `anchor` is its id on the page of changes.
    """

    date: tuple[DateView, ...]
    edtf: str
    record: str
    link: Link
    what: str
    why: str
    differences: tuple[DifferenceView, ...]
    uid: str
    anchor: str


def change_views(entries: Iterable[Entry], corpus: Corpus) -> Iterator[ChangeView]:
    """Changes in words, in the order of the entries."""
    now: dict[str, Record] = {}
    for record in records(corpus):
        folder = name(record).rpartition("/")[0]
        now |= {f"{folder}/{old}": record for old in record.was}
    now |= {name(record): record for record in records(corpus)}
    for entry in entries:
        current = now.get(entry.record)
        anchor = f"change-{entry.date}-{digest(entry.record, entry.what)}"
        yield ChangeView(
            of_date(dates.parse(entry.date)),
            entry.date,
            name(current) if current else entry.record,
            link_in(corpus, current) if current else _gone(entry, corpus),
            _MEANING.get(entry.what, entry.what),
            entry.why,
            tuple(in_words(difference, current, corpus) for difference in entry.differences),
            f"{entry.url}{'' if '#' in entry.url else '#'}{anchor}",
            anchor,
        )


def edit_views(edits: Mapping[str, str], corpus: Corpus) -> Iterator[EditsView]:
    """What was edited without a note, the latest first; `edits` are days by the names of records."""
    by_day: dict[str, list[Link]] = {}
    for record in records(corpus):
        if (day := edits.get(name(record))) is not None and record not in (corpus.words, corpus.removed):
            by_day.setdefault(day, []).append(link_in(corpus, record))
    for day in sorted(by_day, key=lambda day: (day == "", day), reverse=True):
        yield EditsView(dates.words(dates.parse(day)) if day else "", day, tuple(by_day[day]))


def _gone(entry: Entry, corpus: Corpus) -> Link:
    """Where a record that was removed is told of: its own address, the actor's page, or the page of changes."""
    title = next((gone.title for gone in corpus.removed.removed if gone.record == entry.record), entry.title)
    kind, _, id = entry.record.partition("/")
    if kind == "positions":
        actor = id.partition("/")[0]
        return Link(title, addresses.of_name(f"actors/{actor}") if actor in corpus.actors else "changes/")
    url = addresses.of_name(entry.record)
    return Link(title, url if url.count("/") == 2 and url.endswith("/") else "changes/")


def in_words(difference: Difference, record: Record | None, corpus: Corpus) -> DifferenceView:
    """One value that changed, with its name, in words for readers."""
    parts = [part for part in difference.key.split(".") if not part.isdigit()]
    field = field_of(difference.key.removeprefix(f"{UPDATE}."))
    words = field.label if field else _LABELS.get(parts[0], parts[0].replace("_", " ").capitalize())
    if parts[0] == "earlier" and parts[-1] != "later":
        words = f"Earlier {words.lower()}"
    elif parts[0] == "names" and len(parts) > 1:
        named = difference.key.removeprefix("names.")
        words = f"Forms of {named}" if isinstance(record, Names) else f"Name in {wording.language(named)}"

    def shown(value: str) -> str:
        match parts[-1]:
            case "stands" if len(parts) == 1:
                text, _, status = value.removesuffix(")").rpartition(" (")
                return f"{wording.STANDING[Standing(status)]}: {text}"
            case "period" if len(parts) == 1:
                return " to ".join(dates.words(dates.parse(day)) for day in value.split("/"))
            case "after" | "before" | "postponed_to":
                return _when_or_event(value, corpus)
            case "stance" | "position" if isinstance(record, Position):
                return wording.stance(value, corpus.questions[record.question].stances)
            case "later":
                return _turn(value, corpus)
            case "confidence":
                return _word(value, wording.CONFIDENCE)
            case "direction":
                return _word(value, wording.TREND)
            case "via" | "with" if value in corpus.actors:
                return corpus.actors[value].name
            case "versions" if len(parts) == 1:
                return _version(value)
            case "voices":
                return _voice(value, corpus)
            case "translated_by":
                return wording.translated(value)
            case "side" if value in corpus.dossier.sides:
                return corpus.dossier.sides[value].name
        if field is None:
            return value
        if field.type is Basis:
            return wording.BASIS[Basis(value)]
        if field.type is EventState:
            return wording.EVENT_STATUS[value]
        return when.words(when.parse(value)) if field.type in DATES else value

    after = shown(difference.after) if difference.after else ""
    language = _language(difference, record, corpus) if is_quotation(difference.key) else None
    return DifferenceView(words, shown(difference.before), after, language)


def _when_or_event(value: str, corpus: Corpus) -> str:
    """The title of an event, or a date in words."""
    if is_event(value):
        return corpus.events[value].title if value in corpus.events else value
    return dates.words(dates.parse(value))


def _word(value: str, words: Mapping[Any, str]) -> str:
    """A word of a closed list as readers see it."""
    return words.get(value, value)


def _turn(value: str, corpus: Corpus) -> str:
    """What became of a statement: `denied, 2022-11-05, telissa-council: It never said so.`, of what stands behind the
    words of the point, between brackets.
    """
    told = _TURN.fullmatch(value)
    if not told:
        return value
    by = corpus.actors[told["by"]].name if told["by"] in corpus.actors else told["by"]
    when = f"{_word(told['what'], wording.TURN)}, {dates.words(dates.parse(told['date']))}"
    shown = "".join((when, f", by {by}" if by else "", f": {told['says']}" if told["says"] else ""))
    return f"{told['point']} {shown}" if told["point"] else shown


def _version(value: str) -> str:
    """A version, with its date in words."""
    first, parted, rest = value.partition("; ")
    try:
        return f"{when.words(when.parse(first))}{parted}{rest}"
    except ValueError:
        return value


def _voice(value: str, corpus: Corpus) -> str:
    """Who speaks where in a source, with dates and the names of actors in words, and without the mark of the words at
    which it begins.
    """
    where, _, who = value.partition(": ")
    where = "the whole text" if where == ALL else _PART.sub(" in part", where)
    named = {id: actor.name for id, actor in corpus.actors.items()} | {REPORTER: "the reporter"}

    def shown(part: str) -> str:
        if _DATE.match(part):
            return dates.words(dates.parse(part))
        told = _WITHIN.fullmatch(part)
        return f"as {named.get(told[1], told[1])} tells it" if told else named.get(part, part)

    return f"{where}: {', '.join(map(shown, who.split(', ')))}"


def _language(difference: Difference, record: Record | None, corpus: Corpus) -> str:
    """The language of words that are or were quoted, where it is not the page's and all that could be meant agree."""
    if record is None:
        return ""
    quoted = [quotation for _, quotation in quotations(record.statements)]
    there = [one for one in quoted if difference.key == one.where] or [
        one for one in quoted if isinstance(one.where, Mark) and one.text == difference.after
    ]
    cites = [cite.source for one in there for cite in one.citations]
    ids = cites or [cite.source for one in record.statements for cite in one.citations]
    languages = {corpus.sources[id].language for id in ids}
    return scripts.foreign(difference.before, languages, corpus.dossier.language)
