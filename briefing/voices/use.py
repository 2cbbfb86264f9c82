"""A use of a quotation, and whose words it holds."""

from __future__ import annotations

from msgspec import Struct

from briefing.voices.cast import Party


class Voice(Struct, frozen=True, gc=False):
    """Whose words they are: `by`, and those of `joint` together with it; `office`, the role held then; `within`, whose
    words hold these; `year`, in which they were said or
    written, if known; `is_dated`, whether that is a date of its own, in another year than the source's;
    `is_author`, whether the whole source is theirs, so that to name the letter names them; `is_document`, whether the
    source is nobody's speech at all, as a law.
    """

    by: Party
    office: str = ""
    within: Party | None = None
    year: int | None = None
    is_dated: bool = False
    is_author: bool = False
    is_document: bool = False
    joint: tuple[Party, ...] = ()


class Use(Struct, frozen=True, gc=False):
    """Where the words are used.

    `before` and `behind` are the sentence around the quotation, `earlier` the paragraph before that, with U+FFFC for
    each other quotation. `above` is what the section says before the paragraph. `given` is the name of a key or the
    last line of a block quotation, `cited` the one in the citation; `actors` are the ids of the record's;
    `as_reporter`: the basis of the citation is `reporter`.
    """

    before: str = ""
    behind: str = ""
    earlier: str = ""
    given: str = ""
    actors: tuple[str, ...] = ()
    cited: str = ""
    as_reporter: bool = False
    above: str = ""
