"""Checks that links and images of prose lead somewhere."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping
from urllib.parse import unquote

from briefing.checks import Checked, Finding, check
from briefing.model import addresses
from briefing.model.prose import Reference
from briefing.model.records import Record
from briefing.model.relations import leads, records
from briefing.model.suggest import close_match

_PUBLISH = "Remove `status: draft` from its head, or take the link out."


@check()
def check_link_broken(checked: Checked) -> Iterator[Finding]:
    """A link in prose must lead to a published record, and its anchor to a heading there; an image must be a file."""
    by_path = {record.path: record for record in records(checked.corpus)}
    fine = {path for path in by_path if addresses.of_path(path) is not None}
    fine |= {f"!{path}" for path in checked.files.images}
    for record in by_path.values():
        if not fine.issuperset(leads(record)):
            for reference in record.prose.references:
                yield from _link(checked, by_path, record, reference)


@check()
def check_link_self(checked: Checked) -> Iterator[Finding]:
    """A record must not link to itself, where readers are already, but to one of its headings."""
    for record in records(checked.corpus):
        if record.path not in leads(record):
            continue
        for reference in record.prose.references:
            if reference.kind == "link" and reference.target == record.path and not reference.anchor:
                message = "a link must lead somewhere else; this one leads to its own record."
                remedy = "Write the path of the record that was meant, or `#heading` for a heading of this one."
                yield Finding(record, reference.mark, message, remedy)


def _near(target: str, paths: list[str]) -> str | None:
    """The record that a broken link may mean: one of the same file name elsewhere, else a similar one beside it."""
    folder, _, name = target.removesuffix(".html").removesuffix("/index").rstrip("/").rpartition("/")
    name = name.removesuffix(".md")
    same = next((path for path in paths if _stem(path).rpartition("/")[2] == name), None)
    beside = {_stem(path).rpartition("/")[2]: path for path in paths if path.rpartition("/")[0] == folder}
    like = close_match(name, list(beside))
    return same or (beside[like] if like else None)


def _way_to_image(checked: Checked, record: Record, target: str) -> str:
    """How to write the path of an image of the same or nearly the same name; else how to put one there."""
    names = {path.rpartition("/")[2]: path for path in checked.files.images}
    name = target.rpartition("/")[2]
    near = names.get(name) or names.get(close_match(name, list(names)) or "")
    if near:
        return f"Write its path from this file, as `{posixpath.relpath(near, posixpath.dirname(record.path))}`."
    return "Put it there and write its path from this file, as `../images/name.png`."


def _link(checked: Checked, by_path: Mapping[str, Record], record: Record, reference: Reference) -> Iterator[Finding]:
    """What is wrong with one link or image of a record."""
    target, here = reference.target, posixpath.dirname(record.path)
    folder, id = posixpath.split(_stem(target))
    if reference.kind == "outside":
        return
    if reference.kind == "image":
        if (
            target in checked.files.images or unquote(target) in checked.files.odd
        ):  # a fault of the file is reported there
            return
        message = f"the image `{target}` must be a file in `content/images`."
        remedy = _way_to_image(checked, record, target)
    elif target in checked.drafts:
        message, remedy = f"a published record must not link to the draft `{target}`.", _PUBLISH
    elif target not in by_path and (checked.is_odd(folder, id) or checked.has_file(target)):
        return
    elif target not in by_path and (now := checked.became(folder, id)):
        message = f"the link must lead to a record; `{target}` is called `{now}.md` now."
        remedy = f"Write `{posixpath.relpath(f'{posixpath.dirname(target)}/{now}.md', here)}`."
        if now == "-":
            message = f"the link must lead to a record; `{target}` is gone."
            remedy = "Take the link out, or lead it to another record."
    elif target not in by_path or addresses.of_path(target) is None:
        near = _near(target, [path for path in by_path if addresses.of_path(path) is not None])
        meant = f" (did you mean `{near}`?)" if near else ""
        message = f"the link must lead to a record; `{target}` is none{meant}."
        way = posixpath.relpath(near, here) if near else "../actors/name.md"
        remedy = f"Write the path from this file to the record's file, as `{way}`."
        if near is None and "." in id:
            remedy = "Begin an address of another site with `https://`."
    elif reference.anchor and _lacks(by_path[target], reference.anchor):
        message = f"the link must lead to a heading of `{target}`; there is none like `#{reference.anchor[2:]}`."
        remedy = "Write the heading's words in small letters, joined by hyphens."
    else:
        return
    yield Finding(record, reference.mark, message, remedy)


def _stem(path: str) -> str:
    return path.removesuffix(".md")


def _lacks(record: Record, anchor: str) -> bool:
    """Whether a record is known to have no heading with this anchor."""
    return record.is_sure("headings") and anchor not in {heading.anchor for heading in record.prose.headings}
