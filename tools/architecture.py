"""The layers of the package `briefing`, and the picture of them in `docs/architecture.md`.

`python -m tools.architecture` draws the picture. The tests hold every import against the table, and the picture against
what this draws.
"""

from __future__ import annotations

import ast
import html
import textwrap
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PICTURE = ROOT / "docs" / "architecture.svg"

#: Layers from top to bottom; a part imports parts of lower layers only, never one beside it.
LAYERS: tuple[tuple[str, ...], ...] = (
    ("tasks",),
    ("cli",),
    ("build", "desk", "diff"),
    ("edits", "importing", "site"),
    ("dossier", "repository", "sheets"),
    ("checks", "publication"),
    ("quotations",),
    ("voices",),
    ("markup", "reading"),
    ("maps", "store", "timeline"),
    ("model",),
)

#: Sizes in pixels.
WIDTH, GAP, MARGIN, HEAD, LINE = 760, 14, 8, 30, 16
#: Letters that fit into a line of a box that takes the whole width.
LETTERS = 112
_STYLE = (
    "text{font:13px system-ui,sans-serif;fill:#1d2733}.name{font-weight:700;font-size:15px}"
    "rect{fill:#eef3f8;stroke:#5b7288}path{stroke:#5b7288;fill:none}"
    "@media (prefers-color-scheme:dark){text{fill:#e6edf3}rect{fill:#1f2a36;stroke:#8ba3b9}path{stroke:#8ba3b9}}"
)


def purpose(part: str) -> str:
    """What a part is for: the first sentence of its package's docstring."""
    source = (ROOT / "briefing" / part / "__init__.py").read_text("utf-8")
    stated = " ".join((ast.get_docstring(ast.parse(source)) or "").split())
    return stated.partition(". ")[0].rstrip(".") + "."


def draw() -> str:
    """The picture: a row of boxes for each layer, from top to bottom, as high as the longest text in it needs."""
    lines, y = [], MARGIN
    for number, parts in enumerate(LAYERS):
        if number:
            x = WIDTH / 2
            lines.append(f'<path d="M{x:g} {y}V{y + GAP - 2}m-4 -5l4 5l4 -5"/>')
            y += GAP
        width = (WIDTH - 2 * MARGIN - GAP * (len(parts) - 1)) / len(parts)
        texts = [textwrap.wrap(purpose(part), LETTERS // len(parts) - 5) for part in parts]
        height = HEAD + LINE * max(map(len, texts))
        for place, (part, text) in enumerate(zip(parts, texts, strict=True)):
            x = MARGIN + place * (width + GAP)
            lines.append(f'<rect x="{x:g}" y="{y}" width="{width:g}" height="{height}" rx="6"/>')
            lines.append(f'<text class="name" x="{x + 12:g}" y="{y + 20}">{part}</text>')
            for line, words in enumerate(text):
                lines.append(f'<text x="{x + 12:g}" y="{y + 38 + LINE * line}">{html.escape(words)}</text>')
        y += height
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{y + MARGIN}" '
            f'viewBox="0 0 {WIDTH} {y + MARGIN}" role="img" aria-labelledby="title">',
            '<title id="title">The parts of the generator: each imports only parts of the rows below it.</title>',
            f"<style>{_STYLE}</style>",
            *lines,
            "</svg>",
            "",
        ]
    )


if __name__ == "__main__":
    PICTURE.write_text(draw(), "utf-8")
