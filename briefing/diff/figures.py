"""The figures and days that a record gives in our own prose."""

from __future__ import annotations

from briefing.model.records import Record
from briefing.model.statements import Role
from briefing.quotations import reckoning
from briefing.quotations.dated import Dated

#: Statements whose words are prose of ours; what stands in fields is told with these.
_PROSE = (Role.NOTE, Role.TEXT, Role.FIGURE)


def of(record: Record, dated: Dated, is_date: bool) -> dict[str, str]:
    """Figures as they are shown, by what tells one from another however it is written; or, where `is_date`, days."""
    found: dict[str, str] = {}
    for statement in record.statements:
        if statement.role in _PROSE:
            for figure in reckoning.said(statement, dated)[1]:
                if bool(figure.month) is is_date:
                    found.setdefault(figure.key, " ".join(figure.shown.split()))
    return found
