"""Pages of the demo, byte for byte: a change of theme or generator shows what readers will see of it."""

from __future__ import annotations

import difflib
import os
from pathlib import Path

import pytest

from tests import golden


@pytest.mark.parametrize("page", golden.PAGES)
def test_golden(built_demo: Path, page: str) -> None:
    """The page is as it was when somebody last read it; `python -m tests.golden` writes it anew."""
    if os.environ.get("BRIEFING_GOLDEN") == "write":
        golden.write(built_demo)
    kept = golden.GOLDEN / golden.name(page)
    assert kept.is_file(), "run `python -m tests.golden` and read what it wrote"
    before, now = kept.read_bytes(), golden.content(built_demo, page)
    if before != now:
        lines = difflib.unified_diff(
            before.decode().splitlines(), now.decode().splitlines(), "golden", "now", lineterm="", n=1
        )
        pytest.fail("\n".join([*list(lines)[:60], "", "If this is right: python -m tests.golden"]), pytrace=False)


def test_no_golden_page_too_many() -> None:
    """No golden file is left of a page that is not compared."""
    assert {path.name for path in golden.GOLDEN.iterdir()} == {golden.name(page) for page in golden.PAGES}
