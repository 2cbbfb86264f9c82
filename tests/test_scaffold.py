"""`invoke new`: skeletons that are valid, harmless and say what to fill in."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.reading import scaffold
from briefing.reading.scaffold import KINDS, ScaffoldError
from tests.support import Dossier

DAY = "2025-03-10"


def name(kind: str) -> str:
    """An id that the demo does not have yet."""
    return "fishers-league/share" if kind == "position" else f"new-{kind}"


@pytest.mark.parametrize("kind", KINDS)
def test_a_new_record_disturbs_nothing(dossier: Dossier, kind: str) -> None:
    """A skeleton is a draft, so the dossier stays clean."""
    path = scaffold.write(dossier.root, kind, name(kind), DAY)
    assert (dossier.root / path).is_file()
    assert dossier.problems() == []


@pytest.mark.parametrize("kind", KINDS)
def test_a_skeleton_explains_itself(dossier: Dossier, kind: str) -> None:
    """A skeleton has no trace of its own making left, and a word on every closed list."""
    text = dossier.read(scaffold.write(dossier.root, kind, name(kind), DAY))
    assert "{" not in text
    assert text.startswith("---\n")
    assert "status: draft" in text
    assert "#" in text


@pytest.mark.parametrize("kind", KINDS)
def test_published_unfilled_it_tells_what_is_missing(dossier: Dossier, kind: str) -> None:
    """Without its draft line, an unfilled skeleton is held back by problems in its own file."""
    path = scaffold.write(dossier.root, kind, name(kind), DAY)
    lines = dossier.read(path).splitlines(keepends=True)
    dossier.write(path, "".join(line for line in lines if not line.startswith("status: draft")))
    found = dossier.problems()
    assert found
    assert {problem.path for problem in found} == {path}


@pytest.mark.parametrize("kind", KINDS)
def test_an_existing_file_is_never_touched(dossier: Dossier, kind: str) -> None:
    """A second `new` is refused and writes nothing."""
    path = scaffold.write(dossier.root, kind, name(kind), DAY)
    dossier.write(path, "mine")
    with pytest.raises(ScaffoldError, match="is there already"):
        scaffold.write(dossier.root, kind, name(kind), DAY)
    assert dossier.read(path) == "mine"


@pytest.mark.parametrize(
    "id",
    ["../evil", "/etc/evil", "..", "a/b", "A", "a b", "a_b", "", "a.md", "-a", "a--b", "us", "index", "a\n", "é", "a" * 81, "a/../../b",
     "{today}", "\x00"],
)  # fmt: skip
def test_refuses_ids(dossier: Dossier, id: str) -> None:
    """An id is no path, and nothing that could not be an address."""
    before = sorted(dossier.root.parent.rglob("*"))
    with pytest.raises(ScaffoldError, match="must"):
        scaffold.write(dossier.root, "actor", id, DAY)
    assert sorted(dossier.root.parent.rglob("*")) == before


@pytest.mark.parametrize("kind", ["event", "question"])
def test_refuses_anchors_of_the_page(dossier: Dossier, kind: str) -> None:
    """What `new` writes, `check` takes: an id that the page needs for itself is refused by both."""
    with pytest.raises(ScaffoldError, match="reserved"):
        scaffold.write(dossier.root, kind, "note-5", DAY)


@pytest.mark.parametrize("id", ["share", "a/b/c", "../a/b", "a/", "/b", "a/B"])
def test_refuses_positions(dossier: Dossier, id: str) -> None:
    """A position's id is `actor/question`."""
    with pytest.raises(ScaffoldError, match="must be"):
        scaffold.write(dossier.root, "position", id, DAY)


def test_refuses_kinds(dossier: Dossier) -> None:
    """A kind that is none is refused with the list of kinds."""
    with pytest.raises(ScaffoldError, match="brief, actor"):
        scaffold.write(dossier.root, "breif", "x", DAY)


def test_refuses_what_is_no_dossier(tmp_path: Path) -> None:
    """Nothing is written into a folder that is no dossier."""
    with pytest.raises(ScaffoldError, match="must be a dossier"):
        scaffold.write(tmp_path, "actor", "x", DAY)
    assert list(tmp_path.iterdir()) == []


def test_does_not_follow_links_out(dossier: Dossier, tmp_path: Path) -> None:
    """A folder that links out of the dossier is not written through."""
    import shutil

    outside = tmp_path / "outside"
    outside.mkdir()
    shutil.rmtree(dossier.root / "content/actors")
    (dossier.root / "content/actors").symlink_to(outside)
    with pytest.raises(ScaffoldError, match="must"):
        scaffold.write(dossier.root, "actor", "new", DAY)
    assert list(outside.iterdir()) == []
