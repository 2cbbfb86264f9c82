"""The layers of the package `briefing`: what each part is for, and upon which others it may stand.

The tests hold every import against this table, and the picture in `docs/architecture.md` is drawn from it.
"""

from __future__ import annotations

#: Layers from top to bottom; a part imports parts of lower layers only, never one beside it.
LAYERS: tuple[tuple[str, ...], ...] = (
    ("cli",),
    ("build",),
    ("site",),
    ("dossier",),
    ("checks", "publication"),
    ("quotations",),
    ("markup", "reading"),
    ("maps", "store"),
    ("model",),
)
