"""What `invoke verify` says of voices: who seems to speak in the texts at hand and is not on record yet."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.model import lines
from briefing.model.records import Corpus
from briefing.model.settings import tells_words
from briefing.model.wording import count
from briefing.quotations import proposals
from briefing.quotations.verification import Verified

#: Where proposals are shown, which hold names and words of the sources.
_HERE = "`invoke verify` shows them on a machine with the texts, where BRIEFING_WORDS is not `places`"


def proposed(corpus: Corpus, verified: Verified) -> Iterator[str]:
    """Lines for the editor: the voices that each text at hand seems to have, and what is quoted without one."""
    for source, found in proposals.of_dossier(corpus, verified.texts.values(), verified.spans):
        if found and not tells_words():
            yield f"{source.path} may say who speaks ({count(len(found), 'proposal')}); {_HERE}."
        elif found:
            yield f"{source.path} may say who speaks; read each in the text before you take it over:"
            yield "voices:"
            yield from (f"  {proposal}" for proposal in found)
        for path, one in proposals.unvoiced(verified.proved, source.id):
            spots = ", ".join(map(lines.typed, one.match.paragraphs))
            words = f", “{' '.join(one.text.split()[:8])}”" if tells_words() else ""
            yield f"In use without a voice: {path} quotes {spots}{words}."
