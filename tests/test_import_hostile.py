"""`invoke import` of documents that somebody made to do harm: bounded time and memory, a plain message, no network."""

from __future__ import annotations

import socket
from pathlib import Path

import pytest

from briefing.importing import confined, fetching, packed, reading, scripts
from briefing.importing.blocks import ImportFault
from briefing.tasks.options import TRAILING
from tests.importing import odt, word
from tests.running import invoke
from tests.support import DEMO, copy_of

BOMB = '<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]><x>&b;</x>'


@pytest.mark.parametrize(("name", "data"), [("a.docx", word(BOMB)), ("a.odt", odt(BOMB))])
def test_no_entities(name: str, data: bytes) -> None:
    """A document that defines entities is refused before anything expands them."""
    with pytest.raises(ImportFault, match="no entities"):
        reading.read(name, data)


def test_no_bombs(monkeypatch: pytest.MonkeyPatch) -> None:
    """What an archive unpacks to is looked at before it is unpacked."""
    monkeypatch.setattr(packed, "MOST_UNPACKED", 1000)
    with pytest.raises(ImportFault, match="must unpack to at most"):
        reading.read("a.docx", word())


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        ("a.pdf", b"%PDF-1.7\nnothing", "PDF must be whole"),
        ("a.docx", b"PK\x03\x04nothing", "must be whole"),
        ("a.doc", b"\xd0\xcf\x11\xe0", "Save it as .docx"),
        ("a.mp3", b"ID3", "transcribed"),
        ("a.vtt", b"WEBVTT\n\nnothing", "must hold cues"),
        ("a.html", b"   ", "must not be empty"),
        ("a.eml", b"Subject: x\nContent-Type: image/png\n\nx", "must hold text"),
    ],
)
def test_spoilt_documents_are_told(name: str, data: bytes, told: str) -> None:
    """What cannot be read says what would help."""
    with pytest.raises(ImportFault, match=told):
        reading.read(name, data)


def test_a_process_of_its_own_ends_in_time() -> None:
    """Reading takes no longer than it may."""
    with pytest.raises(ImportFault, match="takes more"):
        confined.read("a.html", b"<p>x</p>" * 200_000, seconds=0.05)


@pytest.mark.parametrize(
    "address",
    [
        "http://courier.example/a",
        "https://localhost/a",
        "https://127.0.0.1/a",
        "https://[::1]/a",
        "https://a:b@courier.example/",
    ],
)
def test_only_public_addresses_are_fetched(address: str) -> None:
    """An address that leads to this machine or its network, or without proof of the host, is never asked."""
    with pytest.raises(ImportFault):
        fetching.fetch(address)


def test_a_name_that_leads_inside(monkeypatch: pytest.MonkeyPatch) -> None:
    """A public name that stands for an address of the own network is not connected to."""
    inside = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("10.0.0.8", 443))]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: inside)
    with pytest.raises(ImportFault, match="own network"):
        fetching.fetch("https://courier-of-the-north.com/a")


def test_the_task(tmp_path: Path) -> None:
    """The id may stand behind the file; without a terminal nothing is asked, and what is lacking is a to-do."""
    dossier = copy_of(DEMO, tmp_path / "d")
    page = tmp_path / "Quay Notes.txt"
    page.write_text("A quay is a quay.\n\nNobody says otherwise.\n", "utf-8")
    done = invoke("import", str(page), "quay-notes", "--root", str(dossier.root))
    assert done.returncode == 0, done.stderr
    assert "To do in seeds/quay-notes.md: write `rights: …`" in done.stdout
    assert dossier.read("seeds/quay-notes.txt") == "A quay is a quay.\n\nNobody says otherwise.\n"
    assert TRAILING["import"] == "id"


@pytest.mark.parametrize("line", [b"a" * 300_000, b"a-" * 150_000], ids=["word", "hyphens"])
def test_a_line_without_end(line: bytes) -> None:
    """A line costs no more than its letters, however it is made."""
    assert len(reading.read("a.txt", line).blocks) == 1


def test_what_is_looked_for_first_costs_little() -> None:
    """Comments without end before a page, lines of figures, heads of messages: each is looked at once."""
    assert reading.kind("a.txt", b"<!---->" * 3000 + b"x") == "text"
    assert scripts.logical("א" * 9000 + " 1" * 4000)
    assert reading.read("a.eml", b"Subject: x\n\n" + b"From: a\nSent: b\nTo " * 3000)
