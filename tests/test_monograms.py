"""Monograms: letters for the tiles of actors, which nobody else in the dossier has."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.model.monograms import monograms
from briefing.model.records import Actor
from tests.support import DEMO, copy_of


def actor(id: str, name: str, monogram: str = "") -> Actor:
    return Actor(
        id=id,
        path=f"content/actors/{id}.md",
        digest="",
        name=name,
        kind="party",
        summary="",
        cite=(),
        monogram=monogram,
    )  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("Kosovo Police", "KP"),
        ("Government of Serbia", "GS"),
        ("EU", "EU"),
        ("Kfor", "KF"),
        ("Serb-led List", "SL"),
        ("حزب النهضة", "ال"),
        ("Ж", "Ж"),
        ("ß", "ß"),
        ("1975", "19"),
        ("", "?"),
    ],
)
def test_initials(name: str, letters: str) -> None:
    """Those of the first two long words, in whatever script."""
    assert monograms([actor("one", name)]) == {"one": letters}


def test_nobody_has_another_ones() -> None:
    """Made ones give way to those before them, and to those that somebody chose, wherever these stand."""
    names = ["Kosovo Police", "Kosovo Party", "Kosovo Parliament", "Kosovo Peace Council", "K P", "K P", "K P"]
    made = monograms([*(actor(str(n), name) for n, name in enumerate(names)), actor("own", "Something", "kp")])
    assert made["own"] == "kp"
    assert list(made.values()) == ["kp", "KO", "KA", "KR", "KC", "K2", "K3", "K4"]


def test_very_many() -> None:
    """However many actors bear names alike, all have letters of their own."""
    made = monograms(actor(str(n), "Council of the sound") for n in range(500))
    assert len({letters.casefold() for letters in made.values()}) == 500


def test_a_new_actor_changes_the_tile_of_another(tmp_path: Path) -> None:
    """A page is made again when the actor whose tile it shows gets other letters."""
    dossier = copy_of(DEMO, tmp_path / "dossier")
    dossier.build(tmp_path / "site")
    page = tmp_path / "site/actors/fishers-league/index.html"
    assert page.read_text("utf-8").count(">FL<") == 1
    text = dossier.read("content/actors/fishers-league.md")
    dossier.write("content/actors/alpha.md", text.replace("name: Fishers' League", "name: Ferry Lines\nmonogram: FL"))
    dossier.build(tmp_path / "site")
    after = page.read_text("utf-8")
    assert ">FE<" in after or ">FA<" in after
