"""The paragraphs of a source that are cited: what we say of each, the words that are quoted, and where it is used;
never its text.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct, field

from briefing.model import addresses, lines, wording
from briefing.model.citations import Citation
from briefing.model.records import Source
from briefing.model.vocabulary import Basis
from briefing.quotations.matching import normalise
from briefing.site import life, marks
from briefing.site.presenter import Presenter
from briefing.site.statements import Rest
from briefing.site.views import Link, SaidView, TurnView


class ParagraphView(Struct, frozen=True):
    """A paragraph or a line of a source: its mark (`¶3`), what we say of it, or nothing; the words quoted with whose
    they are and, where the source has an address, where they stand there; how what rests on it is known, what it says
    against others, and as one of several versions; what became of statements on it, and the records that use it. Where
    these have pages of their own, `parts` has their number and the way there instead.
    """

    anchor: str
    label: str
    says: str
    quotes: tuple[tuple[SaidView, str], ...] = ()
    basis: str = ""
    against: tuple[str, ...] = ()
    versions: tuple[str, ...] = ()
    turns: tuple[TurnView, ...] = ()
    uses: tuple[Link, ...] = ()
    parts: Link | None = None


class _Found(Struct):
    """What is found on one paragraph; the keys of the dicts are in the order in which they were found."""

    quotes: dict[SaidView, None] = field(default_factory=dict)
    bases: set[Basis] = field(default_factory=set)
    against: dict[str, None] = field(default_factory=dict)
    versions: dict[str, None] = field(default_factory=dict)
    turns: dict[TurnView, None] = field(default_factory=dict)
    uses: dict[Link, Link] = field(default_factory=dict)


def in_part(source: Source, number: int, count: int, url: str) -> ParagraphView:
    """A paragraph on which so many statements rest, which a page of their own lists."""
    return _view(source, number, _Found(), Link(wording.count(count, "statement"), f"{url}#{addresses.place(number)}"))


def views(presenter: Presenter, source: Source, numbers: Sequence[int], part: int = -1) -> tuple[ParagraphView, ...]:
    """Those of these paragraphs and lines on which something rests."""
    found: dict[int, _Found] = {number: _Found() for number in numbers}
    for _, record, rest in presenter.lookup.rests(source.id, part):
        for number in rest.paragraphs:
            if number in found:
                _add(presenter, source, found[number], number, record, rest)
    return tuple(_view(source, number, one) for number, one in found.items() if one.uses)


def _add(presenter: Presenter, source: Source, found: _Found, number: int, record: Link, rest: Rest) -> None:
    here = [one for one in rest.quotations if number in one.paragraphs]
    for one in here:
        text = " ".join(one.text.split())
        language = presenter.language((Citation(source.id, ()),), text)
        found.quotes[SaidView(text, one.speaker, language, one.translation)] = None
    is_quoted_elsewhere = rest.basis is Basis.DIRECT and not here
    if not rest.contradicts and not is_quoted_elsewhere:
        found.bases.add(rest.basis)
    if rest.says:
        (found.against if rest.contradicts else found.versions)[rest.says] = None
    if rest.of:
        found.turns.update(dict.fromkeys(life.turns(presenter, rest.of)))
    anchor = f"#{rest.anchor}" if rest.anchor else ""
    found.uses.setdefault(
        record, Link(record.title, f"{record.url.partition('#')[0]}{anchor}" if anchor else record.url)
    )


def _view(source: Source, number: int, found: _Found, parts: Link | None = None) -> ParagraphView:
    label = lines.spot(number)
    bases = [wording.BASIS[basis] for basis in Basis if basis in found.bases]
    bases += [wording.CONTRADICTS] if found.against else []
    return ParagraphView(
        addresses.place(number),
        f"{label[:1].upper()}{label[1:]}",
        source.says.get(lines.typed(number), ""),
        tuple((quote, marks.original(source, quote.text)) for quote in _longest(found.quotes)),
        ", ".join([*bases[:1], *map(str.lower, bases[1:])]),
        tuple(found.against),
        tuple(found.versions),
        tuple(found.turns),
        tuple(sorted(found.uses.values(), key=lambda link: link.url)),
        parts,
    )


def _longest(quotes: Mapping[SaidView, None]) -> tuple[SaidView, ...]:
    """The quotations of a paragraph that are no part of a longer one of the same voice."""
    words = {quote: f" {normalise(quote.text)} " for quote in quotes}
    return tuple(
        quote
        for quote in quotes
        if not any(
            other.speaker == quote.speaker and len(words[other]) > len(words[quote]) and words[quote] in words[other]
            for other in quotes
        )
    )
