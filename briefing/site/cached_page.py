"""A page as it is cached between builds. Kept apart from what makes pages, so that it is quick to import."""

from __future__ import annotations

from typing import NamedTuple

from briefing.site.audit import PageLinks


class CachedPage(NamedTuple):
    """A page that was made. Its `fingerprint` is of its inputs and of the records behind the `keys` that it looked up.

    `keys` are compressed, one to a line; `state` is that of its file.
    """

    keys: bytes
    fingerprint: bytes
    links: PageLinks
    state: tuple[int, ...]
