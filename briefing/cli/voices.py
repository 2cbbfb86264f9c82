"""What `invoke verify` says of voices: who seems to speak in the texts at hand and is not on record yet."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.model import relations
from briefing.model.records import Corpus
from briefing.model.vocabulary import Basis
from briefing.quotations import proposals
from briefing.quotations.extraction import cited_sources
from briefing.quotations.verification import Verified
from briefing.voices.cast import Cast


def proposed(corpus: Corpus, verified: Verified) -> Iterator[str]:
    """Lines for the editor: the voices that each text at hand seems to have, and what is quoted without one."""
    cast = Cast.of(corpus)
    told = [
        cited_sources(statement.citations)
        for record in relations.records(corpus)
        for statement in record.statements
        if statement.known is Basis.REPORTED
    ]
    for id, text in verified.texts.items():
        source = corpus.sources[id]
        reported = {number for cited in told for number in cited.get(id, ())}
        if found := proposals.proposals(source, text, cast, verified.spans.get(id), reported):
            yield f"{source.path} may say who speaks; read each in the text before you take it over:"
            yield "voices:"
            yield from (f"  {proposal}" for proposal in found)
        for path, one in proposals.unvoiced(verified.proved, id):
            spots = ", ".join(f"¶{number}" for number in one.match.paragraphs)
            yield f"In use without a voice: {path} quotes {spots}, “{' '.join(one.text.split()[:8])}”."
