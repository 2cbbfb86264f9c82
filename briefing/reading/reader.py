"""The head of a record to a frozen record of its kind, as the fields of the kind declare it (`briefing.model.keys`).

All problems of a head are noted, each with its line; a value that cannot be read is replaced by its default. Validation
by msgspec or pydantic would stop at the first fault, or know no line.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import Any, TypeVar

from msgspec import Struct

from briefing.model import citations, ids
from briefing.model.citations import Citation
from briefing.model.forms import ACCEPT, FORMER_ID, MOST_LETTERS, WHEN, Form
from briefing.model.ids import ID
from briefing.model.keys import Field, Shape, fields, filled, in_head
from briefing.model.problems import Problem
from briefing.model.prose import Mark
from briefing.model.suggest import close_match, list_remedy
from briefing.model.vocabulary import Status
from briefing.reading.frontmatter import EVERYTHING, Node
from briefing.reading.headfaults import AGAINST

S = TypeVar("S", bound=Struct)


class HeadReader:
    """Reads the keys of one mapping in a head. `where` prefixes nested keys, as in `speakers.1.`.

    `spoilt` gathers the keys of the head whose values cannot be trusted: what is found wrong elsewhere may follow from
    them. The keys in it at the start are lost already, and no more is said of them.
    """

    def __init__(
        self, node: Node, path: str, problems: list[Problem], spoilt: set[str] | None = None, where: str = ""
    ) -> None:
        self.path, self.problems, self.where = path, problems, where
        self.spoilt: set[str] = set() if spoilt is None else spoilt
        self.lost = frozenset() if where else frozenset(self.spoilt)
        self.mark = node.mark if where else Mark(1)
        self.values: dict[str, Node] = {}
        self.key_marks: dict[str, Mark] = {}
        for key, mark, value in node.entries or []:
            if key in self.values:
                remedy = f"Keep one of the two; the first is on line {self.key_marks[key].line}."
                self.problem(mark, "key-twice", f"`{key}` must be given once only.", remedy, key)
            else:
                self.values[key], self.key_marks[key] = value, mark

    def read(self, kind: type[S], **derived: Any) -> S:
        """Read a record or a nested value; `derived` are the fields that are not in the head."""
        known = in_head(kind)
        values = {field.name: self._value(field) for field in fields(kind)}
        if derived:
            self._counted(known, values)
        self._unknown([field.key for field in known])
        return kind(**derived, **values)

    def problem(self, mark: Mark, code: str, message: str, remedy: str, key: str) -> None:
        """Note a problem of a key at `mark`."""
        self.spoilt.add((self.where or key).split(".")[0])
        self.problems.append(Problem(self.path, mark.line, mark.column, code, message, remedy))

    def _value(self, field: Field) -> Any:
        """The value of a field; its default when the key is missing or wrong."""
        if field.shape is Shape.HERE:
            return field.type(**{inner.name: self._value(inner) for inner in fields(field.type)})
        key = field.key
        node = self.values.get(key)
        if node is not None and (node.text is None or node.text.strip()):
            return _READ[field.shape](self, field, node)
        if field.required and not self.lost & {key, *EVERYTHING}:
            remedy = f"Add a line `{key}: …` to {'this entry' if self.where else 'the head'}."
            mark = node.mark if node else self.mark
            self.problem(mark, "key-missing", f"`{self.where}{key}` must be given.", remedy, key)
        elif node is not None:
            remedy = "Write the value, or remove the line."
            self.problem(node.mark, "value-empty", f"`{key}` must have a value.", remedy, key)
        return field.default

    def _scalar(self, field: Field, node: Node) -> Any:
        found = self._one(field, node, field.key)
        return field.default if found is None else found

    def _one(self, field: Field, node: Node, key: str) -> Any:
        """A single value that stands under a key; None where it cannot be read."""
        form = field.form
        assert form
        code, message, remedy = "value-type", f"`{key}` must be a single value.", ""
        text = _bounds(node) if form is WHEN else node.text
        if text is not None:
            try:
                return form.parse(" ".join(text.split()))
            except ValueError as error:
                code, message = form.code, f"`{self.where}{key}`: {error}."
                remedy = getattr(error, "remedy", "")
        remedy = remedy or filled(field.declared.remedy or form.remedy, {"key": key, "id": self._id()})
        self.problem(node.mark, code, message, remedy, field.key)
        return None

    def _list(self, field: Field, node: Node) -> tuple[str, ...]:
        """A list of short texts or ids; a single one counts as a list of one."""
        form, key = field.form, field.key
        assert form
        texts = []
        for item in node.several:
            value = item.folded
            if not value or len(value) > MOST_LETTERS or (form.pattern and not form.pattern.fullmatch(value)):
                expected = "ids made of a-z, 0-9 and hyphens" if form.pattern else "short texts"
                shown = f"; {value[:40]!r} is none" if value else ""
                remedy = list_remedy(key, value, form.pattern is ID)
                self.problem(item.mark, "value", f"`{key}` must be a list of {expected}{shown}.", remedy, key)
            elif form is FORMER_ID and (fault := ids.fault(value, self.path)):
                message = f"`{key}` must hold what can be a record's address; {value[:40]!r} cannot ({fault})."
                self.problem(item.mark, "value", message, form.remedy, key)
            else:
                texts.append(form.parse(value) if form.pattern else value)
        return tuple(dict.fromkeys(texts) if form.pattern is ID else texts)

    def _mapping(self, field: Field, node: Node) -> dict[str, Any]:
        """Texts, or numbers, by keys of the editor's own, in the order typed; or one or several texts by each."""
        key, names = field.key, field.names
        assert names and names.pattern
        if node.entries is None:
            what = "text" if field.kind else "number"
            listed = "Write each below, indented, without a hyphen." if node.items is not None else "Indent them below."
            self.problem(node.mark, "value-type", f"`{key}` must be lines of `{names.noun}: {what}`.", listed, key)
            return {}
        found: dict[str, Any] = {}
        for name, mark, value in node.entries:
            texts = [item.folded for item in (value.several if field.shape is Shape.LISTS else [value])]
            if not self._is_name(field, name, mark, found):
                continue
            if field.kind is None:
                if (number := self._one(field, value, f"{key}.{name}")) is not None:
                    found[name] = number
            elif not texts or not all(0 < len(text) <= MOST_LETTERS for text in texts):
                self.problem(value.mark, "value", f"`{key}.{name}` must be a short text.", "Write the text.", key)
            else:
                found[name] = tuple(dict.fromkeys(texts)) if field.shape is Shape.LISTS else texts[0]
        return found

    def _is_name(self, field: Field, name: str, mark: Mark, found: Collection[str]) -> bool:
        """Whether a key of the editor's own can stand beside those `found` before it."""
        key, names = field.key, field.names
        assert names
        remedy = _remedy_of_name(names, name)
        if name in found:
            self.problem(mark, "key-twice", f"`{key}.{name}` must be given once only.", "Keep one of the two.", key)
        elif remedy:
            message = f"`{key}` must be keyed by {names.noun}; not {name!r}."
            self.problem(mark, "value", message, remedy, key)
        return name not in found and not remedy

    def _citations(self, field: Field, node: Node) -> tuple[Citation, ...]:
        """One citation, or a list of them."""
        key = field.key
        items = node.several
        if any((item.text or "").startswith(("¶", "para ")) for item in items):
            together = ", ".join(item.text or "…" for item in items)
            remedy = f"Write `{key}: {together}`, without brackets, where all are of one source."
            message = f"`{key}`: each citation of a list must name its source."
            self.problem(node.mark, "citation", message, remedy, key)
            return ()
        cited: list[Citation] = []
        for item in items:
            if any(
                name.endswith("against") for name, _, _ in item.entries or ()
            ):  # YAML reads keys on both sides of `:`
                self.problem(item.mark, "citation", f"`{key}`: {AGAINST[0]}", AGAINST[1], key)
                continue
            try:
                cited.extend(citations.parse(item.text or ""))
            except citations.CitationError as error:
                remedy = f"Write `{key}: {error.mended or 'source-id ¶16'}`"
                remedy += "; or a list of citations." if ";" in error.mended else "."
                self.problem(item.mark, "citation", f"`{key}`: {error}.", remedy, key)
        if any(cite.against for cite in cited):
            self.problem(node.mark, "citation", f"`{key}`: {AGAINST[0]}", AGAINST[1], key)
        if basis := next((cite.basis for cite in cited if cite.basis), None):
            message = f"`{key}` must name sources and paragraphs only; how it is known stands under `basis`."
            remedy = f"Take `{basis}` out, and write `basis: {basis}` if it is so."
            self.problem(node.mark, "citation", message, remedy, key)
        return tuple(cited)

    def _entry(self, field: Field, node: Node) -> Any:
        """A mapping below a key."""
        if node.entries is None:
            message = f"`{field.key}` must hold `key: value` lines."
            remedy = f"Indent them below the key: {_keys(field)}."
            self.problem(node.mark, "value-type", message, remedy, field.key)
            return field.default
        return self._below(field, node, f"{field.key}.")

    def _named(self, field: Field, node: Node) -> dict[str, Any]:
        """Mappings by keys of the editor's own, in the order typed; a text stands for the first key of one."""
        assert field.entry and field.names
        if node.entries is None:
            message = f"`{field.key}` must be lines of `{field.names.noun}: text`, or such lines of keys each."
            self.problem(node.mark, "value-type", message, "Indent them below, without a hyphen.", field.key)
            return {}
        first, found = fields(field.entry)[0].key, dict[str, Any]()
        for name, mark, value in node.entries:
            if self._is_name(field, name, mark, found):
                entry = value if value.entries is not None else Node(value.mark, entries=[(first, value.mark, value)])
                found[name] = self._below(field, entry, f"{field.key}.{name}.")
        return found

    def _entries(self, field: Field, node: Node) -> tuple[Any, ...]:
        """A list of mappings; a single one counts as a list of one."""
        entries = []
        for number, item in enumerate(node.several, 1):
            if item.entries is None:
                message = f"`{field.key}` must be a list of entries with keys."
                remedy = f"Begin each entry with a hyphen and indent its lines alike: {_keys(field)}."
                self.problem(item.mark, "value-type", message, remedy, field.key)
            else:
                entries.append(self._below(field, item, f"{field.key}.{number}."))
        return tuple(entries)

    def _below(self, field: Field, node: Node, where: str) -> Any:
        assert field.entry
        return HeadReader(node, self.path, self.problems, self.spoilt, self.where + where).read(field.entry)

    def _counted(self, known: tuple[Field, ...], values: dict[str, Any]) -> None:
        """Note what is counted from a source's text and is missing in a record that is no draft."""
        counted = [field.key for field in known if field.declared.is_counted]
        missing = [key for key in counted if key not in self.values or _is_sample(self.values[key].folded)]
        if missing and not self.lost and values["status"] is not Status.DRAFT:
            message = f"{' and '.join(f'`{key}`' for key in missing)} must say which text the record stands for."
            self.problem(self.mark, "key-missing", message, filled(ACCEPT, {"id": self._id()}), missing[0])
            self.spoilt.update(missing)

    def _id(self) -> str:
        return self.path.rpartition("/")[2].removesuffix(".md")

    def _unknown(self, known: list[str]) -> None:
        """Note every unknown key. A misspelt key is reported once, not also as missing under its right name; one that
        resembles none may stand for any key that was left out.
        """
        for key, mark in self.key_marks.items():
            if key in known:
                continue
            meant, left = close_match(key.casefold(), known, 0.7), {*known} - self.values.keys()
            self.spoilt.update(self.where.split(".")[:1] if self.where else [meant] if meant in left else left)
            if meant and meant not in self.values:
                missing = f"`{self.where}{meant}` must be given."
                self.problems[:] = [p for p in self.problems if p.code != "key-missing" or p.message != missing]
            listed = ", ".join(sorted(known))
            hint = f" (did you mean {meant!r}?)" if meant else ""
            message = f"`{self.where}{key}` must be a key of this kind of record{hint}."
            remedy = f"Write `{meant}: …`, or another of: {listed}." if meant else f"Use one of: {listed}."
            if key.startswith("¶"):
                remedy = (
                    "A comma within braces begins another key; put several between quotation marks: `in: '¶3, ¶5'`."
                )
            self.problem(mark, "key-unknown", message, remedy, key)


def _remedy_of_name(names: Form, name: str) -> str:
    """How to mend a key of the editor's own that is not written as it must be; empty for one that is."""
    try:
        names.parse(name)
    except ValueError as error:
        return getattr(error, "remedy", "") or names.key_remedy
    return ""


def _bounds(node: Node) -> str | None:
    """The text of a date; one in brackets, as `[..2022-06-30]`, YAML takes for a list."""
    if node.items and all(item.text for item in node.items):
        return f"[{', '.join(item.folded for item in node.items)}]"
    return node.text


def _is_sample(text: str) -> bool:
    """Whether a value is none, or many zeros, as somebody writes who has no better."""
    return not text or (len(text) > 1 and not text.strip("0"))


_READ: dict[Shape, Callable[[HeadReader, Field, Node], Any]] = {
    Shape.SCALAR: HeadReader._scalar,
    Shape.LIST: HeadReader._list,
    Shape.MAPPING: HeadReader._mapping,
    Shape.LISTS: HeadReader._mapping,
    Shape.CITATIONS: HeadReader._citations,
    Shape.ENTRY: HeadReader._entry,
    Shape.NAMED: HeadReader._named,
    Shape.ENTRIES: HeadReader._entries,
}


def _keys(field: Field) -> str:
    """The keys that must stand below a key; where none must, those that may."""
    assert field.entry
    known = in_head(field.entry)
    chosen = [key for key in known if key.required] or known
    return ", ".join(f"`{key.key}: …`" for key in chosen)
