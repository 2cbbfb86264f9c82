"""Dates as pages show them: in words that say exactly as much as is known."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from briefing.model import dates
from briefing.model.dates import PartialDate, Piece


class DateView(Struct, frozen=True):
    """A part of a date in words: with `iso` where HTML has such a date, with `url` where it leads to an event."""

    words: str
    iso: str = ""
    url: str = ""


def views(pieces: Iterable[Piece]) -> tuple[DateView, ...]:
    """A date in words, part by part."""
    return tuple(DateView(piece.words, piece.iso) for piece in pieces)


def of_date(date: PartialDate, behind: str = "") -> tuple[DateView, ...]:
    """A single date, and words behind it."""
    return views((*dates.pieces(date), *((Piece(behind),) if behind else ())))
