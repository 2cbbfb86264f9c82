"""What `invoke verify` says of the cited paragraphs of which a source's record has no line of ours yet."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from briefing.model import citations, lines
from briefing.model.records import Corpus
from briefing.model.relations import records
from briefing.model.statements import LISTED
from briefing.quotations.extraction import cited_sources


def missing(corpus: Corpus) -> Iterator[str]:
    """A line for the editor for each source."""
    cited: dict[str, set[int]] = defaultdict(set)
    for record in records(corpus):
        for statement in record.statements:
            if statement.role in LISTED:
                for id, numbers in cited_sources(statement.citations).items():
                    cited[id].update(numbers)
    for id, source in corpus.sources.items():
        left = [number for number in source.places() if number in cited[id] and lines.typed(number) not in source.says]
        if left:
            yield f"{source.path}: `says` has no line yet on what is cited of it: {citations.mark(tuple(left))}."
