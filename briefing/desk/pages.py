"""What the desk's templates see."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from typing import Any

from msgspec import Struct

from briefing.desk import laid, preview
from briefing.desk.quoting import Quoted
from briefing.desk.shelf import AtHand, Draft, Shelf
from briefing.model import addresses, lines, problems, scripts, text, wording
from briefing.model.problems import Problem
from briefing.model.records import Corpus, Source
from briefing.model.vocabulary import Basis
from briefing.quotations import allowance
from briefing.voices.cast import Cast

_WORD = re.compile(r"[a-z]+(?:[ ,;]|$)")
#: So many paragraphs stand on one page; a longer text goes on on the next.
MOST = 300


class Frame(Struct, frozen=True):
    """What every page of the desk shows: the ways to the desk's root and the site's, the dossier's title, and how many
    problems and drafts there are.
    """

    root: str
    site: str
    title: str
    errors: int
    warnings: int
    drafts: int


class SourceRow(Struct, frozen=True):
    """A source in the list: its text is at hand where it has a number of `paragraphs`."""

    id: str
    title: str
    publisher: str
    path: str
    is_draft: bool
    paragraphs: int
    quoted: str


def sources(shelf: Shelf) -> list[SourceRow]:
    """All sources, with how much of each is quoted."""
    found = []
    verified = shelf.inspection.verified
    for source in shelf.sources():
        found_text = shelf.text(source)
        quoted = f"{wording.count(verified.quoted_words.get(source.id, 0), 'word')} quoted"
        if verified.total_words.get(source.id):
            quoted += f", {verified.share(source.id):.1f} %"
        number = len(found_text[0].paragraphs) if found_text else 0
        is_draft = source.path in shelf.drafts()
        found.append(SourceRow(source.id, source.title, source.publisher, source.path, is_draft, number, quoted))
    return found


def source(shelf: Shelf, at_hand: AtHand, first: int, root: str) -> dict[str, Any]:
    """A source with its paragraphs from the `first` on, and what is quoted of them."""
    corpus, of, verified = shelf.corpus, at_hand.source, shelf.inspection.verified
    named = [number for number in at_hand.text.numbers() if lines.is_line(number)] if first == 1 else []
    count = len(at_hand.text.paragraphs)
    last = min(count, first + MOST - 1)
    drafts = filter(None, map(shelf.quoting, shelf.drafts()))
    uses = laid.used(of.id, corpus, verified.proved, drafts)
    cast = Cast.of(corpus)
    limits = allowance.limits(of, corpus.dossier)
    is_free = limits is allowance.UNLIMITED
    return {
        "source": of,
        "language": of.language or corpus.dossier.language,
        "direction": scripts.direction(of.language or corpus.dossier.language),
        "count": count,
        "first": first,
        "last": last,
        "before": max(1, first - MOST) if first > 1 else 0,
        "behind": last + 1 if last < count else 0,
        "paragraphs": list(laid.laid(at_hand, [*named, *range(first, last + 1)], uses, cast)),
        "quoted": verified.quoted_words.get(of.id, 0),
        "share": f"{verified.share(of.id):.1f} %",
        "most": "" if is_free else f"{wording.count(limits.words, 'word')} in one quotation, {limits.share} % in all",
        "problems": _told(at_hand.problems, root),
        "proposed": list(map(str, shelf.proposed(at_hand))),
        "is_draft": of.path in shelf.drafts(),
        "has_voices": at_hand.context.hearing is not None and of.id in at_hand.context.hearing.spans,
        "actors": [(id, actor.name) for id, actor in corpus.actors.items()],
        "questions": [(id, question.title) for id, question in corpus.questions.items()],
    }


class Told(Struct, frozen=True):
    """A problem in a list: where, what must hold and how to mend it."""

    where: str
    code: str
    message: str
    remedy: str
    is_warning: bool


def _told(found: Iterable[Problem], root: str) -> list[Told]:
    return [
        Told(
            f"{problem.path}:{problem.line}:{problem.column}",
            problem.code,
            sentence(problems.printable(problem.message)),
            problems.printable(problems.for_root(problem.remedy, root)),
            problem.level is problems.Level.WARNING,
        )
        for problem in problems.in_order(found)
    ]


def problem_list(found: list[Problem], chosen: str, root: str) -> dict[str, Any]:
    """The problems of all files, or of the chosen one; and how many each file has."""
    counts = Counter(problem.path for problem in found)
    shown = [problem for problem in found if chosen in ("", problem.path)]
    return {"problems": _told(shown, root), "files": sorted(counts.items()), "chosen": chosen, "all": len(found)}


class DraftRow(Struct, frozen=True):
    """A draft in the list."""

    stem: str
    path: str
    title: str
    kind: str
    problems: int


def drafts(shelf: Shelf) -> list[DraftRow]:
    """All drafts, with how many problems each would have."""
    found = []
    for path in shelf.drafts():
        draft = shelf.draft(path)
        kind = wording.record_kind(draft.record) if draft.record else ""
        found.append(DraftRow(path.removesuffix(".md"), path, draft.title, kind, len(draft.problems)))
    return found


def draft(draft: Draft, root: str, trouble: str = "") -> dict[str, Any]:
    """One draft: the way to its page, and the problems that it would have."""
    return {
        "path": draft.path,
        "title": draft.title,
        "page": f"page/{addresses.of_path(draft.path)}" if draft.corpus and preview.url(draft) else "",
        "problems": _told(draft.problems, root),
        "trouble": trouble,
    }


def sentence(words: str) -> str:
    """A message with a capital at its beginning, where that is a word and no name of a file."""
    return words[:1].upper() + words[1:] if _WORD.match(words) else words


def told(quoted: Quoted, source: Source, corpus: Corpus, root: str) -> dict[str, Any]:
    """A quotation for the desk's script: what to show, and what to copy."""
    cast = Cast.of(corpus).with_source(source)
    language = corpus.dossier.language
    who = f"Said by {quoted.who}" if quoted.who else "Nobody on record says these words"
    if quoted.is_crossed:
        who = "These are words of more than one voice"
    elif quoted.basis is Basis.REPORTER:
        parties = [(cast.named(name), name) for name in quoted.told]
        names = text.joined(list(dict.fromkeys(party.name if party else name for party, name in parties)))
        who = f"The source’s own words: {quoted.who}" + (f"; it tells of {names}" if names else "")
    return {
        "plain": quoted.plain,
        "named": quoted.named,
        "measure": wording.count(quoted.count, "word") + ", free to quote"
        if quoted.most == allowance.UNLIMITED.words
        else f"{quoted.count} of at most {wording.count(quoted.most, 'word')}",
        "isLong": quoted.count > quoted.most,
        "who": who,
        "faults": [sentence(problems.for_root(fault, root)) for fault in quoted.faults],
        "hint": ""
        if source.language.split("-")[0] == language.split("-")[0] or not source.language
        else f'It is in {wording.language(source.language)}: the words in yours go behind it, ("…", our translation).',
        "isBlock": quoted.is_block,
    }
