"""Whose the words of a source are whose record names no voices: as far as the positions tell, which quote them as
somebody's. Pure.
"""

from __future__ import annotations

from collections import defaultdict

from briefing.model.records import Corpus
from briefing.model.relations import sayings
from briefing.model.statements import Quotation
from briefing.model.text import digest
from briefing.quotations.bounds import trim
from briefing.quotations.matching import fingerprint, normalise
from briefing.voices.cast import Cast, Party

#: A run of so many words tells a quotation from others.
_RUN = 3


class Presumed:
    """Whose quotations the positions are, whole and by each run of three words. `key` changes with any of it."""

    def __init__(self, corpus: Corpus, cast: Cast) -> None:
        self.whole: dict[str, list[Party]] = defaultdict(list)
        self.runs: dict[tuple[str, ...], list[tuple[str, Party]]] = defaultdict(list)
        taken: list[tuple[str, str]] = []
        for position in corpus.positions.values():
            for _, said in sayings(position):
                if said.quote and (speaker := cast.named(said.speaker or position.actor)):
                    self._take(said.quote, speaker)
                    taken.append((said.quote, speaker.name))
        self.key = digest(tuple(taken))

    def _take(self, quote: str, speaker: Party) -> None:
        self.whole[fingerprint(quote)].append(speaker)
        text = normalise(quote)
        words = text.split()
        for start in range(len(words) - _RUN + 1):
            self.runs[tuple(words[start : start + _RUN])].append((text, speaker))

    def owners(self, quotation: Quotation) -> list[Party]:
        """Whose words a quotation is, as far as the positions hold it, or a part of three words and more."""
        if speakers := self.whole.get(fingerprint(quotation.text)):
            return speakers
        text = trim(normalise(quotation.text))
        for words in (text.split()[:_RUN], text.split()[-_RUN:]):
            for other, speaker in self.runs.get(tuple(words), []):
                if text in other or other in text:
                    return [speaker]
        return []
