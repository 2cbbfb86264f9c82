"""`invoke links`: addresses outside are tried, politely and with bounds, and told where they stand. No test asks anybody."""

from __future__ import annotations

import socket
from collections import Counter

import pytest

from briefing.cli import commands
from briefing.edits import links
from briefing.store import web
from briefing.store.web import Answer, WebError
from tests.support import Dossier

ANSWERS = {
    "https://a.example/fine": Answer(200),
    "https://a.example/gone": Answer(404),
    "https://a.example/shy": Answer(403),
    "https://a.example/moved": Answer(301, "/fine"),
    "https://a.example/passing": Answer(302, "https://a.example/fine"),
    "https://a.example/round": Answer(301, "/round"),
    "https://b.example/home": Answer(301, "https://router.local/"),
}


def ask(method: str, address: str) -> Answer:
    """A host that answers as the table says."""
    if address == "https://router.local/":
        raise WebError("its host is one of your own network, where no reader gets", is_certain=True)
    if address == "https://c.example/":
        raise WebError("it does not answer in time")
    if address == "https://a.example/only-get":
        return Answer(200 if method == "GET" else 405)
    return ANSWERS[address]


@pytest.mark.parametrize(
    ("address", "code"),
    [
        ("https://a.example/fine", ""),
        ("https://a.example/only-get", ""),
        ("https://a.example/passing", ""),
        ("https://a.example/moved", "link-moved"),
        ("https://a.example/gone", "link-dead"),
        ("https://b.example/home", "link-dead"),
        ("https://a.example/shy", "link-unsure"),
        ("https://a.example/round", "link-unsure"),
        ("https://c.example/", "link-unsure"),
        ("http://a.example/fine", "link-untried"),
    ],
)
def test_what_an_answer_means(address: str, code: str) -> None:
    """Gone is an error; what may be a refusal of programs, or a bad day, is looked at by hand."""
    assert links.tried([address], ask, lambda _: None)[address].code == code


def test_a_host_is_asked_one_thing_at_a_time() -> None:
    """With a pause between two; others meanwhile."""
    running: Counter[str] = Counter()
    most: Counter[str] = Counter()
    pauses: list[float] = []

    def counted(method: str, address: str) -> Answer:
        host = address.split("/")[2]
        running[host] += 1
        most[host] = max(most[host], running[host])
        running[host] -= 1
        return Answer(200)

    wanted = [f"https://{host}.example/{number}" for number in range(20) for host in "abc"]
    assert all(not one.code for one in links.tried(wanted, counted, pauses.append).values())
    assert set(most.values()) == {1}
    assert len(pauses) == 57


def test_bounds(monkeypatch: pytest.MonkeyPatch) -> None:
    """So many addresses, so much time."""
    monkeypatch.setattr(links, "MOST", 2)
    found = links.tried([f"https://a.example/{n}" for n in range(3)], lambda *_: Answer(200), lambda _: None)
    assert [one.code for one in found.values()].count("link-untried") == 1
    monkeypatch.setattr(links, "SECONDS", -1.0)
    assert links.tried(["https://a.example/1"], ask)["https://a.example/1"].code == "link-untried"


def test_told_where_it_stands(
    dossier: Dossier, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """With path and line, each spot of an address, which is asked for once; a dead one ends with 1."""
    asked: list[str] = []

    def gone(method: str, address: str) -> Answer:
        asked.append(address)
        return Answer(404 if "two-islands" in address else 200)

    monkeypatch.setattr(web, "ask", gone)
    monkeypatch.setattr(links, "PAUSE", 0)
    with pytest.raises(SystemExit) as end:
        commands.links(str(dossier.root))
    assert end.value.code == 1
    told = capsys.readouterr().out
    assert "content/briefs/papers.md:30:" in told
    assert "seeds/harbour-post.md:12:6: [link-dead] the address https://harbour-post.example/two-islands?page=1" in told
    assert "under `archived`" in told
    assert told.rstrip().endswith("1 of 3 addresses outside answers; 2 are dead.")
    assert len(asked) == len({*asked}) + 2  # GET where HEAD is refused


@pytest.mark.parametrize(
    "number", ["127.0.0.1", "10.0.0.1", "169.254.169.254", "::1", "fe80::1%eth0", "::ffff:10.0.0.1"]
)
def test_private_hosts_are_refused(number: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A public name that leads to a private address is asked nothing; one address among several is enough."""
    found = [(0, 0, 0, "", (address, 443)) for address in ("93.184.216.34", number)]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: found)
    monkeypatch.setattr(socket, "create_connection", lambda *_: pytest.fail("it was asked"))
    with pytest.raises(WebError, match="your own network"):
        web.ask("HEAD", "https://a.example/")


@pytest.mark.parametrize(
    "address", ["https://localhost/", "https://192.168.1.1/", "http://a.example/", "ftp://a.example/"]
)
def test_other_addresses_are_refused(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Before any look-up."""
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: pytest.fail("it was looked up"))
    with pytest.raises(WebError):
        web.ask("HEAD", address)


def test_without_a_network_nothing_is_called_dead(
    dossier: Dossier, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def nobody(method: str, address: str) -> Answer:
        raise WebError(web.NO_HOST, is_certain=True)

    monkeypatch.setattr(web, "ask", nobody)
    monkeypatch.setattr(links, "PAUSE", 0)
    with pytest.raises(SystemExit):
        commands.links(str(dossier.root))
    told = capsys.readouterr().out
    assert "link-dead" not in told
    assert "0 are dead" in told
    assert "Is this machine connected" in told
