"""Where the file of a record names other records: in its head, in citations and in links of its prose. Pure.

Which keys of a head hold ids of which kind, the table here says; a test holds it to the declarations of the fields.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Mapping, Set
from typing import NamedTuple

from briefing.edits.naming import FOLDERS, Name, of_path
from briefing.model import addresses, citations
from briefing.model.ids import ID
from briefing.model.vocabulary import Basis
from briefing.model.when import is_event
from briefing.reading import frontmatter
from briefing.reading.frontmatter import Node
from briefing.reading.stretches import leaves

#: The kind of record whose ids stand under a key, the keys of nested values joined by dots, without numbers.
KEYS: Mapping[str, str] = {
    "actors": "actor",
    "questions": "question",
    "places": "place",
    "events": "event",
    "via": "actor",
    "with": "actor",
    "earlier.with": "actor",
    "answer": "brief",
    "map.focus": "place",
    "core.question": "question",
    "core.rows.position": "position",
    "core.rows.also": "position",
    "core.rows.quote": "position",
    "answers": "statement",
    "outcome_of": "event",
    "after": "event",
    "before": "event",
    "postponed_to": "event",
    "dating.interval.from": "event",
    "versions.dating.interval.from": "event",
}
#: Keys that hold the names of people, or the id of an actor or of a source in their place.
_WHO = re.compile(r"(?:.*\.)?(?:by|speaker|within)|voices\.with")
#: The keys that are ids of sources themselves.
_PRINTED = re.compile(r"names\.printed\.[^.]+")
_CITES = re.compile(r"(?:.*\.)?cite")
_ITEM = re.compile(r"(?:^['\"]?|;)\s*@?\s*([a-z0-9-]+)(?=[\s,¶])")
_VOICE = re.compile(rf"\b(?:{'|'.join(Basis)})\s*:\s*([a-z0-9-]+)\s*$")
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_CODE = re.compile(r"^ {0,3}(`{3,}|~{3,}).*?(?:^ {0,3}\1|\Z)|(?<!`)(`+)(?!`).+?(?<!`)\2(?!`)", re.DOTALL | re.MULTILINE)
#: Where a link leads, typed behind its words, at the end, or as HTML.
_LINKS = re.compile(
    r"\]\(\s*<?(?P<behind>[^()\s<>]+)|^ {0,3}\[[^\]\n]+\]:\s*<?(?P<end>[^\s<>]+)|\bhref\s*=\s*[\"'](?P<tag>[^\"']+)",
    re.MULTILINE,
)


class Reference(NamedTuple):
    """A spot that names a record, from the letter `start` of the text up to `end`: its id, or the path of a link."""

    name: Name
    start: int
    end: int
    key: str = ""
    is_link: bool = False


def find(path: str, content: str, known: Mapping[str, Set[str]]) -> list[Reference]:
    """The references of a record's file, in order; `known` are the ids of all records by kind.

    Raises HeadError where the head cannot be read.
    """
    head, body, _ = frontmatter.split(content)
    start = len(content) - len(body)
    found = [*_in_head(content, frontmatter.read(head), start, known)]
    masked = _COMMENT.sub(_blank, body)
    found += _cited(masked, start, known)
    found += _links(path, _CODE.sub(_blank, masked), start)
    return sorted(found, key=lambda reference: reference.start)


def _blank(match: re.Match[str]) -> str:
    return re.sub(r"\S", " ", match[0])


def _in_head(content: str, root: Node, end: int, known: Mapping[str, Set[str]]) -> Iterator[Reference]:
    starts = [0, *(match.end() for match in re.finditer("\n", content[:end]))]
    found = [(key, starts[line - 1] + column - 1, value, is_key) for key, (line, column), value, is_key in leaves(root)]
    ends = sorted({at for _, at, _, _ in found} | {end})
    for key, at, value, is_key in found:
        plain = re.sub(r"\.\d+(?=\.|$)", "", key)
        raw = content[at : next((stop for stop in ends if stop > at), end)]
        if not is_key and _CITES.fullmatch(plain):
            for match in _ITEM.finditer(raw):
                yield Reference(Name("source", match[1]), at + match.start(1), at + match.end(1), key)
        elif (name := _named(plain, value.strip(), is_key, known)) and name.id in raw:
            begin = at + raw.index(name.id)
            yield Reference(name, begin, begin + len(name.id), key)


def _named(key: str, value: str, is_key: bool, known: Mapping[str, Set[str]]) -> Name | None:
    """The record that a value names, or a key of the editor's own."""
    if is_key:
        return Name("source", value) if _PRINTED.fullmatch(key) else None
    if kind := KEYS.get(key):
        if kind == "event" and not is_event(value):
            return None
        if kind == "statement":
            kind = "position" if "/" in value else "event"
        return Name(kind, value) if all(map(ID.fullmatch, value.split("/"))) else None
    return _who(value, known) if _WHO.fullmatch(key) else None


def _who(value: str, known: Mapping[str, Set[str]]) -> Name | None:
    """The actor, or else the source, whose id stands where a person may be named."""
    return next((Name(kind, value) for kind in ("actor", "source") if value in known.get(kind, ())), None)


def _cited(body: str, start: int, known: Mapping[str, Set[str]]) -> Iterator[Reference]:
    """The sources that citations in prose name, and who is said there to speak."""
    for mark in citations.MARK.finditer(body):
        at = start + mark.start(1)
        for item in re.finditer(r"[^;]+", mark[1]):
            source = _ITEM.match(item[0])
            if source:
                first = at + item.start()
                yield Reference(Name("source", source[1]), first + source.start(1), first + source.end(1))
            voice = _VOICE.search(item[0])
            if voice and (name := _who(voice[1], known)):
                yield Reference(name, at + item.start() + voice.start(1), at + item.start() + voice.end(1))


def _links(path: str, body: str, start: int) -> Iterator[Reference]:
    for match in _LINKS.finditer(body):
        group = match.lastgroup or ""
        target = match[group].partition("#")[0]
        if target and ":" not in target and (name := of_path(addresses.resolve(path, html.unescape(target))[0])):
            at = start + match.start(group)
            yield Reference(name, at, at + len(target), is_link=True)


def known_ids(paths: Mapping[str, Set[str]]) -> dict[str, Set[str]]:
    """Ids by the word for their kind, of ids by the folder of their kind."""
    return {kind: paths.get(folder, frozenset()) for kind, folder in FOLDERS.items()}
