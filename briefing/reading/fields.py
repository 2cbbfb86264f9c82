"""Typed access to a record's head: each method reads one key, notes its problems and gives a usable value back.

A reader asks for every key that a kind of record may have; what it never asked for is unknown.
Imports frontmatter, cites, dates, ids, outside, text, problems and the model.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Mapping
from enum import StrEnum
from sys import intern
from typing import TypeVar

from briefing.model import dates, ids, outside, text
from briefing.model.ids import ID
from briefing.model.problems import Problem
from briefing.model.records import PartialDate
from briefing.model.suggest import KEYS, close_match, did_you_mean, id_remedy, list_remedy
from briefing.model.written import Citation, Mark
from briefing.reading import cites
from briefing.reading.frontmatter import EVERYTHING, Node

E = TypeVar("E", bound=StrEnum)
T = TypeVar("T")

MAX_TEXT = 2_000
LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-(?:[A-Z]{2}|\d{3}))?", re.ASCII)


class Fields:
    """The keys of one mapping in a head. `where` prefixes nested keys, as in `speakers.1.`.

    `spoilt` gathers the keys of the head whose values cannot be trusted: what is found wrong elsewhere may follow from
    them. The keys in it at the start are lost already, and no more is said of them.
    """

    def __init__(
        self, node: Node, path: str, problems: list[Problem], where: str = "", spoilt: set[str] | None = None
    ) -> None:
        self.path, self.problems, self.where = path, problems, where
        self.spoilt: set[str] = set() if spoilt is None else spoilt
        self.lost = frozenset() if where else frozenset(self.spoilt)
        self.mark = node.mark
        self.values: dict[str, Node] = {}
        self.key_marks: dict[str, Mark] = {}
        self.asked: list[str] = []
        for key, mark, value in node.entries or []:
            if key in self.values:
                self.problem(
                    mark,
                    "key-twice",
                    f"`{key}` must be given once only.",
                    f"Keep one of the two; the first is on line {self.key_marks[key].line}.",
                    key,
                )
                continue
            self.values[key], self.key_marks[key] = value, mark

    def problem(self, mark: Mark, code: str, message: str, remedy: str, key: str) -> None:
        """Note a problem of a key at `mark`."""
        self.spoilt.add((self.where or key).split(".")[0])
        self.problems.append(Problem(self.path, mark.line, mark.column, code, message, remedy))

    def node(self, key: str, required: bool) -> Node | None:
        """The raw value of a key; None and, if required, a problem when it is missing or empty."""
        self.asked.append(key)
        node = self.values.get(key)
        if node is not None and (node.text is None or node.text.strip()):
            return node
        if required and not self.lost & {key, *EVERYTHING}:
            self.problem(
                node.mark if node else self.mark,
                "key-missing",
                f"`{self.where}{key}` must be given.",
                f"Add a line `{key}: …` to {'this entry' if self.where else 'the head'}.",
                key,
            )
        elif node is not None:
            self.problem(
                node.mark, "value-empty", f"`{key}` must have a value.", "Write the value, or remove the line.", key
            )
        return None

    def convert(
        self, key: str, default: T, convert: Callable[[str], T], code: str, remedy: str, *, required: bool = False
    ) -> T:
        """Read a scalar through `convert`, which raises ValueError saying what must hold."""
        node = self.node(key, required)
        if node is None:
            return default
        if node.text is None:
            self.problem(node.mark, "value-type", f"`{key}` must be a single value.", remedy, key)
            return default
        try:
            return convert(" ".join(node.text.split()))
        except ValueError as error:
            self.problem(node.mark, code, f"`{self.where}{key}`: {error}.", remedy, key)
            return default

    def text(self, key: str, *, required: bool = False, most: int = MAX_TEXT, form: str = "") -> str:
        """A line of text, white space folded; at most `most` letters; `form` may be `question`."""

        def check(value: str) -> str:
            if len(value) > most:
                raise ValueError(f"must have at most {most} letters, not {len(value)}")
            if form == "question" and not value.endswith("?"):
                raise ValueError("must be a question that ends in a question mark")
            if word := next(text.mixed_script_words(value), None):
                raise ValueError(f"a word must not mix letters of several scripts that look alike, as {word[1]!r} does")
            return value

        return self.convert(key, "", check, "value", "Change the text.", required=required)

    def choice(self, key: str, kind: type[E], *, required: bool = False, default: E | None = None) -> E:
        """One word of a closed list."""
        words = [member.value for member in kind]

        def check(value: str) -> E:
            if value not in words:
                raise ValueError(f"must be one of {', '.join(words)}; not {value!r}{did_you_mean(value, words)}")
            return kind(value)

        fallback = default or next(iter(kind))
        return self.convert(key, fallback, check, "value", "Choose one of these words.", required=required)

    def flag(self, key: str, *, yes: str = "yes", no: str = "no") -> bool:
        """A switch with two words."""

        def check(value: str) -> bool:
            if value not in (yes, no):
                raise ValueError(f"must be {yes} or {no}, not {value!r}")
            return value == yes

        return self.convert(key, False, check, "value", f"Write `{key}: {yes}` or `{key}: {no}`.")

    def date(self, key: str, *, required: bool = False, exact: bool = False) -> PartialDate | None:
        """A date, possibly a month or a year only; `exact` demands a day."""

        def check(value: str) -> PartialDate | None:
            date = dates.parse(value)
            if exact and not date.day:
                raise ValueError("must name a day, as 2022-11-01")
            return date

        return self.convert(
            key,
            None,
            check,
            "date",
            f"Write the right one as 2022-11-01{'' if exact else ', 2022-11 or 2022'}.",
            required=required,
        )

    def some_date(self, key: str) -> PartialDate:
        """A required date; a stand-in after a problem was noted."""
        return self.date(key, required=True) or PartialDate(1)

    def number(self, key: str, least: int = 0, most: int = 1_000_000, *, required: bool = False) -> int:
        """A whole number within limits."""

        def check(value: str) -> int:
            if not re.fullmatch(r"-?\d{1,9}", value, re.ASCII) or not least <= int(value) <= most:
                raise ValueError(f"must be a whole number from {least} to {most}, not {value!r}")
            return int(value)

        return self.convert(key, 0, check, "value", "Write a number in figures.", required=required)

    def degrees(self, key: str, most: int) -> float:
        """A required angle in degrees, within plus or minus `most`."""

        def check(value: str) -> float:
            if not re.fullmatch(r"[+-]?\d{1,3}(?:\.\d{1,12})?", value, re.ASCII):
                raise ValueError(f"must be decimal degrees such as 42.6727, not {value!r}")
            number = float(value)
            if not math.isfinite(number) or abs(number) > most:
                raise ValueError(f"must lie between -{most} and {most}, not {value}")
            return number

        return self.convert(
            key,
            0.0,
            check,
            "coordinates",
            "Write degrees with a decimal point, south and west with a minus; check that the two are not swapped.",
            required=True,
        )

    def language(self, key: str, default: str = "", *, required: bool = False) -> str:
        """A language tag (BCP 47: language, script, region)."""

        def check(value: str) -> str:
            if not LANGUAGE.fullmatch(value):
                raise ValueError(f"must be a language tag such as en, sq or sr-Latn, not {value!r}")
            return value

        return self.convert(key, default, check, "value", "Write the language's tag.", required=required)

    def address(self, key: str) -> str:
        """An outside address, http or https."""
        value = self.convert(key, "", str, "value", "Copy the whole address from the browser.")
        fault = outside.web_fault(value) if value else None
        if fault:
            self.problem(self.values[key].mark, "value", f"`{self.where}{key}`: {fault.must}.", fault.remedy, key)
        return "" if fault else value

    def ids(self, key: str) -> tuple[str, ...]:
        """A list of ids, each once. They are shared, for the same ones come in record after record."""
        return tuple(dict.fromkeys(map(intern, self.texts(key, ID))))

    def former_ids(self, key: str) -> tuple[str, ...]:
        """A list of ids that a record of this kind may have had."""
        return tuple(dict.fromkeys(self.texts(key, ID, lambda id: ids.fault(id, self.path))))

    def id(self, key: str, *, required: bool = False) -> str:
        """One id."""

        def check(value: str) -> str:
            if not ID.fullmatch(value):
                raise ValueError(f"must be an id made of a-z, 0-9 and hyphens, not {value!r}")
            return value

        return self.convert(
            key,
            "",
            check,
            "value",
            id_remedy(key),
            required=required,
        )

    def texts(
        self, key: str, form: re.Pattern[str] | None = None, why: Callable[[str], str] = lambda _: ""
    ) -> tuple[str, ...]:
        """A list of short texts; a single text counts as a list of one. `why` tells what is wrong with one, if any."""
        node = self.node(key, required=False)
        if node is None:
            return ()
        found = []
        for item in node.items if node.items is not None else [node]:
            value = " ".join((item.text or "").split())
            if item.text is None or not value or len(value) > MAX_TEXT or (form and not form.fullmatch(value)):
                expected = "ids made of a-z, 0-9 and hyphens" if form else "short texts"
                shown = f"; {value[:40]!r} is none" if value else ""
                message = f"`{key}` must be a list of {expected}{shown}."
                self.problem(item.mark, "value", message, list_remedy(key, value, form is ID), key)
                continue
            if fault := why(value):
                message = f"`{key}` must hold what can be a record's address; {value[:40]!r} cannot ({fault})."
                self.problem(item.mark, "value", message, "Write the file's former name, without `.md`.", key)
                continue
            found.append(value)
        return tuple(found)

    def pairs(self, key: str, form: re.Pattern[str], expected: str, *, required: bool = False) -> Mapping[str, str]:
        """A mapping of keys that match `form` to texts, in the order typed."""
        node = self.node(key, required)
        if node is None:
            return {}
        if node.entries is None:
            listed = "Write each below, indented, without a hyphen." if node.items is not None else "Indent them below."
            self.problem(node.mark, "value-type", f"`{key}` must be lines of `{expected}: text`.", listed, key)
            return {}
        found: dict[str, str] = {}
        for name, mark, value in node.entries:
            folded = " ".join((value.text or "").split())
            if name in found:
                self.problem(mark, "key-twice", f"`{key}.{name}` must be given once only.", "Keep one of the two.", key)
            elif not form.fullmatch(name):
                message = f"`{key}` must be keyed by {expected}; not {name!r}."
                self.problem(mark, "value", message, KEYS[expected], key)
            elif not folded or len(folded) > MAX_TEXT:
                self.problem(value.mark, "value", f"`{key}.{name}` must be a short text.", "Write the text.", key)
            else:
                found[name] = folded
        return found

    def cite(self, key: str = "cite", *, required: bool = True) -> tuple[Citation, ...]:
        """Citations: one text, or a list of them."""
        node = self.node(key, required)
        if node is None:
            return ()
        found, faults = cites.read(key, node)
        for mark, message, remedy in faults:
            self.problem(mark, "citation", message, remedy, key)
        return found

    def children(self, key: str) -> list[Fields]:
        """A list of mappings, each as Fields of its own; call `done` on each."""
        node = self.node(key, required=False)
        if node is None:
            return []
        found = []
        for index, item in enumerate(node.items if node.items is not None else [node]):
            if item.entries is None:
                self.problem(
                    item.mark,
                    "value-type",
                    f"`{key}` must be a list of entries with keys.",
                    "Begin each entry with a hyphen and indent its `key: value` lines alike.",
                    key,
                )
                continue
            found.append(Fields(item, self.path, self.problems, f"{self.where}{key}.{index + 1}.", self.spoilt))
        return found

    def child(self, key: str, *, required: bool = False) -> Fields | None:
        """A mapping below a key."""
        node = self.node(key, required)
        if node is None:
            return None
        if node.entries is None:
            self.problem(
                node.mark, "value-type", f"`{key}` must hold `key: value` lines.", "Indent them below the key.", key
            )
            return None
        return Fields(node, self.path, self.problems, f"{self.where}{key}.", self.spoilt)

    def done(self) -> None:
        """Note every key that nobody asked for; one that was to be a key told missing is told once.

        It may stand for any that was left out, and for one that is like it most of all.
        """
        for key, mark in self.key_marks.items():
            if key in self.asked:
                continue
            meant, left = close_match(key.casefold(), self.asked, 0.7), {*self.asked} - self.values.keys()
            self.spoilt.update(self.where.split(".")[:1] if self.where else [meant] if meant in left else left)
            if meant and meant not in self.values:
                told = f"`{self.where}{meant}` must be given."
                self.problems[:] = [p for p in self.problems if p.code != "key-missing" or p.message != told]
            known = ", ".join(sorted(set(self.asked)))
            hint = f" (did you mean {meant!r}?)" if meant else ""
            message = f"`{self.where}{key}` must be a key of this kind of record{hint}."
            remedy = f"Write `{meant}: …`, or another of: {known}." if meant else f"Use one of: {known}."
            self.problem(mark, "key-unknown", message, remedy, key)
