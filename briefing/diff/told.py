"""A published value that changed, in the words of the site's page of changes."""

from __future__ import annotations

from briefing.model.records import Corpus, Record
from briefing.publication.manifest import Difference
from briefing.site import changes
from briefing.site.views import DifferenceView


def in_words(difference: Difference, record: Record, corpus: Corpus) -> DifferenceView:
    """The difference in words; a value that is none any more, such as a record names that was changed in between, as it
    is written.
    """
    try:
        return changes.in_words(difference, record, corpus)
    except (KeyError, ValueError):
        return DifferenceView(difference.key, difference.before, difference.after)
