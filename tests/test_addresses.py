"""Where records stand on the site."""

from __future__ import annotations

import pytest

from briefing.model import addresses
from briefing.model.addresses import way_to_root


@pytest.mark.parametrize(
    ("path", "address"),
    [
        ("content/dossier.md", ""), ("content/about.md", "about/"), ("content/names.md", "about/#names"), ("content/words.md", None),
        ("content/briefs/one.md", "briefs/one/"), ("content/actors/eu.md", "actors/eu/"), ("content/questions/a.md", "questions/a/"),
        ("content/places/a.md", "places/a/"), ("content/events/a.md", "timeline/#a"), ("content/positions/eu/a.md", "actors/eu/#a"),
        ("seeds/bbc.md", "sources/bbc/"), ("content/images/a.png", "images/a.png"), ("content/images/a.svg", None),
        ("seeds/bbc.txt", None), ("content/maps/a.geojson", None), ("README.md", None), ("../content/briefs/one.md", None),
    ],
)  # fmt: skip
def test_of_path(path: str, address: str | None) -> None:
    """Records and images have addresses, everything else has none."""
    assert addresses.of_path(path) == address


@pytest.mark.parametrize(
    ("target", "resolved"),
    [
        ("two.md", ("content/briefs/two.md", "")), ("./two.md#a", ("content/briefs/two.md", "a")), ("#a", ("content/briefs/one.md", "a")),
        ("../actors/eu.md", ("content/actors/eu.md", "")), ("../../seeds/bbc.md", ("seeds/bbc.md", "")),
        ("../../../x.md", ("../x.md", "")), ("/etc/passwd", ("/etc/passwd", "")), ("../../../../etc/passwd", ("../../etc/passwd", "")),
    ],
)  # fmt: skip
def test_resolve(target: str, resolved: tuple[str, str]) -> None:
    """Links are resolved within the dossier; what leads out of it shows that."""
    assert addresses.resolve("content/briefs/one.md", target) == resolved


@pytest.mark.parametrize(
    ("url", "root"),
    [
        ("", ""),
        ("index.html", ""),
        ("about/", "../"),
        ("about/index.html", "../"),
        ("a/b/", "../../"),
        ("a/b/index.html", "../../"),
    ],
)
def test_way_to_root(url: str, root: str) -> None:
    """Every page knows its way back."""
    assert way_to_root(url) == root
