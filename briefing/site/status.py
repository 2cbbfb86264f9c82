"""Of which moment a site speaks, and from which sources, in the words of its status lines."""

from __future__ import annotations

import datetime

from msgspec import Struct
from msgspec.structs import replace

from briefing.checks import balance
from briefing.model import addresses, dates, relations, standing, wording
from briefing.model.dates import PartialDate
from briefing.model.records import Corpus

#: From so many months on, years are told.
_YEARS = 24


class StatusView(Struct, frozen=True):
    """What every page says of the moment of which the site tells: `short` as `As of early November 2022`, `title` heads
    what stood then, `later` says how much later the site was made, where that is long. `sources` is what it rests on,
    as `one BBC News report`, `sources_url` its page; `is_single` whether all of it goes back to one. Each may be empty.
    """

    short: str = ""
    title: str = "Where things stand"
    later: str = ""
    sources: str = ""
    sources_url: str = ""
    is_single: bool = True


def status(corpus: Corpus, today: datetime.date) -> StatusView:
    """The status of a site made on a day."""
    known = relations.cited(corpus)
    cited = tuple(id for id in corpus.sources if id in known)
    independent = balance.independent(corpus, cited)
    words, url = _sources(corpus, cited, independent) if cited else ("", "")
    found = StatusView(sources=words, sources_url=url, is_single=independent < 2)
    moment = standing.moment(corpus)
    if moment is None:
        return found
    later = f"This page was made {_distance(moment.date, today)} later." if moment.is_long_ago(today) else ""
    return replace(found, short=f"As of {moment.words}", title=f"Where things stood {moment.then}", later=later)


def _distance(then: PartialDate, today: datetime.date) -> str:
    """How long a day is after a date, in months or years: `4 years`."""
    begun = dates.begin(then)
    months = (today.year - begun.year) * 12 + today.month - begun.month
    return wording.count(months // 12, "year") if months >= _YEARS else wording.count(max(1, months), "month")


def _sources(corpus: Corpus, cited: tuple[str, ...], independent: int) -> tuple[str, str]:
    """What all rests on, and its page: the only source that is cited, or how many there are."""
    if cited[1:]:
        told = {1: " of one origin", len(cited): ""}.get(independent, f", {independent} of them independent")
        return wording.count(len(cited), "source") + told, "sources/"
    source = corpus.sources[cited[0]]
    publisher = source.publisher.removeprefix("The ")
    return f"one {publisher} {wording.item(source.kind)}", addresses.of_name(f"sources/{source.id}")
