"""Checks on whose words a quotation is given as."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from briefing.checks import Checked, Finding, check
from briefing.model.prose import Mark
from briefing.model.records import Position
from briefing.model.relations import records, sayings
from briefing.model.statements import Quotation, Statement, quotations
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
    """Whose words something may be: ids of actors, and the people who speak for these, where they are known."""

    actors: frozenset[str] = frozenset()
    speakers: frozenset[str] = frozenset()

    def __or__(self, other: _Whose) -> _Whose:
        return _Whose(self.actors | other.actors, self.speakers | other.speakers)

    def contradicts(self, given: _Whose) -> bool:
        """Whether words of these, as far as is known, are given to somebody else."""
        if not self.actors or not given.actors:
            return False
        people = self.speakers and given.speakers and not self.speakers & given.speakers
        return bool(people) or not self.actors & given.actors


class _Voices:
    """Who says what in the positions, and by which names everybody goes."""

    def __init__(self, checked: Checked) -> None:
        self.actors = checked.corpus.actors if checked.is_sure("content/actors", "name", "speakers") else {}
        self.called: dict[str, _Whose] = defaultdict(_Whose)
        for id, actor in self.actors.items():
            for speaker in actor.speakers:
                for name in filter(None, (speaker.name, speaker.printed)):
                    for form in (name, name.split()[-1]):
                        self.called[form.casefold()] |= _Whose(frozenset({id}), frozenset({speaker.name}))
            for name in filter(None, (actor.name, actor.short)):
                self.called[name.casefold()] |= _Whose(frozenset({id}))
        self.whole: dict[str, _Whose] = defaultdict(_Whose)
        self.runs: dict[tuple[str, ...], list[tuple[str, _Whose]]] = defaultdict(list)
        for position in checked.corpus.positions.values():
            self._take(position)
        names = "|".join(re.escape(name) for name in sorted(self.called, key=len, reverse=True))
        names = f"(?i:{names})"
        self.before = re.compile(rf"(?:({_BY})|(?<!\w))({names})(?(1)|{_BETWEEN}{_SAYS})()(?!\w)[^.]{{0,60}}$")
        self.name = re.compile(rf"(?<!\w){names}(?!\w)")
        self.behind = re.compile(rf"\W{{0,3}}({_SAYS}\s+(?:the\s+)?|{_BY})?({names})(?(1)|\s+{_SAYS})(?!\w)")

    def _take(self, position: Position) -> None:
        """Note the quotations of a position, whole and by each run of three words."""
        owners = {position.actor, position.via} & self.actors.keys()
        for _, said in sayings(position):
            if not said.quote or not owners:
                continue
            speakers = (speaker for id in owners for speaker in self.actors[id].speakers)
            people = {speaker.name for speaker in speakers if said.speaker in (speaker.name, speaker.printed)}
            whose = _Whose(frozenset(owners), frozenset(people))
            self.whole[fingerprint(said.quote)] |= whose
            text = normalise(said.quote)
            words = text.split()
            for start in range(len(words) - _RUN + 1):
                self.runs[tuple(words[start : start + _RUN])].append((text, whose))

    def owners(self, quotation: Quotation) -> _Whose:
        """Whose words a quotation is, as far as the positions hold it, or a part of three words and more."""
        if whose := self.whole.get(fingerprint(quotation.text)):
            return whose
        text = trim(normalise(quotation.text))
        for words in (text.split()[:_RUN], text.split()[-_RUN:]):
            for other, owners in self.runs.get(tuple(words), []):
                if text in other or other in text:
                    return owners
        return _Whose()

    def given(self, statement: Statement, quotation: Quotation) -> _Whose:
        """Whom a quotation is given to: the speaker of a block quotation, or whoever says it in its sentence."""
        if statement.speaker:
            return self.called.get(statement.speaker.split(",")[0].strip().casefold(), _Whose())
        before, _, behind = quotation.sentence.partition("\x00")
        match = self.before.search(before)
        if match and self.name.search(before, match.end(3)):
            return _Whose()  # somebody else is named nearer to the words
        match = match or self.behind.match(behind)
        return self.called[match[2].casefold()] if match else _Whose()

    def shown(self, whose: _Whose, people: bool) -> str:
        """The names of actors, or of the `people` who speak for them."""
        return " or ".join(sorted(whose.speakers if people else {self.actors[id].name for id in whose.actors}))


@check()
def check_quote_attribution(checked: Checked) -> Iterator[Finding]:
    """A quotation in prose must not be given to another speaker than the position that quotes the same words."""
    voices = _Voices(checked)
    for record in records(checked.corpus) if voices.called else ():
        for statement, quotation in quotations(record.statements):
            if not isinstance(quotation.where, Mark):
                continue
            owners = voices.owners(quotation)
            given = voices.given(statement, quotation) if owners.actors else owners
            if owners.contradicts(given):
                people = bool(owners.actors & given.actors)
                message = f"the quotation must be given to who said it: {voices.shown(owners, people)}; "
                message += f"here it is given to {voices.shown(given, people)}."
                remedy = "Name the right speaker, or correct the position that quotes the same words."
                yield Finding(record, quotation.where, message, remedy)


@check()
def check_quote_twice(checked: Checked) -> Iterator[Finding]:
    """The same words, or a part of them, must not be quoted as the position of two actors, unless one is known through
    the other.
    """
    quoted = [
        (position, trim(normalise(said.quote)))
        for position in checked.corpus.positions.values()
        for _, said in sayings(position)
        if said.quote
    ]
    holding: dict[tuple[str, ...], list[tuple[Position, str]]] = defaultdict(list)
    for position, text in quoted:
        words = text.split()
        for start in range(max(1, len(words) - _RUN + 1)):
            holding[tuple(words[start : start + _RUN])].append((position, text))
    for position, text in quoted:
        for other, whole in holding[tuple(text.split()[:_RUN])]:
            first = text != whole or other.id < position.id  # of two with the same words, the second is reported
            if other.actor == position.actor or text not in whole or not first:
                continue
            if not (other.is_sure("via") and position.is_sure("via")):
                continue
            if {other.via, position.via}.isdisjoint({other.actor, position.actor}):
                message = f"a quotation must be of one actor; `{other.path}` has the same words."
                remedy = "Keep it where the source gives it, and quote or tell the other actor by its own words."
                yield Finding(position, "quote", message, remedy)
                break
