"""What stands on the pages of a PDF: lines with their places, rules. Pure."""

from __future__ import annotations

from msgspec import Struct


class Run(Struct):
    """A stretch of a line: its text, its ends from the left and its baseline from the bottom, in points, the size of
    its letters; `lead` is the raised mark before it, `marks` counts those within, which were taken out; `is_row` marks
    that of a table (`tables`).
    """

    text: str
    x0: float
    x1: float
    y: float
    size: float
    is_bold: bool = False
    is_artifact: bool = False
    lead: str = ""
    marks: int = 0
    is_row: bool = False


class Rule(Struct):
    """A level rule: its ends from the left and its height from the bottom, in points."""

    x0: float
    x1: float
    y: float


class Page(Struct):
    """A page: its width and height in points, its lines, and whether pictures stand on it."""

    width: float
    height: float
    runs: list[Run]
    has_pictures: bool = False
    rules: list[Rule] = []


class Document(Struct):
    """A PDF's pages and what it says of itself."""

    pages: list[Page]
    title: str = ""
    author: str = ""
    language: str = ""
    unreadable: int = 0
