"""Checks on what sources say against our statements: it must contradict, and nothing may rest on it."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.checks import Finding, check
from briefing.model.citations import locator
from briefing.model.records import Record
from briefing.model.statements import Role
from briefing.quotations.bounds import trim
from briefing.quotations.extraction import cited_sources
from briefing.quotations.matching import normalise


@check()
def check_against_alone(record: Record) -> Iterator[Finding]:
    """A source that contradicts must stand beside one that supports the statement."""
    for statement in record.statements:
        if statement.role is Role.NOTE and statement.against and not statement.citations and record.is_sure("cite"):
            message = "a sentence must have a source that supports it; here is only one that contradicts."
            remedy = "Name the source for it, too: `[@one, ¶3; @two, ¶9, against: what it says]`."
            yield Finding(record, statement.where, message, remedy)


@check()
def check_against_support(record: Record) -> Iterator[Finding]:
    """A paragraph must not be cited both for a statement and against it."""
    for statement in record.statements:
        support = cited_sources(statement.citations) if statement.against else {}
        for contrary in statement.against:
            for id, numbers in cited_sources(contrary.citations).items():
                if both := {*numbers} & {*support.get(id, ())}:
                    message = f"a paragraph must speak for a statement or against it, not both; {locator(tuple(both))} "
                    message += f"of `{id}` is cited for it, too."
                    remedy = "Cite under `cite`, or before `against`, only what supports it."
                    yield Finding(record, contrary.where, message, remedy)


@check()
def check_against_same(record: Record) -> Iterator[Finding]:
    """What a source says against a statement must be something else than the statement says."""
    for statement in record.statements:
        told = [trim(normalise(statement.text))] if statement.against and statement.role is not Role.NOTE else []
        for contrary in statement.against:
            if (says := trim(normalise(contrary.text))) in told:
                message = "what a source says against a statement must not be what the statement says, nor stand twice."
                remedy = "Write what the source says instead; cite it as support if it agrees."
                yield Finding(record, contrary.key.replace("cite", "says") or contrary.where, message, remedy)
            told.append(says)
