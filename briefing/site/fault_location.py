"""From a fault on a built page back to the file of the record that made it. `invoke check` should have told it before;
where it did not, the editor at least learns which line to change.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from briefing.model import addresses, text
from briefing.model.problems import Problem
from briefing.model.records import Corpus, Record
from briefing.model.relations import records

#: What a fault is about: the last that its text names, or quotes.
_ABOUT = re.compile(r"[`“](.+?)(?: …)?[`”]")
_REMEDY = "Write this spot more plainly; and please report it, for `invoke check` should have told it."


def locate(faults: Iterable[str], corpus: Corpus, root: Path) -> list[Problem]:
    """The faults that can be traced to a record of the dossier at `root`, as problems at its line.

    A fault is `page: what must hold`, as `briefing.site.audit` tells it. One that names words or an address is looked
    for in the record whose page it is, then in all others; else it stands on the first line of the page's own record.
    """
    owners = {f"{addresses.of_path(record.path) or ''}index.html": record for record in records(corpus)}
    found = []
    for fault in faults:
        page, _, message = fault.partition(": ")
        owner = owners.get(page)
        about = _ABOUT.findall(message)
        others = [owner] if owner else []
        others += [record for record in records(corpus) if record is not owner and record.digest]
        spot = next(filter(None, (_spot(record, about[-1], root) for record in others)), None) if about else None
        if spot is None and owner:
            spot = owner.path, 1, 1
        if spot:
            what = f"the page `{page}` must be sound: {message.rstrip('.')}."
            found.append(Problem(*spot, "page", what, _REMEDY))
    return found


def _spot(record: Record, words: str, root: Path) -> tuple[str, int, int] | None:
    """Where words stand in the file of a record: path, line and column; letters' case and line breaks do not count."""
    try:
        content = text.decode((root / record.path).read_bytes())
    except (OSError, UnicodeDecodeError):
        return None
    pattern = r"\W+".join(map(re.escape, re.findall(r"\w+", words)))
    match = re.search(pattern, content, re.IGNORECASE) if pattern else None
    return (record.path, *text.position(content, match.start())) if match else None
