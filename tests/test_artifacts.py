"""Every file of the site is an artifact: made from what it declares and what it was seen to read, and from nothing else."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from briefing.site import pages
from briefing.site.pages.common import Context, Page, Site
from briefing.site.presenter import Presenter
from briefing.store import marker
from tests.support import Dossier


def _past(presenter: Presenter) -> Context:
    """A page that reads a record without being seen."""
    lookup: object = presenter.lookup
    return {"title": "Past", "description": lookup.index.corpus.dossier.title}  # type: ignore[attr-defined]


def _reading_past(site: Site) -> Iterator[Page]:
    yield Page("past/", "about", _past)


def test_the_site_is_its_artifacts(built_demo: Path) -> None:
    """The mark lists every file, each of which some artifact made; nothing else gets into the output."""
    listed = marker.listed(built_demo)
    assert {*marker.files(built_demo)} == listed
    assert {"index.html", "briefs/papers/index.html", "feeds/all.atom.xml", "manifest.json", "sitemap.xml"} < listed
    assert any(name.startswith("theme/leaflet/") for name in listed)


def test_a_page_cannot_read_unseen(dossier: Dossier, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What a page could read without its being noted, it cannot read at all."""
    monkeypatch.setattr(pages, "PAGE_KINDS", (*pages.PAGE_KINDS, _reading_past))
    with pytest.raises(AttributeError, match="index"):
        dossier.build(tmp_path / "output")


def _titled(presenter: Presenter, title: str) -> Context:
    return {"title": title}


@pytest.mark.parametrize("make", [lambda presenter, held=3: {"title": held}, functools.partial(_titled, title="Held")])
def test_what_makes_a_page_holds_nothing(make: Callable[..., Context]) -> None:
    """All that it uses must be declared as the page's inputs."""
    with pytest.raises(TypeError, match="function by itself"):
        Page("x/", "about", make)


def test_two_of_one_path_are_told(dossier: Dossier, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No file silently takes another's place."""
    monkeypatch.setattr(pages, "PAGE_KINDS", (*pages.PAGE_KINDS, pages.briefs.briefs))
    with pytest.raises(RuntimeError, match=r"briefs/papers/index\.html"):
        dossier.build(tmp_path / "output")
