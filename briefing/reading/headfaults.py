"""What is wrong with a head that YAML cannot read, in an editor's words."""

from __future__ import annotations

import re

import yaml

from briefing.model.written import Mark

#: A citation as in prose, where a head has it without brackets.
_CITED = re.compile(r"\s*(?:- +)?(?:cite:\s+)?[\[\s,]*@[a-z0-9-]+[, ]+(?:¶|para|\d)")
#: A line with a key, and one whose key has a value.
_KEYED, _VALUED = re.compile(r":(?:\s|$)|^\s*(?:-|#)"), re.compile(r"^\s*[\w-]+:\s+[^\s#|>]")


class HeadError(Exception):
    """A head that cannot be read: `mark` is the spot in the file, `message` what must hold, `remedy` how to mend it.

    With `at_all`, nothing of the head can be used, as of one that is too long.
    """

    def __init__(self, mark: Mark, message: str, remedy: str, code: str = "front-matter", at_all: bool = False) -> None:
        super().__init__(message)
        self.mark, self.message, self.remedy, self.code, self.at_all = mark, message, remedy, code, at_all


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def explained(error: yaml.YAMLError, head: str) -> HeadError:
    """A YAML fault in an editor's words."""
    context = str(getattr(error, "context", "") or "")
    spot = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    if "simple key" in context or "quoted scalar" in context or "flow" in context:
        spot = getattr(error, "context_mark", None) or spot
    mark = Mark(spot.line + 2, spot.column + 1) if spot else Mark(2)
    problem = str(getattr(error, "problem", "") or "")
    lines = head.split("\n")
    line = lines[spot.line] if spot and spot.line < len(lines) else ""
    if "\t" in line[: len(line) - len(line.lstrip())]:
        return HeadError(mark, "lines of a head must be indented with spaces.", "Replace the tab by spaces.")
    above = lines[spot.line - 1] if spot and 0 < spot.line <= len(lines) else ""
    if "\u00a0" in line or re.match(r"\s*\w+:\u00a0", above):
        mark = mark if "\u00a0" in line else Mark(mark.line - 1, len(above.partition("\u00a0")[0]) + 1)
        return HeadError(mark, "a line of the head must not hold a no-break space.", "Type a plain blank in its place.")
    value = line.partition(": ")[2].lstrip()
    if value[:1] in tuple("“”„‟‘’‚«»") and "mapping values" in problem:
        straight = "a value with a colon in it must stand in straight quotation marks, \" or '; these are curly."
        return HeadError(mark, straight, "Type the marks anew, in a plain text editor.")
    if "did not find expected key" in problem and value[:1] in ("'", '"'):
        other = "'" if value[0] == '"' else '"'
        return HeadError(
            mark,
            f"a value that begins with {value[0]} must end with it, and hold no other {value[0]}.",
            f"Put the whole value into the other kind of marks, {other}.",
        )
    if value[:1] in ("[", "{") and ("did not find expected key" in problem or "<block end>" in problem):
        return HeadError(
            Mark(spot.line + 2, line.find(value) + 1) if spot else mark,
            f"a value that begins with `{value[0]}` must stand in quotation marks.",
            f'Write `{line.partition(":")[0].strip()}: "{value[:40]}…"`, with a mark at its end, too.',
        )
    if "mapping values are not allowed" in problem and above.strip() and not _KEYED.search(above):
        return HeadError(
            Mark(spot.line + 1, 1) if spot else mark,
            "each line of a head must be `key: value`; this one has no colon with a blank behind it.",
            "Put a colon and a blank behind the key.",
        )
    if "mapping values are not allowed" in problem and _indent(line) > _indent(above) and _VALUED.search(above):
        return HeadError(
            Mark(spot.line + 2, 1) if spot else mark,
            "a line must not be indented below a key that has its value already.",
            "Take the blanks at its beginning away.",
        )
    if "mapping values are not allowed" in problem:
        return HeadError(
            mark,
            "a value with a colon and a space in it must stand in quotation marks.",
            'Write `key: "value: more"`; or check that this line and the one above are indented as they should be.',
        )
    if _CITED.match(line):
        return HeadError(
            mark, "a citation in the head must stand without brackets and without `@`.", "Write `cite: source-id ¶16`."
        )
    if line.lstrip().startswith(("@", "`", "%")) or "cannot start any token" in problem:
        return HeadError(
            mark, "a value that begins with a sign must stand in quotation marks.", 'Write `key: "@value"`.'
        )
    if line.strip() and not _KEYED.search(line) and "flow" not in context and "quoted" not in context:
        return HeadError(
            mark,
            "each line of a head must be `key: value`; this one has no colon with a blank behind it.",
            "Put a colon and a blank behind the key; a long value stays on one line, or goes on indented below.",
        )
    if (
        "expected <block end>" in problem
        or "expected '-' indicator" in problem
        or "could not find expected ':'" in problem
    ):
        return HeadError(
            mark,
            "each line of a head must be `key: value`, and the lines of a list must be indented alike.",
            "Compare the line with its neighbours: a blank behind each colon, as many before each key of an entry; "
            "and put a value with quotation marks or signs into quotation marks.",
        )
    if "quoted scalar" in context:
        return HeadError(mark, "quotation marks around a value must be closed.", "Add the closing mark.")
    if "flow" in context:
        return HeadError(
            mark, "brackets and braces must be closed.", "Close them, or put the value into quotation marks."
        )
    detail = problem or "it is not YAML"
    return HeadError(mark, f"the head must be readable YAML ({detail}).", "Mend the line, or put the value in quotes.")
