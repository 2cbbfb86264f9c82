"""What builds remember of a page. Imports the audit's note only, so that it is quick to read."""

from __future__ import annotations

from typing import NamedTuple

from briefing.site.audit import Note


class CachedPage(NamedTuple):
    """A page that was made: what it looked at, the fingerprint of all that, its note and the state of its file.

    `keys` are one to a line, each as `briefing.site.index` packs it, and the whole compressed. `slot` is from where to
    where, in bytes, its prose stands, if it was put there after the template had run.
    """

    keys: bytes
    fingerprint: bytes
    note: Note
    state: tuple[int, ...]
    slot: tuple[int, int] | None = None
