"""What is another on the site between two readings of a dossier, by what readers look for: positions, quotations,
dates, figures, sources, pages, names, the home page. Pure.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from briefing.diff import figures, told
from briefing.dossier.parse import Loaded
from briefing.model import addresses
from briefing.model.keys import DATES
from briefing.model.problems import Level, Problem, discreet
from briefing.model.records import Corpus, Dossier, Position, Record, Removed, Source
from briefing.model.relations import name, records, title
from briefing.publication import compare, former, published
from briefing.publication.manifest import NOTHING, UPDATE, Difference, Manifest, PublishedRecord
from briefing.publication.values import QUOTATIONS, TRANSLATIONS, Value, field_of, is_quotation, values
from briefing.quotations.dated import Dated

Area = Literal["positions", "quotations", "dates", "figures", "sources", "pages", "names", "home", "other"]
What = Literal["added", "removed", "changed", "moved"]
#: The areas in the order in which they are told.
AREAS: tuple[Area, ...] = Area.__args__  # type: ignore[attr-defined]
#: Keys of what is told among the dates, besides fields that hold one, and of what a record is called.
_DATES = frozenset({"period", "after", "before", "postponed_to", "state"})
_NAMES = frozenset({"name", "short", "names", "title", "speakers"})
#: Two quotations are one before and after a correction if they are at least so much alike (0 to 1).
_ALIKE = 0.5


class Change(Struct, frozen=True):
    """One change to the site.

    `record` is the name of the record now, as in `content/published.json`, `path` its file and `title` its title;
    `url` is where it stands on the site, empty where it has no place there. `label` says in words what changed, `key`
    is the key in the head, empty for what stands in prose. `before` and `after` are in words for readers, and empty
    for what was not there, or is not.
    """

    area: Area
    what: What
    record: str
    path: str
    title: str
    url: str
    label: str
    key: str = ""
    before: str = ""
    after: str = ""


class Compared(Struct, frozen=True):
    """The changes in order, and the problems of records that could not be read whole, before and now; these records
    are not compared.
    """

    changes: tuple[Change, ...]
    unread_before: tuple[Problem, ...] = ()
    unread: tuple[Problem, ...] = ()

    def discreet(self) -> Compared:
        """The same without any words that its problems quote."""
        before, now = (tuple(map(discreet, told)) for told in (self.unread_before, self.unread))
        return replace(self, unread_before=before, unread=now)


def compared(before: Loaded | None, now: Loaded) -> Compared:
    """What changed from one reading to the other; without the former, all is new. Both must have a corpus."""
    assert now.corpus
    unsure = {*_unsure(now), *(_unsure(before) if before else ())}
    comparison = _Comparison(before.corpus if before else None, now.corpus, frozenset(unsure), now.drafts)
    found = sorted(comparison.changes(), key=lambda change: AREAS.index(change.area))
    return Compared(tuple(dict.fromkeys(found)), _unread(before) if before else (), _unread(now))


def _unread(loaded: Loaded) -> tuple[Problem, ...]:
    """The problems of files that gave no record, or not all of one."""
    paths = _unsure(loaded)
    found = [one for one in loaded.problems if one.level is Level.ERROR and one.path in paths]
    return tuple(sorted(set(found)))


def _unsure(loaded: Loaded) -> frozenset[str]:
    """The paths of files that gave no record, or of which something is lost."""
    whole = {record.path for record in records(loaded.corpus) if not record.spoilt} if loaded.corpus else set()
    every = {path for _, _, path in loaded.files.records}
    return frozenset(every - whole - loaded.drafts)


class _Comparison:
    """Two states of a dossier. `unsure` are the paths of files of which nothing may be concluded."""

    def __init__(self, before: Corpus | None, now: Corpus, unsure: frozenset[str], drafts: frozenset[str]) -> None:
        self.before, self.now, self.unsure, self.drafts = before, now, unsure, drafts
        self.manifest: Manifest = published.manifest(before, NOTHING) if before else NOTHING
        self.dated = Dated.of(now)  # of which only the names are needed, which hold no figures
        self.old = {name(one): one for one in records(before) if one.digest} if before else {}
        self.new = {name(one): one for one in records(now) if one.digest}
        self.moved = former.renamed(now, self.manifest)
        self.actors = former.former_actors(now) | {
            old.partition("/")[2]: new.partition("/")[2] for old, new in self.moved.items() if old.startswith("actors/")
        }

    def changes(self) -> Iterator[Change]:
        """All changes, those of one record together."""
        became = {old: old if old in self.new else self.moved.get(old, "") for old in self.old}
        for old, new in became.items():
            if self.old[old].path in self.unsure or (new in self.new and self.new[new].path in self.unsure):
                continue
            if new not in self.new:
                yield from self.gone(self.old[old])
                continue
            if new != old:
                yield from self.renamed(self.old[old], self.new[new])
            yield from self.of_record(self.old[old], self.new[new], self.manifest.records[old])
        for new in self.new.keys() - {*became.values()}:
            if self.new[new].path not in self.unsure:
                yield from self.fresh(self.new[new])

    def fresh(self, record: Record) -> Iterator[Change]:
        """A record that was not there before, and what it quotes."""
        if isinstance(record, Removed):
            return  # each record in it is told as gone
        yield self.change(_area_of(record), "added", record, told.kind(record), after=told.shown(record, self.now))
        for words in sorted(told.quotations(record)):
            yield self.change("quotations", "added", record, "Quotation", after=words)

    def gone(self, record: Record) -> Iterator[Change]:
        """A record that is not there any more, and what it quoted."""
        listed = next((one for one in self.now.removed.removed if one.record == name(record)), None)
        why = listed.why if listed else "a draft now" if record.path in self.drafts else "not in content/removed.md"
        before = self.before
        assert before
        shown = told.shown(record, before)
        yield self.change(_area_of(record), "removed", record, f"{told.kind(record)} ({why})", before=shown)
        for words in sorted(told.quotations(record)):
            yield self.change("quotations", "removed", record, "Quotation", before=words)

    def renamed(self, old: Record, new: Record) -> Iterator[Change]:
        """A record with another name, and so another address."""
        leads_on = name(old) in former.former_names(self.now)
        where = "the former address leads on" if leads_on else "nothing leads on from the former address"
        before, after = (addresses.of_path(record.path) or record.path for record in (old, new))
        if before != after:
            yield self.change("pages", "moved", new, f"{told.kind(new)} ({where})", before=before, after=after)

    def of_record(self, old: Record, new: Record, was: PublishedRecord) -> Iterator[Change]:
        """What is another in a record that is there before and now."""
        found = [*self.quotations(old, new), *self.fields(old, new, was), *self.figures(old, new)]
        if isinstance(new, Position) and (said := told.sentences(old)) != (says := told.sentences(new)):
            gone, fresh = ([one for one in said if one not in says], [one for one in says if one not in said])
            what: What = "changed" if gone and fresh else "removed" if gone else "added"
            shown = {"before": " ".join(gone), "after": " ".join(fresh)}
            found += [self.change("positions", what, new, "Statement", **shown)] if gone or fresh else []
        if new is self.now.dossier and self.before:
            before, after = told.core(self.before), told.core(self.now)
            found += [self.change("home", "changed", new, "Core", "core", before, after)] if before != after else []
        yield from found
        if not found and old.said != new.said and told.said(old, self.now_named) != told.said(new, self.now_named):
            yield self.change("other", "changed", new, "Wording or citations")

    def quotations(self, old: Record, new: Record) -> Iterator[Change]:
        """Quotations, wherever in the record they stand; one that only moves within it is no change."""
        gone, fresh = told.quotations(old) - told.quotations(new), told.quotations(new) - told.quotations(old)
        for words in sorted(gone):
            near = difflib.get_close_matches(words, sorted(fresh), n=1, cutoff=_ALIKE)
            fresh -= {*near}
            what: What = "changed" if near else "removed"
            yield self.change("quotations", what, new, "Quotation", before=words, after=near[0] if near else "")
        for words in sorted(fresh):
            yield self.change("quotations", "added", new, "Quotation", after=words)

    def fields(self, old: Record, new: Record, was: PublishedRecord) -> Iterator[Change]:
        """Values of the head that readers rely on."""
        found = list(compare.differences(new, was, self.actors))
        found += self.added(was, new, found)
        for one in found:
            if is_quotation(one.key.removeprefix(f"{UPDATE}.")) or one.key in (QUOTATIONS, "sha256"):
                continue  # told with the quotations; no reader sees a hash
            label = told.in_words(one, new, self.now).key
            before = told.in_words(Difference(one.key, one.before, ""), old, self.before or self.now).before
            after = told.in_words(Difference(one.key, one.after, one.after), new, self.now).after if one.after else ""
            if one.key == UPDATE and isinstance(old, Position) and isinstance(new, Position):
                before, after = told.shown(old, self.before or self.now), told.shown(new, self.now)
            what: What = "changed" if one.before and one.after else "added" if one.after else "removed"
            area = _area(one.key, new)
            yield self.change(area, what, new, label, one.key, before if one.before else "", after)

    def added(self, was: PublishedRecord, new: Record, found: list[Difference]) -> Iterator[Difference]:
        """Values that the record did not have before, and those of a list that took no other's place."""
        taken = {(one.key, one.after) for one in found}
        of_positions = {"stance", "as_of", "basis"}
        for key, value in values(new).items():
            if key in (QUOTATIONS, TRANSLATIONS) or (isinstance(new, Position) and {*key.split(".")} & of_positions):
                continue
            if isinstance(value, str) and key in was.values:
                continue  # a change, if any, which is told
            # what a position said before may be an earlier one of it now
            alike = (
                old for old in was.values if old == key or (isinstance(new, Position) and _leaf(old) == _leaf(key))
            )
            before = {self.now_named(one) for old in alike for one in _items(was.values[old])}
            fresh = [item for item in _items(value) if self.now_named(item) not in before and (key, item) not in taken]
            yield from (Difference(key, "", item) for item in fresh)

    def now_named(self, value: str) -> str:
        """A value with the ids that actors have now."""
        for old, new in self.actors.items():
            value = re.sub(rf"(?<![\w-]){re.escape(old)}(?![\w-])", new, value)
        return value

    def figures(self, old: Record, new: Record) -> Iterator[Change]:
        """Figures and days in our own prose."""
        for is_date in (False, True):
            was, now = (figures.of(one, self.dated, is_date) for one in (old, new))
            gone, fresh = [was[key] for key in was if key not in now], [now[key] for key in now if key not in was]
            area: Area = "dates" if is_date else "figures"
            label = "Day in the text" if is_date else "Figure in the text"
            if len(gone) == len(fresh) == 1:
                yield self.change(area, "changed", new, label, before=gone[0], after=fresh[0])
                continue
            yield from (self.change(area, "removed", new, label, before=shown) for shown in gone)
            yield from (self.change(area, "added", new, label, after=shown) for shown in fresh)

    def change(
        self, area: Area, what: What, record: Record, label: str, key: str = "", before: str = "", after: str = ""
    ) -> Change:
        """A change to a record."""
        url = addresses.of_path(record.path) or ""
        return Change(area, what, name(record), record.path, _title(record, self), url, label, key, before, after)


def _items(value: Value) -> list[str]:
    """The items of a published value, which may be one."""
    return [value] if isinstance(value, str) else value


def _leaf(key: str) -> str:
    """The last part of a key: the same for the present position and for earlier ones."""
    return key.rpartition(".")[2]


def _area(key: str, record: Record) -> Area:
    """Where a value of the head is told."""
    parts = [part for part in key.split(".") if not part.isdigit()]
    field = field_of(key.removeprefix(f"{UPDATE}."))
    if isinstance(record, Position):
        return "positions"
    if isinstance(record, Source):
        return "sources"
    if (field and field.type in DATES) or parts[-1] in _DATES or parts[0] == "dating":
        return "dates"
    if isinstance(record, Dossier):
        return "names" if parts[0] == "title" else "home"
    return "names" if parts[0] in _NAMES else "other"


def _area_of(record: Record) -> Area:
    """Where it is told that a record is there or gone."""
    return "positions" if isinstance(record, Position) else "sources" if isinstance(record, Source) else "pages"


def _title(record: Record, of: _Comparison) -> str:
    """A record's title; of a position, who says something, and on which question."""
    if not isinstance(record, Position):
        return title(record)
    for corpus in filter(None, (of.now, of.before)):
        if record.actor in corpus.actors and record.question in corpus.questions:
            return f"{corpus.actors[record.actor].name} on “{corpus.questions[record.question].title}”"
    return f"{record.actor} on {record.question}"
