"""The quick way from an edited brief to its page: where only prose between quotations and citations changed.

All that other pages, checks and the page around the prose can see of a brief is its *face*. While that is the same, an
edit changes one page, between two known offsets, and one hash in the manifest. Whatever is not so simple is left to the
whole build: `retouch` then gives None and has written nothing.
"""

from __future__ import annotations

import time
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from msgspec import Struct
from msgspec.structs import replace

from briefing.build import stamp
from briefing.build.stamp import Inputs, Stamp, Summary
from briefing.model.prose import Mark, Prose
from briefing.model.records import Brief
from briefing.model.settings import Settings
from briefing.model.statements import Statement
from briefing.store import output as folder
from briefing.store import states
from briefing.store.cache import Cache, Shelf
from briefing.store.states import State, Tree

if TYPE_CHECKING:
    from briefing.dossier.memory import Parsed

#: More edited files than these are for the whole build.
MOST = 20
MANIFEST = "manifest.json"


class Touched(Struct, frozen=True):
    """An edited brief: what is to be remembered of it, its page anew, and the hashes of the record before and now."""

    path: str
    save_as: str
    page: bytes
    remembered: object
    slot: tuple[int, int]
    before: str
    after: str
    warnings: tuple[str, ...]


def face(brief: Brief, inferred: frozenset[int]) -> object:
    """All that anything but a brief's own prose on its own page can see of it; spots in the file do not count.

    Of the years in it only those that must be marked as `inferred` do.
    """
    nowhere = Mark(0)
    prose = brief.prose
    return (
        replace(brief, digest="", marks="", prose=Prose(), statements=(), said=""),
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


def retouch(settings: Settings, cache: Cache, last: Stamp, now: Inputs) -> Summary | None:
    """Put edited briefs on their pages, if that is all there is to do; `now` is what a build would read.

    Raises OutputError when that fails.
    """
    started = time.monotonic()
    changed = states.changed(last.read.files, now.files, last.read.unsure)
    if changed is None or states.moved(last.read.folders, now.folders) is None:
        return None
    if len(changed) > MOST or not _all_briefs(settings.root, changed):
        return None
    touched = []
    for path in sorted(changed):
        one = _touch(settings, cache, last, Path(path).relative_to(settings.root).as_posix(), now)
        if one is None:
            return None
        touched.append(one)
    if touched:
        return _put(settings, cache, last, now, touched, started)
    if not last.wrote.stands(settings.output):
        return None
    stamp.remember(cache, last._replace(read=now))
    return last.summary


def _all_briefs(root: Path, paths: set[str]) -> bool:
    briefs = root / "content" / "briefs"
    return all(Path(path).parent == briefs and path.endswith(".md") and states.is_plain(path) for path in paths)


def _touch(settings: Settings, cache: Cache, last: Stamp, path: str, now: Inputs) -> Touched | None:
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
    if not style or style.key != last.style or not old or old.hash[:16] != style.key or not kept:
        return None
    if _of_path(last.summary.warnings, path) != _told(old.parsed):  # so it was warned of what stands elsewhere, too
        return None
    try:
        data = memory.content(settings.root / path)
    except OSError:
        return None
    fresh = parse.parse("content/briefs", Path(path).stem, path, data, style)
    state = now.files[str(settings.root / path)]
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
    written = last.wrote.files[save_as]
    if states.of(settings.root / path) != state or states.of(settings.output / save_as) != written:
        return None
    if kept.state != _of_page(written):  # what is remembered of the page is of another one
        return None
    body = place(brief, addresses.way_to_root(save_as), Notes()).encode()
    start, end = kept.slot or (0, 0)
    page = (settings.output / save_as).read_bytes()
    page = page[:start] + body + page[end:]
    base = urlsplit(last.summary.site_url).path or "/"
    looked = Audit(base, copying.Sieve(style.runs).copied).look(save_as, page.decode())
    if not end or looked != kept.links:
        return None
    sure = None if str(settings.root / path) in now.unsure else state
    return Touched(
        path,
        save_as,
        page,
        memory.Remembered(sure, memory.hash_of(style.key, data), fresh),
        (start, start + len(body)),
        values.fingerprint(former),
        values.fingerprint(brief),
        _told(fresh),
    )


def _of_page(state: State) -> tuple[int, ...]:
    """The state of a page's file as it is remembered with the page."""
    return state[0], state[2], state[3]


def _told(parsed: Parsed) -> tuple[str, ...]:
    """The warnings of a file, as a build tells them."""
    return tuple(str(problem) for problem in sorted(set(parsed.problems)))


def _of_path(warnings: tuple[str, ...], path: str) -> tuple[str, ...]:
    """Those of a build's warnings that are on one file; they stand together."""
    return tuple(warning for warning in warnings if warning.startswith(f"{path}:"))


def _put(
    settings: Settings, cache: Cache, last: Stamp, now: Inputs, touched: list[Touched], started: float
) -> Summary | None:
    """Write the pages into the spare folder, swap, and remember all of it."""
    if states.of(settings.output / MANIFEST) != last.wrote.files[MANIFEST]:
        return None
    manifest = (settings.output / MANIFEST).read_bytes()
    for one in touched:
        if manifest.count(one.before.encode()) != 1:
            return None
        manifest = manifest.replace(one.before.encode(), one.after.encode())
    files = {MANIFEST: manifest, **{one.save_as: one.page for one in touched}}
    spare = folder.spare(settings.output)
    if spare.is_dir():  # it becomes the site, so all of it counts, and of the present one only that nothing was added
        fit = last.spare and last.spare.stands(spare) and last.wrote.names_stand(settings.output)
    else:
        fit = last.wrote.stands(settings.output)
    behind = states.moved(last.spare.files, last.wrote.files) if last.spare else []
    if not fit or behind is None or any(states.of(settings.output / path) != last.wrote.files[path] for path in behind):
        return None
    stamp.forget(cache)
    trees: list[tuple[Tree, Tree | None]] = []
    large = len(last.wrote.files.names) >= folder.LARGE
    with folder.renewing(
        settings.output, large, lambda: trees.append(_trees(settings.output, last, [*files, *behind]))
    ) as fresh:
        folder.follow(settings.output, fresh, [path for path in behind if path not in files])
        folder.write(fresh, files)
    wrote, left = trees[0]
    from briefing.dossier import memory

    records, pages = memory.shelf(cache), Shelf(cache, "pages")
    for one in touched:
        records.put(one.path, one.remembered)
        kept, state = pages.get(one.save_as), _of_page(wrote.files[one.save_as])
        pages.put(one.save_as, kept._replace(fingerprint=b"", state=state, slot=one.slot))
    size = last.summary.size + sum(wrote.files[path][2] - last.wrote.files[path][2] for path in files)
    warnings = last.summary.warnings
    for one in touched:
        if former := _of_path(warnings, one.path):
            place = warnings.index(former[0])
            warnings = (*warnings[:place], *one.warnings, *warnings[place + len(former) :])
    summary = last.summary._replace(size=size, seconds=time.monotonic() - started, warnings=warnings)
    stamp.remember(cache, last._replace(read=now, wrote=wrote, spare=left, summary=summary))
    return summary


def _trees(output: Path, last: Stamp, paths: list[str]) -> tuple[Tree, Tree | None]:
    """The states of the site and of its spare after they changed places, of which `paths` were written."""
    spare = folder.spare(output)
    if last.spare is None:
        return states.tree(output), states.tree(spare) if spare.is_dir() else None
    folders = {path.rpartition("/")[0] for path in paths}
    wrote = Tree(
        last.wrote.files.put({path: states.of(output / path) or () for path in paths}),
        last.spare.folders.put({path: states.of_folder(output / path) for path in folders}),
    )
    left = Tree(last.wrote.files.put({path: states.of(spare / path) or () for path in paths}), last.wrote.folders)
    return wrote, left
