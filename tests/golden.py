"""Golden pages of the demo: `python -m tests.golden` (or BRIEFING_GOLDEN=write with the tests) writes them anew; read what changed before you commit."""

from __future__ import annotations

import re
import shutil
import tempfile
from pathlib import Path

from tests.support import DEMO, Dossier

GOLDEN = Path(__file__).parent / "golden"
PAGES = (
    "index.html",
    "briefs/in-a-minute/index.html",
    "actors/index.html",
    "actors/oruna-government/index.html",
    "sources/harbour-post/index.html",
    "timeline/index.html",
    "feeds/all.atom.xml",
)
#: Names of theme files hold hashes of their content, which is looked at elsewhere.
_HASH = re.compile(rb"(theme/[a-z/-]+)\.[0-9a-f]{8}\.")


def name(page: str) -> str:
    """The golden file of a page."""
    return page.replace("/index.html", ".html").replace("/", "-")


def content(site: Path, page: str) -> bytes:
    """A built page without what the theme's files alone decide."""
    return _HASH.sub(rb"\1.HASH.", (site / page).read_bytes())


def write(site: Path) -> None:
    """Write all golden files anew from a built demo."""
    shutil.rmtree(GOLDEN, ignore_errors=True)
    GOLDEN.mkdir()
    for page in PAGES:
        (GOLDEN / name(page)).write_bytes(content(site, page))


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        Dossier(DEMO).build(Path(folder) / "output")
        write(Path(folder) / "output")
    print(f"{len(PAGES)} golden files are new: git diff {GOLDEN}")
