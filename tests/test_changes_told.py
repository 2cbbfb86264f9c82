"""Every change of what is published reaches the reader, under the address where it was."""

from __future__ import annotations

import datetime
import json
import re
from pathlib import Path

import pytest

from briefing.cli import commands
from tests.support import Dossier, clean_tree, tree
from tests.test_published import NOTE, POSITION, note


def dated(site: Path, brief: str) -> tuple[str | None, str, str]:
    """When a brief was published and changed last, as its page tells machines, and what it tells readers."""
    page = (site / f"briefs/{brief}/index.html").read_text("utf-8")
    found = re.search(r'<script type="application/ld\+json">(.+?)</script>', page)
    facts = re.search(r'<p class="article-dates">(.+?)</p>', page, re.DOTALL)
    assert found
    assert facts
    graph = json.loads(found[1])["@graph"][0]
    return graph.get("datePublished"), graph["dateModified"], re.sub("<[^>]+>", "", facts[1])


def test_a_brief_tells_when_it_was_published(
    dossier: Dossier, memory: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The day of the first release that held it is kept for good, also under another name, and shown; until it is known,
    machines are told the day of the present words.
    """
    site, old, new = tmp_path / "output", "content/briefs/papers.md", "content/briefs/letters.md"

    def build() -> None:
        dossier.build(site)
        with monkeypatch.context() as patch:
            assert tree(site) == clean_tree(dossier, tmp_path / "clean", patch)

    def release(day: str) -> None:
        moment = datetime.datetime.fromisoformat(f"{day}T12:00:00+00:00")
        monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(moment.timestamp())))
        commands.release(str(dossier.root))
        build()

    build()
    assert dated(site, "papers")[:2] == ("2025-03-01", "2025-03-01")
    assert "Published" not in dated(site, "papers")[2]
    release("2025-03-07")
    assert dated(site, "papers")[:2] == ("2025-03-07", "2025-03-07")
    assert "Published 7 March 2025" in dated(site, "papers")[2]
    assert "Updated" not in dated(site, "papers")[2]
    feed = (site / "feeds/all.atom.xml").read_text("utf-8")
    assert "<published>2025-03-07T00:00:00+00:00</published>" in feed
    assert json.loads((site / "manifest.json").read_bytes())["records"]["briefs/papers"]["first"] == "2025-03-07"

    dossier.write("content/briefs/added.md", dossier.read(old).replace("title: ", "title: More on ", 1))
    text = re.sub("updated: .+", "updated: 2025-03-08", dossier.read(old))
    dossier.write(new, text.replace("---\n", "---\nwas: [papers]\n", 1))
    (dossier.root / old).unlink()
    for path in (dossier.root / "content").rglob("*.md"):
        path.write_text(path.read_text("utf-8").replace("papers.md", "letters.md"), "utf-8")
    build()
    assert dated(site, "added")[0] == "2025-03-01"
    release("2025-03-09")
    assert dated(site, "letters")[:2] == ("2025-03-07", "2025-03-08")
    assert "Published 7 March 2025. Updated 8 March 2025." in dated(site, "letters")[2]
    assert dated(site, "added")[0] == "2025-03-09"


def test_what_was_published_before_days_were_kept_has_none(released: Dossier, tmp_path: Path) -> None:
    """A manifest without first days still counts; no later release makes one up, nor for what came back."""
    data = json.loads(released.read("content/published.json"))
    for record in data["records"].values():
        del record["first"]
    del data["records"]["briefs/papers"]
    released.write("content/published.json", json.dumps(data))
    assert released.spots() == []
    commands.release(str(released.root))
    released.build(tmp_path / "output")
    for brief in ("papers", "in-a-minute"):
        published, updated, shown = dated(tmp_path / "output", brief)
        assert published == updated
        assert "Published" not in shown
    released.write("content/published.json", json.dumps(data).replace('"hash"', '"first": "2025-03", "hash"', 1))
    assert released.spots() == ["content/published.json:1: published-broken"]


def test_what_became_of_a_record_is_told_for_ever(released: Dossier) -> None:
    """The entry of a removed record stays in the register, also after it was published."""
    (released.root / "content/briefs/papers.md").unlink()
    entry = "---\nremoved:\n  - record: briefs/papers\n    title: The papers\n    date: 2025-03-02\n    why: So.\n---\n"
    released.write("content/removed.md", entry)
    for path in (released.root / "content").rglob("*.md"):
        path.write_text(path.read_text("utf-8").replace("briefs/papers.md", "briefs/in-a-minute.md"), "utf-8")
        path.write_text(path.read_text("utf-8").replace("](papers.md", "](in-a-minute.md"), "utf-8")
    commands.release(str(released.root))
    assert released.spots() == []
    (released.root / "content/removed.md").unlink()
    assert released.spots() == ["content/removed.md:1: published-address"]


def test_a_renamed_record_keeps_its_address(released: Dossier, tmp_path: Path) -> None:
    """`was` leads readers of the old address on; without it the check says where the record went."""
    old, new = released.root / "content/briefs/life-on-telissa.md", released.root / "content/briefs/telissa-life.md"
    old.rename(new)
    for path in (released.root / "content").rglob("*.md"):
        path.write_text(path.read_text("utf-8").replace("life-on-telissa.md", "telissa-life.md"), "utf-8")
    (problem,) = released.problems()
    assert problem.code == "published-removed"
    released.write(
        "content/briefs/telissa-life.md", new.read_text("utf-8").replace("---\n", "---\nwas: [life-on-telissa]\n", 1)
    )
    assert released.spots() == []
    released.build(tmp_path / "output")
    moved = (tmp_path / "output/briefs/life-on-telissa/index.html").read_text("utf-8")
    assert 'href="../../briefs/telissa-life/index.html"' in moved
    assert '<link rel="canonical" href="https://demo.example/ondo/briefs/telissa-life/">' in moved
    changes = (tmp_path / "output/changes/index.html").read_text("utf-8")
    assert 'href="../briefs/telissa-life/index.html"' in changes


def test_changes_reach_page_feed_and_data(released: Dossier, tmp_path: Path) -> None:
    """A noted change stands with both values on the page of changes, in the feed and in changes.json, also later."""
    released.edit(POSITION, "stance: half", "stance: what-is-left")
    note(released, POSITION)
    for _ in range(2):
        released.build(tmp_path / "output")
        page = (tmp_path / "output/changes/index.html").read_text("utf-8")
        feed = (tmp_path / "output/feeds/all.atom.xml").read_text("utf-8")
        changes = json.loads((tmp_path / "output/changes.json").read_bytes())["changes"]
        (change,) = (change for change in changes if change["record"] == "positions/telissa-council/share")
        assert change["differences"] == [{"key": "stance", "before": "half", "after": "what-is-left"}]
        for text in (page, feed):
            assert "The stance was read again." in text
            assert "A reader wrote in." in text
        shown = " ".join(page.split())
        stances = ("Half of it, whatever the level of the spring.", "What the spring can spare.")
        rows = "<dt>Before</dt><dd><del>{}</del></dd></div> <div><dt>After</dt><dd><ins>{}</ins></dd>".format(*stances)
        assert f'<p class="changes-key">Stance</p> <dl class="changes-values"> <div>{rows}' in shown
        assert "Stance: from “{}” to “{}”.".format(*stances) in feed
        anchor = re.search(r'<li id="(change-[^"]+)">', page)
        assert anchor
        assert f"https://demo.example/ondo/changes/#{anchor[1]}" in feed
        assert "Telissa Island Council on: How much" in shown
        assert "telissa-council/share" not in shown
        commands.release(str(released.root))
        assert released.spots() == []


def test_no_file_of_data_holds_the_beginning_of_a_tag(released: Dossier, tmp_path: Path) -> None:
    """Words of authors stand in files of data without `<`, which reads back as what it is."""
    title = "Tariffs <script>pwned()</script> & water"
    released.edit("content/briefs/papers.md", "title: What the papers say, and in which language", f"title: {title}")
    released.edit("content/briefs/papers.md", "order: 3", "order: 3\n" + NOTE.rstrip().replace("The stance", "A <b>"))
    released.build(tmp_path / "output")
    commands.release(str(released.root))
    kept = released.root / "content/published.json"
    for file in (tmp_path / "output/manifest.json", tmp_path / "output/changes.json", kept):
        content = file.read_bytes()
        assert b"<" not in content
        assert b"\\u003cb>" in content or file.name == "manifest.json"
        json.loads(content)
    assert json.loads(kept.read_bytes())["records"]["briefs/papers"]["title"] == title
    assert released.spots() == []


def test_edits_without_a_note_are_listed(
    released: Dossier, memory: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing changes unseen: the page of changes lists what was edited, also when it was put on its page alone."""
    path, words = "content/briefs/papers.md", "The board wants"
    output, page = tmp_path / "output", tmp_path / "output/changes/index.html"
    released.build(output)
    assert "Smaller edits" not in page.read_text("utf-8")
    for now in ("The board badly wants", "The board really wants", words, "The board truly wants"):
        released.edit(path, words, now)
        words = now
        released.build(output)
        assert ("Smaller edits" in page.read_text("utf-8")) is (now != "The board wants")
        with monkeypatch.context() as patch:
            assert tree(output) == clean_tree(released, tmp_path / "clean", patch)
    assert 'href="../briefs/papers/index.html"' in page.read_text("utf-8")
    assert "Since the last release" in page.read_text("utf-8")
    commands.release(str(released.root))
    edits = json.loads(released.read("content/published.json"))["edits"]
    assert list(edits) == ["briefs/papers"]
    released.build(output)
    assert f'<time datetime="{edits["briefs/papers"]}">' in page.read_text("utf-8")
