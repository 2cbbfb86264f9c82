"""Where a dossier holds what an editor looks for: every spot in its records, drafts too, in whatever form it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

from briefing.dossier.parse import Loaded
from briefing.dossier.where.holding import places
from briefing.dossier.where.sought import sought
from briefing.dossier.where.things import Thing, things
from briefing.model import text
from briefing.model.relations import records, title
from briefing.reading.discover import MAX_FILE
from briefing.reading.stretches import Stretch, read
from briefing.store import files

#: So much is shown before and behind what is found, in letters; before a citation more, for it stands for that.
_BEFORE, _BEHIND, _CITED = 60, 60, 140


class Place(Struct, frozen=True):
    """One spot that holds what is looked for: where it is, under which `key` of the head, empty in prose, and the
    `words` around it. `title` is that of its record.
    """

    path: str
    line: int
    column: int
    title: str
    key: str
    words: str


def find(root: Path, loaded: Loaded, query: str) -> Iterator[Place]:
    """All spots in the records of the dossier at `root` that hold what is looked for, by file and line."""
    corpus = loaded.corpus
    published = {record.path: record for record in records(corpus)} if corpus else {}
    drafts = [Thing(frozenset({id})) for ids in loaded.known.values() for id in ids]
    tag = corpus.dossier.language if corpus else "en"
    what = sought(query, [*(things(corpus) if corpus else ()), *drafts], tag)
    languages = {source.id: source.language for source in corpus.sources.values()} if corpus else {}
    for _, id, path in loaded.files.records:
        record = published.get(path)
        try:
            content = text.decode(files.read(root, path, MAX_FILE))
        except (OSError, ValueError):
            continue  # `invoke check` says why
        shown = title(record) if record else id
        if id in what.ids or {*id.split("/")} & what.ids:
            yield Place(path, 1, 1, shown, "", f"the record `{id}`")
        statements = record.statements if record else ()
        cited = {cite.source for said in statements for cite in said.citations}
        sources = frozenset(cited | ({id} if path.startswith("seeds/") else set()))
        tags = {tag, *(languages[source] for source in sources if source in languages)}
        told = {said.key: said.text for said in reversed(statements)}
        for stretch in read(content):
            for start, end in places(what, stretch, sources, tags):
                said = told.get(stretch.key, "") if not stretch.is_name and stretch.key.endswith("cite") else ""
                words = f"{said} [{stretch.text.strip()}]" if said else _around(stretch, start, end)
                yield Place(path, *stretch.spot(start), shown, stretch.key, words)


def _around(stretch: Stretch, start: int, end: int) -> str:
    """The words around a spot of a stretch, whole ones."""
    shown = stretch.text
    before = _CITED if shown[start : start + 2] == "[@" else _BEFORE
    begin, stop = max(0, start - before), min(len(shown), end + _BEHIND)
    if begin:
        begin = next((match.end() for match in re.finditer(r"\s+", shown[begin:start])), 0) + begin
    if stop < len(shown):
        stop = max(end, end + max(shown[end:stop].rfind(" "), 0))
    words = " ".join(shown[begin:stop].split())
    return f"{'… ' if begin else ''}{words}{' …' if stop < len(shown.rstrip()) else ''}"
