"""Checks on the records of sources: limits that hold, lines that are one thing only."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.checks import Checked, Finding, check


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
