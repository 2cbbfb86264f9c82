"""The demo dossier as a whole: clean, built, and nothing private in it."""

from __future__ import annotations

from pathlib import Path

from briefing.dossier import parse
from tests.support import DEMO_URL, SECRET, Dossier, html_pages


def test_demo_is_clean(demo: Dossier) -> None:
    """The demo has no problem, not even a warning."""
    assert demo.problems() == []


def test_demo_has_what_tests_count_on(demo: Dossier) -> None:
    """The demo holds each kind of record, and a draft of each."""
    corpus = demo.load().corpus
    assert corpus is not None
    sizes = [
        corpus.sources,
        corpus.actors,
        corpus.questions,
        corpus.positions,
        corpus.places,
        corpus.events,
        corpus.briefs,
    ]
    assert [len(group) for group in sizes] == [7, 4, 3, 9, 4, 13, 3]
    assert {path.split("/")[-2] for path in parse.load(demo.root).drafts} == {
        "actors", "briefs", "events", "places", "questions", "seeds", "water-board",
    }  # fmt: skip


def test_nothing_private_leaves(dossier: Dossier, tmp_path: Path) -> None:
    """Drafts, comments, hidden files, backups, unused images and the sources' texts: not one byte of them is published."""
    for path in (
        "content/.hidden.md",
        "content/briefs/in-a-minute.md~",
        "content/briefs/.in-a-minute.md.swp",
        "content/briefs/#in-a-minute.md#",
        "content/images/.basin.png",
        "content/maps/.local.geojson",
        "seeds/.private.txt",
        "seeds/interview.txt",
        "seeds/README.md",
    ):
        dossier.write(path, f"{SECRET} and more\n")
    dossier.edit("content/briefs/papers.md", "## The report\n", f"## The report\n\n[//]: # ({SECRET})\n")
    output = tmp_path / "output"
    dossier.build(output)
    leaks = [path for path in output.rglob("*") if SECRET in path.name.lower() or _holds(path, SECRET)]
    assert leaks == []
    assert not (output / "images" / "unused.png").exists()
    assert (output / "images" / "basin.png").read_bytes() == (dossier.root / "content/images/basin.png").read_bytes()


def _holds(path: Path, word: str) -> bool:
    return path.is_file() and word.encode() in path.read_bytes().lower()


def test_source_text_stays_out(demo: Dossier, built_demo: Path) -> None:
    """No run of twelve words of a source's text stands in the site."""
    from briefing.quotations.matching import normalise

    site = " ".join(normalise((built_demo / page).read_text("utf-8")) for page in html_pages(built_demo))
    for text in (demo.root / "seeds").glob("*.txt"):
        words = normalise(text.read_text("utf-8")).split()
        runs = {" ".join(words[start : start + 12]) for start in range(len(words) - 11)}
        assert [run for run in sorted(runs) if run in site] == []


def test_two_independent_sources_need_no_notice(built_demo: Path) -> None:
    """The single-source notice is absent where two independent sources stand behind the dossier."""
    assert "single source" not in (built_demo / "index.html").read_text("utf-8")


def test_one_origin_counts_once(dossier: Dossier, tmp_path: Path) -> None:
    """Two sources of one origin are one source, and every page says so."""
    dossier.edit("seeds/bureau-report.md", "origin: sound-water-board", "origin: the harbour post")
    for source in ("assembly-record", "council-letter", "league-post"):
        dossier.edit(f"seeds/{source}.md", "rights:", "origin: The Harbour Post\nrights:")
    dossier.build(tmp_path / "output")
    for page in html_pages(tmp_path / "output"):
        if page != "404.html":
            assert "of one origin" in (tmp_path / "output" / page).read_text("utf-8"), page


def test_pages_name_the_day(built_demo: Path) -> None:
    """The dossier's `as_of` is the day that pages speak from."""
    assert '<time datetime="2025-03-10">10 March 2025</time>' in (built_demo / "index.html").read_text("utf-8")


def test_addresses_begin_with_the_site_url(built_demo: Path) -> None:
    """Canonical addresses lie below --site-url."""
    for page in html_pages(built_demo):
        if page != "404.html":
            address = DEMO_URL + page.removesuffix("index.html")
            assert f'<link rel="canonical" href="{address}">' in (built_demo / page).read_text("utf-8")
