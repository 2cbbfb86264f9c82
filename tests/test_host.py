"""The web server of `invoke serve`: whom it answers, what it shows, and that nothing brings it down."""

from __future__ import annotations

import select
import socket
import time
from collections.abc import Iterator

import pytest

from tests.serving import OWN, PATIENCE, Server
from tests.support import DEMO, copy_of

#: The server is ended as by Ctrl-C, which is no signal on Windows.
pytestmark = pytest.mark.posix


@pytest.fixture(scope="module")
def steady(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server on a dossier that no test changes; it never writes a word on standard error."""
    folder = tmp_path_factory.mktemp("steady")
    running = Server(copy_of(DEMO, folder / "dossier"), folder / "output")
    yield running
    code, _, told = running.stop()
    assert (code, told) == (0, "")


@pytest.mark.parametrize(
    ("host", "status"),
    [
        ("localhost:{}", 200), ("LocalHost:{}", 200), ("127.0.0.1:{}", 200), ("[::1]:{}", 200), ("localhost", 421), ("127.0.0.1:80", 421), ("", 421),
        ("evil.example", 421), ("evil.example:{}", 421), ("localhost.evil.example:{}", 421), ("127.0.0.1.nip.example:{}", 421), ("0.0.0.0:{}", 421),
    ],
)  # fmt: skip
@pytest.mark.parametrize("method", ["GET", "HEAD"])
def test_only_its_own_names_are_answered(steady: Server, host: str, status: int, method: str) -> None:
    """A name that somebody turned to this machine gets a sentence, and no page."""
    found, head, body = steady.ask("/repo/", method, Host=host.format(steady.port))
    assert found == status
    if status == 421 and method == "GET":
        assert body == f"This server answers to http://localhost:{steady.port}/ only.\n"
    assert "cross-origin-resource-policy: same-origin" in head.lower()
    assert "x-content-type-options: nosniff" in head.lower()
    assert "access-control" not in head.lower()


@pytest.mark.parametrize(
    ("target", "status"),
    [
        ("http://localhost:{}/repo/about/", 200), ("HTTP://127.0.0.1:{}/repo/about/", 200), ("http://localhost:{}", 302),
        ("http://evil.example/repo/", 421), ("http://[/repo/", 421), ("http://localhost:{}@evil.example/repo/", 421), ("https://", 421),
    ],
)  # fmt: skip
def test_targets_that_name_a_host(steady: Server, target: str, status: int) -> None:
    """A request that names its host in the first line is held to the same names."""
    assert steady.ask(target.format(steady.port))[0] == status


@pytest.mark.parametrize(
    "headers",
    [
        {}, {**OWN, "Origin": "http://evil.example"}, {**OWN, "Origin": "null"}, {**OWN, "Sec-Fetch-Site": "cross-site"}, {**OWN, "Sec-Fetch-Site": "same-site"},
        {**OWN, "Origin": "http://localhost:1"},
    ],
    ids=str,
)  # fmt: skip
def test_news_are_for_its_own_pages(steady: Server, headers: dict[str, str]) -> None:
    """News may hold words of a source: nobody else's page is told them, nor may ask whether it could be."""
    assert steady.ask("/repo/briefing-serve-events?0", **headers)[0] == 403
    own = {**OWN, "Origin": f"http://localhost:{steady.port}", "Sec-Fetch-Site": "same-origin"}
    assert steady.ask("/repo/briefing-serve-events?0", **own)[0] == 200
    assert steady.ask("/repo/briefing-serve-events", "OPTIONS", **headers)[0] == 501


#: Pages of the desk, what they are made with, and what its script asks for.
DESK = (
    "",
    "sources/harbour-post/",
    "problems/",
    "drafts/content/briefs/private-notes/page/briefs/private-notes/",
    "desk.js",
)
QUOTE = "/repo/desk/quote.json?source=harbour-post&at=3:60-70"


@pytest.mark.parametrize("path", DESK)
def test_the_desk_is_for_whoever_sits_at_it(steady: Server, path: str) -> None:
    """It is shown to who types its address or comes from a page of ours; no other page may ask for it, frame it, or
    keep hold of its window.
    """
    target = f"/repo/desk/{path}"
    for headers in ({}, {"Sec-Fetch-Site": "none", "Sec-Fetch-Dest": "document"}, {"Sec-Fetch-Site": "same-origin"}):
        status, head, _ = steady.ask(target, **headers)
        assert status == 200
        for line in (
            "content-security-policy: default-src 'none'; script-src 'self'; style-src 'self';",
            "frame-ancestors 'none'",
            "x-frame-options: deny",
            "cross-origin-opener-policy: same-origin",
            "cross-origin-resource-policy: same-origin",
            "cache-control: no-store",
        ):
            assert line in head.lower()
    for headers in (
        {"Sec-Fetch-Site": "cross-site"}, {"Sec-Fetch-Site": "same-site"}, {"Origin": "http://evil.example"}, {"Origin": "null"},
        {"Origin": "http://localhost:1"}, {"Sec-Fetch-Site": "same-origin", "Sec-Fetch-Dest": "iframe"}, {"Sec-Fetch-Dest": "object"},
    ):  # fmt: skip
        status, head, body = steady.ask(target, **headers)
        assert (status, body) == (403, "The desk is for you alone: open it by its address, in a window of its own.\n")
    assert steady.ask(target, Host="evil.example")[0] == 421


def test_marked_words_are_told_to_its_own_script(steady: Server) -> None:
    """What was marked, and the position made of it, nobody gets by an address alone."""
    assert steady.ask(QUOTE)[0] == 403
    assert steady.ask(QUOTE, **OWN, Origin="http://evil.example")[0] == 403
    status, _, body = steady.ask(QUOTE, **OWN)
    assert (status, '"plain"' in body) == (200, True)


@pytest.mark.parametrize(
    "path",
    ["desk", "desk/sources/", "desk/sources/..%2f..%2fdossier/", "desk/drafts/content/../seeds/harbour-post/", "desk/desk.css/", "desk/shelf.py",
     "desk/templates/base.html", "desk/sources/harbour-post/0/", "desk/drafts/content/briefs/private-notes/page//evil.example/", "desk/?" + "a=&" * 9999],
    ids=range(10),
)  # fmt: skip
def test_odd_requests_to_the_desk(steady: Server, path: str) -> None:
    """Nothing leads out of the desk or into the generator's own files, nor breaks it."""
    status, head, body = steady.ask(f"/repo/{path}")
    assert status in (200, 302, 404)
    assert "location: /repo/" in head.lower() or status != 302
    assert "import annotations" not in body


@pytest.mark.parametrize(
    ("target", "statuses"),
    [
        ("/repo/%00", {404}), ("/repo/%zz", {404}), ("/repo/%ff%fe", {404}), ("/repo/%", {404}), ("/repo/a%0d%0aX:%20y", {404}), ("/repo/" + "a" * 5000, {404}),
        ("/repo//evil.example", {404}), ("/repo/..%2f..%2fdossier/seeds/harbour-post.txt", {404}), ("/repo/../../dossier/seeds/harbour-post.txt", {404}),
        ("/repo/..\\..\\dossier", {404}), ("/repo/.briefing", {404}), ("/repo/%2Ebriefing", {404}), ("/repo/./.briefing", {404}), ("/repo/.nojekyll", {200}),
        ("/repo/?" + "9" * 60000, {200}), ("/repo/briefing-serve-events?" + "9" * 60000, {200}), ("/repo/?" + "9" * 100_000, {414, 0}),
        ("/repo/briefing-serve-events?-1", {200}), ("/repo/briefing-serve-events?\xb2", {200}), ("*", {302}), ("evil.example:80", {302}),
        ("/repo/briefs", {301}), ("/repo/theme", {301}), ("/repo/theme/", {404}), ("/", {302}),
    ],
    ids=range(25),
)  # fmt: skip
def test_odd_requests(steady: Server, target: str, statuses: set[int]) -> None:
    """Whatever is asked gets an answer, without a word in the terminal; what is no part of the site is not shown."""
    got, head, body = steady.ask(target, **OWN)
    assert got in statuses
    assert "Files:" not in body
    assert not head.lower().count("\r\nx:")
    assert steady.ask(target, "HEAD", **OWN)[0::2] in [(status, "") for status in statuses]


def test_what_is_no_request(steady: Server) -> None:
    """Neither huge heads nor versions that do not exist bring it down."""
    assert steady.ask("/repo/", X="9" * 100_000)[0] in (431, 0)
    assert steady.ask("/repo/", **{f"X-{number}": "1" for number in range(200)})[0] in (431, 0)
    for version in ("HTTP/9." + "9" * 5000, "HTTP/1.x", "x", "HTTP/-1.1", ""):
        steady.ask("/repo/", version=version)
    assert steady.ask("/repo/", "BREW")[0] == 501
    assert steady.ask("/repo/")[0] == 200


def test_no_link_leads_out(steady: Server) -> None:
    """A link in the output shows nothing that lies elsewhere, nor the marker."""
    for name, goal in {
        "out.txt": "../dossier/seeds/harbour-post.txt", "out": "../dossier", "mark.txt": ".briefing", "loop": "loop",
    }.items():  # fmt: skip
        (steady.output / name).symlink_to(goal)
    try:
        for path in ("out.txt", "out/seeds/harbour-post.txt", "mark.txt", "loop"):
            assert steady.ask(f"/repo/{path}")[0] == 404, path
    finally:
        for name in ("out.txt", "out", "mark.txt", "loop"):
            (steady.output / name).unlink()


def _answered(waiting: list[socket.socket], before: list[socket.socket], patience: float) -> list[socket.socket]:
    """The connections that have an answer by now, but for those that had one before; waits for the first."""
    return select.select([one for one in waiting if one not in before], [], [], patience)[0]


def test_many_tabs(steady: Server) -> None:
    """However many tabs wait for news, a page is shown at once; those that are too many are sent away, not held."""
    waiting: list[socket.socket] = []
    refused: list[socket.socket] = []
    try:
        for _ in range(40):
            connection = socket.create_connection(("127.0.0.1", steady.port), timeout=PATIENCE)
            waiting.append(connection)
            connection.sendall(
                b"GET /repo/briefing-serve-events?99 HTTP/1.1\r\nHost: localhost:%d\r\nBriefing-Serve: 1\r\n\r\n"
                % steady.port
            )
        while ready := _answered(waiting, refused, PATIENCE if len(refused) < 30 else 0.5):
            assert all(b" 503 " in connection.recv(200) for connection in ready)
            refused += ready
        assert 30 <= len(refused) < 40
        assert steady.ask("/repo/about/")[0] == 200
    finally:
        for connection in waiting:
            connection.close()
    for _ in range(100):  # what nobody waits for any more gives its room back
        with socket.create_connection(("127.0.0.1", steady.port)) as connection:
            connection.sendall(
                b"GET /repo/briefing-serve-events?99 HTTP/1.1\r\nHost: localhost:%d\r\nBriefing-Serve: 1\r\n\r\n"
                % steady.port
            )
            connection.settimeout(0.2)
            try:
                connection.recv(200)
            except TimeoutError:
                return
        time.sleep(0.1)
    raise AssertionError("all rooms stay taken")
