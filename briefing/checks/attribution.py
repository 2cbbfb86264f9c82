"""Checks on whose words a quotation is given as."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from briefing.checks import Checked, Finding, check, check_against
from briefing.model.records import Position, Record
from briefing.model.relations import stated
from briefing.model.text import digest
from briefing.model.written import Quotation
from briefing.quotations.matching import fingerprint, normalise, trim

_SAYS = (
    r"(?:sa(?:ys?|id)|tells?|told|adds?|added|writes?|wrote|argues?|argued|insists?|insisted|asks?|asked|calls?|called|"
    r"puts? it|announces?|announced|declares?|declared|complains?|complained|warns?|warned|replies|replied|answers?|"
    r"answered|maintains?|maintained|claims?|claimed|speaks? of|spoke of|stress(?:es|ed)?|notes?|noted|states?|stated|"
    r"remarks?|remarked|observes?|observed|explains?|explained|confirms?|confirmed|comments?|commented|concludes?|"
    r"concluded|emphasises?|emphasised|repeats?|repeated|thinks?|thought)"
)
#: A clause or an office between a name and its verb, and words before the verb.
_BETWEEN = (
    r"(?:,[^,.]{1,80},|\s+(?:of|from|for|at)\s+[^,.:]{1,60}?)?\s+"
    r"(?:(?:also|then|later|has|have|had|again|once|even|since)\s+){0,2}"
)
_BY = r"(?:[Aa]ccording to|[Ii]n the words of)\s+(?:the\s+)?"
#: A run of so many words tells a quotation from others.
_RUN = 3


class _Whose(NamedTuple):
    """Whose words something may be: actors by id, and, where they are known, people who speak for these."""

    actors: frozenset[str] = frozenset()
    speakers: frozenset[str] = frozenset()

    def __or__(self, other: _Whose) -> _Whose:
        return _Whose(self.actors | other.actors, self.speakers | other.speakers)

    def other_than(self, given: _Whose) -> bool:
        """Whether words are given to somebody whose they are not, as far as is known."""
        if not self.actors or not given.actors:
            return False
        people = self.speakers and given.speakers and not self.speakers & given.speakers
        return bool(people) or not self.actors & given.actors


class _Voices:
    """Who says what in the positions, and what everybody is called."""

    def __init__(self, checked: Checked) -> None:
        self.actors = actors = checked.corpus.actors if checked.is_sure("content/actors", "name", "speakers") else {}
        self.called: dict[str, _Whose] = defaultdict(_Whose)
        for id, actor in actors.items():
            for speaker in actor.speakers:
                for name in filter(None, (speaker.name, speaker.printed)):
                    for form in (name, name.split()[-1]):
                        self.called[form.casefold()] |= _Whose(frozenset({id}), frozenset({speaker.name}))
            for name in filter(None, (actor.name, actor.short)):
                self.called[name.casefold()] |= _Whose(frozenset({id}))
        self.whole: dict[str, _Whose] = defaultdict(_Whose)
        self.runs: dict[tuple[str, ...], list[tuple[str, _Whose]]] = defaultdict(list)
        quoted: list[tuple[object, ...]] = []
        for position in checked.corpus.positions.values():
            owners = {position.actor, position.via} & actors.keys()
            for said in stated(position):
                if said.quote and owners:
                    speakers = {
                        s.name for id in owners for s in actors[id].speakers if said.speaker in (s.name, s.printed)
                    }
                    quoted.append((said.quote, sorted(owners), sorted(speakers)))
                    whose = _Whose(frozenset(owners), frozenset(speakers))
                    self.whole[fingerprint(said.quote)] |= whose
                    words = normalise(said.quote).split()
                    for start in range(len(words) - _RUN + 1):
                        self.runs[tuple(words[start : start + _RUN])].append((normalise(said.quote), whose))
        names = "|".join(re.escape(name) for name in sorted(self.called, key=len, reverse=True))
        names = f"(?i:{names})"
        self.before = re.compile(rf"(?:(?<!\w)({names}){_BETWEEN}{_SAYS}()|{_BY}({names})())(?!\w)[^.]{{0,60}}$")
        behind = rf"{_SAYS}\s+(?:the\s+)?({names})|({names})\s+{_SAYS}|{_BY}({names})"
        self.name = re.compile(rf"(?<!\w)(?:{names})(?!\w)")
        self.behind = re.compile(rf"\W{{0,3}}(?:{behind})(?!\w)")
        called = sorted((name, *map(sorted, whose)) for name, whose in self.called.items())
        self.key = digest(quoted, called)

    def owners(self, quotation: Quotation) -> _Whose:
        """Whose the words are, as far as the positions tell: all of them, or a part of three words and more."""
        if found := self.whole.get(fingerprint(quotation.text)):
            return found
        text = trim(normalise(quotation.text))
        for words in (text.split()[:_RUN], text.split()[-_RUN:]):
            for other, owners in self.runs.get(tuple(words), []):
                if text in other or other in text:
                    return owners
        return _Whose()

    def given(self, quotation: Quotation) -> _Whose:
        """Whom the words are given to: the speaker of a block quotation, or whoever says them in their sentence."""
        if quotation.speaker:
            return self.called.get(quotation.speaker.split(",")[0].strip().casefold(), _Whose())
        before, _, behind = quotation.sentence.partition("\x00")
        found = self.before.search(before)
        if found and self.name.search(before, found.end(found.lastindex or 0)):
            return _Whose()  # somebody else is named nearer to the words
        found = found or self.behind.match(behind)
        return self.called[next(filter(None, found.groups())).casefold()] if found else _Whose()

    def shown(self, whose: _Whose, people: bool) -> str:
        """The names of those whose words something may be; of `people`, where they are meant."""
        return " or ".join(sorted(whose.speakers if people else {self.actors[id].name for id in whose.actors}))


@check_against(_Voices)
def check_quote_attribution(record: Record, voices: _Voices) -> Iterator[Finding]:
    """A quotation in prose must not be given to another speaker than the position that quotes the same words."""
    for quotation in record.prose.quotations if voices.called else ():
        given = voices.given(quotation)
        owners = voices.owners(quotation) if given.actors else given
        if owners.other_than(given):
            people = bool(owners.actors & given.actors)
            yield Finding(
                record,
                quotation.mark,
                f"the quotation must be given to who said it: {voices.shown(owners, people)}; here it is given to "
                f"{voices.shown(given, people)}.",
                "Name the right speaker, or correct the position that quotes the same words.",
            )


@check()
def check_quote_twice(checked: Checked) -> Iterator[Finding]:
    """The same words, or a part of them, must not be quoted as the position of two actors, unless one is known through
    the other.
    """
    quoted = [
        (position, trim(normalise(said.quote)))
        for position in checked.corpus.positions.values()
        for said in stated(position)
        if said.quote
    ]
    holding: dict[tuple[str, ...], list[tuple[Position, str]]] = defaultdict(list)
    for position, text in quoted:
        words = text.split()
        for start in range(max(1, len(words) - _RUN + 1)):
            holding[tuple(words[start : start + _RUN])].append((position, text))
    for position, text in quoted:
        for other, whole in holding[tuple(text.split()[:_RUN])]:
            first = text != whole or other.id < position.id  # of two with the same words, the second is told
            if other.actor == position.actor or text not in whole or not first:
                continue
            if not (other.is_sure("via") and position.is_sure("via")):
                continue
            if {other.via, position.via}.isdisjoint({other.actor, position.actor}):
                yield Finding(
                    position,
                    "quote",
                    f"a quotation must be of one actor; `{other.path}` has the same words.",
                    "Keep it where the source gives it, and quote or tell the other actor by its own words.",
                )
                break
