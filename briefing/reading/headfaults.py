"""What is wrong with a head that YAML cannot read, in an editor's words."""

from __future__ import annotations

import re

import yaml

from briefing.model.prose import Mark

#: A citation as in prose, where a head has it without brackets.
_CITED = re.compile(r"\s*(?:- +)?(?:cite:\s+)?[\[\s,]*@[a-z0-9-]+[, ]+(?:¶|para|\d)")
#: A line with a key, and one whose key has a value.
_KEYED, _VALUED = re.compile(r":(?:\s|$)|^\s*(?:-|#)"), re.compile(r"^\s*[\w-]+:\s+[^\s#|>]")

_NO_COLON = "each line of a head must be `key: value`; this one has no colon with a blank behind it."
#: A citation that contradicts where it must not, and how to mend it.
_CONTRADICTS = re.compile(r"\s*(?:-\s+)?cite:.*\bagainst:\s")
AGAINST = (
    "a citation of a head must name what supports the statement; what contradicts it stands under `against`.",
    "Take it out, and write below `against:` a line such as `- {cite: source-id ¶9, says: It gives 2 November.}`.",
)


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
    context, problem = (str(getattr(error, name, "") or "") for name in ("context", "problem"))
    spot = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    if "simple key" in context or "quoted scalar" in context or "flow" in context:
        spot = getattr(error, "context_mark", None) or spot
    row, column = (spot.line, spot.column) if spot else (0, 0)
    lines = [*head.split("\n"), ""]
    line, above = (lines[row], lines[row - 1] if row else "") if row < len(lines) else ("", "")
    key, _, value = (part.strip() for part in line.partition(": "))
    is_mapping, is_key = "mapping values" in problem, "did not find expected key" in problem
    if "\t" in line[: len(line) - len(line.lstrip())]:
        message, remedy = "lines of a head must be indented with spaces.", "Replace the tab by spaces."
    elif "\u00a0" in line or re.match(r"\s*\w+:\u00a0", above):
        if "\u00a0" not in line:
            row, column = row - 1, above.index("\u00a0")
        message, remedy = "a line of the head must not hold a no-break space.", "Type a plain blank in its place."
    elif is_mapping and value.startswith(tuple("“”„‟‘’‚«»")):
        message = "a value with a colon in it must stand in straight quotation marks, \" or '; these are curly."
        remedy = "Type the marks anew, in a plain text editor."
    elif is_key and value.startswith(("'", '"')):
        message = f"a value that begins with {value[0]} must end with it, and hold no other {value[0]}."
        other = "'" if value[0] == '"' else '"'
        remedy = f"Put the whole value into the other kind of marks, {other}."
    elif (is_key or "<block end>" in problem) and value.startswith(("[", "{")):
        column = line.index(value)
        message = f"a value that begins with `{value[0]}` must stand in quotation marks."
        remedy = f'Write `{key}: "{value[:40]}…"`, with a mark at its end, too.'
    elif is_mapping and above.strip() and not _KEYED.search(above):
        row, column = row - 1, 0
        message, remedy = _NO_COLON, "Put a colon and a blank behind the key."
    elif is_mapping and _indent(line) > _indent(above) and _VALUED.search(above):
        column = 0
        message = "a line must not be indented below a key that has its value already."
        remedy = "Take the blanks at its beginning away."
    elif is_mapping and _CONTRADICTS.match(line):
        message, remedy = AGAINST
    elif is_mapping:
        message = "a value with a colon and a space in it must stand in quotation marks."
        remedy = 'Write `key: "value: more"`; or check that this line and the one above are indented as they should be.'
    elif _CITED.match(line):
        message = "a citation in the head must stand without brackets and without `@`."
        remedy = "Write `cite: source-id ¶16`."
    elif line.lstrip().startswith(("@", "`", "%")) or "cannot start any token" in problem:
        message = "a value that begins with a sign must stand in quotation marks."
        remedy = 'Write `key: "@value"`.'
    elif line.strip() and not _KEYED.search(line) and "flow" not in context and "quoted" not in context:
        message = _NO_COLON
        remedy = "Put a colon and a blank behind the key; a long value stays on one line, or goes on indented below."
    elif any(words in problem for words in ("expected <block end>", "expected '-' indicator", "find expected ':'")):
        message = "each line of a head must be `key: value`, and the lines of a list must be indented alike."
        remedy = (
            "Compare the line with its neighbours: a blank behind each colon, as many before each key of an entry; "
            "and put a value with quotation marks or signs into quotation marks."
        )
    elif "quoted scalar" in context:
        message, remedy = "quotation marks around a value must be closed.", "Add the closing mark."
    elif "flow" in context:
        message = "brackets and braces must be closed."
        remedy = "Close them, or put the value into quotation marks."
    else:
        message = f"the head must be readable YAML ({problem or 'it is not YAML'})."
        remedy = "Mend the line, or put the value in quotes."
    return HeadError(Mark(row + 2, column + 1), message, remedy)
