"""What prose cites against its own statements, as `[@two, ¶9, against: gives 2 November]`."""

from __future__ import annotations

from briefing.markup import quotation_marks, sentences, terms
from briefing.markup.blocks import CitationMark
from briefing.markup.body import Body
from briefing.model import text
from briefing.model.citations import OURS, UNREADABLE, Citation, supporting
from briefing.model.prose import Mark, Own
from briefing.model.statements import Quotation, Role, Statement
from briefing.model.vocabulary import Basis


def joined(marks: list[CitationMark], between: str, mark: CitationMark) -> CitationMark | None:
    """One mark of the last one and the next, where one of the two only contradicts and no words stand `between`."""
    if not marks or between.strip() or UNREADABLE in (marks[-1].citations, mark.citations):
        return None
    before = marks[-1]
    if all(supporting(one.citations) for one in (before, mark)):
        return None
    return CitationMark(before.start, mark.end, (*before.citations, *mark.citations))


def is_ours(cites: tuple[Citation, ...]) -> bool:
    """Whether a mark says that what is before it is on our own method, and nothing else."""
    return {cite.source for cite in cites} == {OURS}


def statements(body: Body, cites: tuple[Citation, ...], mark: Mark) -> tuple[Statement, ...]:
    """What the sources that contradict say, as statements of their own, whose words are held to all rules on ours."""
    return tuple(_statement(body, cite, mark) for cite in cites if cite.against)


def _statement(body: Body, cite: Citation, mark: Mark) -> Statement:
    says, own = cite.against, cite._replace(against="")
    mark = body.spot(says, mark.line - body.here.line)
    spans, unclosed = quotation_marks.find(says)
    if unclosed or quotation_marks.doubled(says) is not None:
        message = "a quotation mark behind `against:` must have its partner there."
        body.problem(mark, "quotation-open", message, 'Close the quotation, as in `against: calls it "a debt"`.')
    quotations = tuple(
        Quotation(span.inner(says), mark, (own,), own.basis is Basis.DIRECT, *sentences.around(says, spans, number))
        for number, span in enumerate(spans)
        if span.inner(says).strip() and not terms.is_term(says, span, body.terms)
    )
    body.own.append(Own(quotation_marks.mask(text.plain(says)), lambda: mark))
    basis = own.basis or (Basis.DIRECT if quotations else Basis.REPORTED)
    return Statement(Role.AGAINST, mark, says, basis, (own,), quotations)
