"""The quick way from an edited brief to its page: where only prose between quotations and citations changed.

All that other pages, checks and the page around the prose can see of a brief is its *face*. While that is the same, an
edit changes one page, between two known offsets, and one hash in the manifest. Anything else is left to the whole
build: `retouch` then returns None and has written nothing.
"""

from __future__ import annotations

import time
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from msgspec import Struct
from msgspec.structs import replace

from briefing.build import build_record
from briefing.build.build_record import BuildRecord, Inputs, Summary
from briefing.model.prose import Mark, Prose
from briefing.model.records import Brief
from briefing.model.settings import Settings
from briefing.model.statements import Statement
from briefing.store import output_dir, snapshot
from briefing.store.cache import Cache, Shelf
from briefing.store.snapshot import Snapshot, Stat

if TYPE_CHECKING:
    from briefing.dossier.memory import Parsed

#: More edited files than these are left to the whole build.
MOST = 20
MANIFEST = "manifest.json"


class Edit(Struct, frozen=True):
    """An edited brief: what is to be remembered of it, its new page, and the hashes of the record before and now."""

    path: str
    save_as: str
    page: bytes
    remembered: object
    slot: tuple[int, int]
    before: str
    after: str
    warnings: tuple[str, ...]


def face(brief: Brief, inferred: frozenset[int]) -> object:
    """All that anything but its own prose on its own page can see of a brief: not where in the file things stand, and
    of the years only those that must be marked as `inferred`.
    """
    nowhere = Mark(0)
    prose = brief.prose
    return (
        replace(brief, digest="", marks={}, prose=Prose(), statements=(), said=""),
        [_face(statement) for statement in brief.statements],
        [reference._replace(mark=nowhere) for reference in prose.references],
        prose.headings,
        inferred.intersection(year for year, _ in prose.years),
        prose.says_inferred,
        prose.minutes,
    )


def _face(statement: Statement) -> Statement:
    """A statement without what is said between its quotations, and without its spots in the file."""
    quotations = tuple(replace(quotation, where="") for quotation in statement.quotations)
    return replace(statement, where="", text="", quotations=quotations)


def retouch(settings: Settings, cache: Cache, last: BuildRecord, now: Inputs) -> Summary | None:
    """Put edited briefs on their pages, if that is all there is to do; `now` is what a build would read.

    Raises OutputError when that fails.
    """
    started = time.monotonic()
    changed = last.inputs.changed(now)
    if changed is None or len(changed) > MOST or not all(_is_brief(settings.root, Path(path)) for path in changed):
        return None
    edits = []
    for path in sorted(changed):
        edit = _edit(settings, cache, last, Path(path).relative_to(settings.root).as_posix(), now)
        if edit is None:
            return None
        edits.append(edit)
    if edits:
        return _put(settings, cache, last, now, edits, started)
    if not last.site.matches(settings.output):
        return None
    cache.write(build_record.NAME, last._replace(inputs=now))
    return last.summary


def _is_brief(root: Path, path: Path) -> bool:
    in_place = path.parent == root / "content" / "briefs" and path.suffix == ".md"
    return in_place and path.is_file() and not path.is_symlink()


def _edit(settings: Settings, cache: Cache, last: BuildRecord, path: str, now: Inputs) -> Edit | None:
    """One edited brief; None when its edit shows anywhere but between the offsets of its prose."""
    from briefing.dossier import memory, parse
    from briefing.markup.notes import Notes, place
    from briefing.model import addresses, problems, relations
    from briefing.publication import values
    from briefing.quotations import copying
    from briefing.site.audit import Audit

    style = cache.read("style")
    old = memory.shelf(cache).get(path)
    save_as = addresses.of_name(f"briefs/{Path(path).stem}") + "index.html"
    kept = Shelf(cache, "pages").get(save_as)
    if not style or style.key != last.style_key or not old or old.hash[:16] != style.key or not kept:
        return None
    if _of_path(last.summary.warnings, path) != _warnings(old.parsed):  # it was warned of what other files hold, too
        return None
    try:
        data = memory.content(settings.root / path)
    except OSError:
        return None
    fresh = parse.parse("content/briefs", Path(path).stem, path, data, style)
    stat = now.stats.files[str(settings.root / path)]
    former, brief = old.parsed.record, fresh.record
    if not isinstance(brief, Brief) or not isinstance(former, Brief) or problems.errors(fresh.problems):
        return None
    if bool(old.parsed.problems) != bool(fresh.problems):  # a first warning has no place yet among the others
        return None
    if face(former, last.inferred) != face(brief, last.inferred):
        return None
    if last.unseen is not None:  # then the page of changes lists what was edited
        hashes = last.unseen.get(relations.name(brief))
        if hashes is None or values.fingerprint(brief) in hashes:
            return None
    written = last.site.files[save_as]
    if snapshot.file_stat(settings.root / path) != stat or snapshot.file_stat(settings.output / save_as) != written:
        return None
    if kept.state != _of_page(written):  # the page is not the one that we remember
        return None
    body = place(brief, addresses.way_to_root(save_as), Notes()).encode()
    start, end = kept.slot or (0, 0)
    page = (settings.output / save_as).read_bytes()
    page = page[:start] + body + page[end:]
    base = urlsplit(last.summary.site_url).path or "/"
    links = Audit(base, copying.Sieve(style.runs).copied).look(save_as, page.decode())
    if not end or links != kept.links:
        return None
    sure = None if str(settings.root / path) in now.racy else stat
    return Edit(
        path,
        save_as,
        page,
        memory.Remembered(sure, memory.hash_of(style.key, data), fresh),
        (start, start + len(body)),
        values.fingerprint(former),
        values.fingerprint(brief),
        _warnings(fresh),
    )


def _of_page(stat: Stat) -> tuple[int, ...]:
    """The stat of a page's file as it is remembered with the page."""
    return stat[:1] + stat[2:]


def _warnings(parsed: Parsed) -> tuple[str, ...]:
    """The warnings of a file, as a build tells them."""
    return tuple(str(problem) for problem in sorted(set(parsed.problems)))


def _of_path(warnings: tuple[str, ...], path: str) -> tuple[str, ...]:
    """Those of a build's warnings that are on one file; they stand together."""
    return tuple(warning for warning in warnings if warning.startswith(f"{path}:"))


def _put(
    settings: Settings, cache: Cache, last: BuildRecord, now: Inputs, edits: list[Edit], started: float
) -> Summary | None:
    """Write the pages into the spare folder, swap, and remember all of it."""
    if snapshot.file_stat(settings.output / MANIFEST) != last.site.files[MANIFEST]:
        return None
    manifest = (settings.output / MANIFEST).read_bytes()
    for edit in edits:
        if manifest.count(edit.before.encode()) != 1:
            return None
        manifest = manifest.replace(edit.before.encode(), edit.after.encode())
    files = {MANIFEST: manifest, **{edit.save_as: edit.page for edit in edits}}
    spare = output_dir.spare(settings.output)
    if spare.is_dir():  # it becomes the site, so all of it counts, and of the present one only that nothing was added
        fit = last.twin and last.twin.matches(spare) and last.site.names_match(settings.output)
    else:
        fit = last.site.matches(settings.output)
    behind = snapshot.changed(last.twin.files, last.site.files) if last.twin else []
    if not fit or behind is None:
        return None
    if any(snapshot.file_stat(settings.output / path) != last.site.files[path] for path in behind):
        return None
    cache.drop(build_record.NAME)
    taken: list[tuple[Snapshot, Snapshot | None]] = []
    large = len(last.site.files) >= output_dir.LARGE
    with output_dir.renewing(
        settings.output, large, lambda: taken.append(_snapshots(settings.output, last, [*files, *behind]))
    ) as fresh:
        output_dir.follow(settings.output, fresh, [path for path in behind if path not in files])
        output_dir.write(fresh, files)
    site, twin = taken[0]
    from briefing.dossier import memory

    records, pages = memory.shelf(cache), Shelf(cache, "pages")
    for edit in edits:
        records.put(edit.path, edit.remembered)
        kept, state = pages.get(edit.save_as), _of_page(site.files[edit.save_as])
        pages.put(edit.save_as, kept._replace(fingerprint=b"", state=state, slot=edit.slot))
    size = last.summary.size + sum(len(content) - last.site.files[path][2] for path, content in files.items())
    warnings = last.summary.warnings
    for edit in edits:
        if former := _of_path(warnings, edit.path):
            place = warnings.index(former[0])
            warnings = (*warnings[:place], *edit.warnings, *warnings[place + len(former) :])
    summary = last.summary._replace(size=size, seconds=time.monotonic() - started, warnings=warnings)
    cache.write(build_record.NAME, last._replace(inputs=now, site=site, twin=twin, summary=summary))
    return summary


def _snapshots(output: Path, last: BuildRecord, paths: list[str]) -> tuple[Snapshot, Snapshot | None]:
    """Those of the site and of its twin after they changed places, of which `paths` were written."""
    spare = output_dir.spare(output)
    if last.twin is None:
        return snapshot.tree(output), snapshot.tree(spare) if spare.is_dir() else None
    site = last.site._replace(folders=last.twin.folders).renewed(output, paths)
    return site, last.site.renewed(spare, paths)._replace(folders=last.site.folders)
