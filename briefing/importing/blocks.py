"""What a document is read as: blocks of text in their order, what was set apart, and what it says of itself. Pure."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct, field


class Sort(StrEnum):
    """What a stretch of a document is."""

    TITLE = "title"
    SUBTITLE = "subtitle"
    BYLINE = "byline"
    DATELINE = "dateline"
    CAPTION = "caption"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    NOTE = "note"
    # What is no part of the text, and is left out of it.
    MENU = "menu"
    ADVERTISEMENT = "advertisement"
    COMMENT = "comment"
    RELATED = "link to other pages"
    RUNNING_HEAD = "running head or foot"
    PAGE_NUMBER = "page number"
    EARLIER_MAIL = "quoted earlier mail"
    SIGNATURE = "signature"
    PULLED = "words repeated"
    OTHER = "other part of the page"


#: What stands in the text, each on a line of its own.
KEPT = frozenset(
    {
        Sort.TITLE,
        Sort.SUBTITLE,
        Sort.BYLINE,
        Sort.DATELINE,
        Sort.CAPTION,
        Sort.HEADING,
        Sort.PARAGRAPH,
        Sort.NOTE,
    }
)
#: What stands above the text, so that it is no numbered paragraph.
ABOVE = (Sort.TITLE, Sort.SUBTITLE, Sort.BYLINE, Sort.DATELINE, Sort.CAPTION)


class Block(Struct, frozen=True):
    """A stretch of text on one line. `unsure` says what an editor should look at in it; `label` who speaks, in a
    transcript; `mark` is the number of a footnote; `is_drawn_out` marks what a page
    sets beside the text, which may only repeat words of it.
    """

    sort: Sort
    text: str
    unsure: str = ""
    label: str = ""
    mark: str = ""
    is_drawn_out: bool = False


class Imported(Struct, frozen=True):
    """A document as read. What it does not say of itself is empty; `published` is YYYY, YYYY-MM or YYYY-MM-DD;
    `language` a language tag; `kind` one of the kinds of sources; `remarks` are sentences for the editor on the whole;
    `marks` counts the footnote marks that were taken out of the text.
    """

    blocks: tuple[Block, ...]
    title: str = ""
    author: str = ""
    publisher: str = ""
    published: str = ""
    address: str = ""
    language: str = ""
    kind: str = ""
    remarks: tuple[str, ...] = ()
    marks: int = 0
    guessed: tuple[str, ...] = field(default=())


class ImportFault(ValueError):
    """A document that cannot be read; the text says what must hold and how to mend it."""
