"""Checks on the records of sources: limits that hold, lines that are one thing only."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.checks import Checked, Finding, check
from briefing.model import lines

#: A line of ours on a paragraph has so many words at most.
MOST_WORDS = 15


@check()
def check_limits_free(checked: Checked) -> Iterator[Finding]:
    """A source of which any part may be quoted must have no other limits."""
    for source in checked.corpus.sources.values():
        if source.limits.free and (source.limits.words or source.limits.share):
            message = "a source that is free to quote must have no other limits."
            yield Finding(source, "limits.free", message, "Keep `free: yes`, or `words` and `share`.")


@check()
def check_line_twice(checked: Checked) -> Iterator[Finding]:
    """A line of a source must have one name only."""
    for source in checked.corpus.sources.values():
        named: dict[int, str] = {}
        for name, at in source.lines.items() if source.is_sure("lines") else ():
            if (other := named.setdefault(at, name)) != name:
                message = f"a line must have one name; line {at} is `{other}` and `{name}`."
                yield Finding(source, "lines", message, "Count the lines of the text file again.")


@check()
def check_says(checked: Checked) -> Iterator[Finding]:
    """What `says` tells of a paragraph must be one short line, of a paragraph that the source has."""
    for source in checked.corpus.sources.values():
        for spot, line in source.says.items():
            number = lines.number(spot) or int(spot.removeprefix("¶"))
            if len(line.split()) > MOST_WORDS:
                message = f"a line on a paragraph must have at most {MOST_WORDS} words; that on {spot} has "
                remedy = "Say only what the paragraph is cited for; the briefs say the rest."
                yield Finding(source, f"says.{spot}", f"{message}{len(line.split())}.", remedy)
            if (
                not source.holds(number)
                and source.path not in checked.uncounted
                and source.is_sure("paragraphs", "lines")
            ):
                message = f"`says` must tell of paragraphs that the source has; it has no {spot}."
                remedy = "Write the number of the paragraph that is meant, as citations have it."
                yield Finding(source, f"says.{spot}", message, remedy)


@check()
def check_about_published(checked: Checked) -> Iterator[Finding]:
    """A source must have `published` or `about`, not both: what is stated need not be inferred."""
    for source in checked.corpus.sources.values():
        if source.published and source.about:
            message = "a source whose day of publication is stated must have no `about`."
            yield Finding(source, "about", message, "Keep `published`, if the source states the day, else `about`.")
