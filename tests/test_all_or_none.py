"""Several files are written, moved and taken away together, or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.store import files
from tests.support import tree


def test_all_files_or_none(tmp_path: Path) -> None:
    """Where one file cannot be written, moved or taken away, all are as they were, and nothing new is left."""
    for name in ("a", "b", "m", "taken"):
        (tmp_path / name).write_text(name)
    before = tree(tmp_path)
    a, b, new = tmp_path / "a", tmp_path / "b", tmp_path / "new" / "c"
    for wanted, moved in (
        ({a: b"x", new: b"c", b: None}, {tmp_path / "m": tmp_path / "taken"}),
        ({a: b"x", new: b"c", tmp_path / "gone": None}, {}),
        ({a: None, new: b"c"}, {tmp_path / "nothing": tmp_path / "z"}),
    ):
        with pytest.raises(OSError, match=r"exist|No such"):
            files.change_all(wanted, moved)
        assert tree(tmp_path) == before
        assert not new.parent.exists()
