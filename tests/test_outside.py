"""Where addresses may lead: what the one rule lets through and what it refuses, host by host."""

from __future__ import annotations

import pytest

from briefing.model import outside

PUBLIC = """
https://a.example http://a.example:8080/ https://A.Example./x?y=1#z https://foo_bar.example https://r3---sn-x.example
https://1.1.1.1/ https://[2606:4700:4700::1111]:443/ https://bücher.example/ https://xn--bcher-kva.example/ https://sarı.example
https://почта.рф/ https://xn--80a1acny.xn--p1ai/ https://оса.рф https://сайт.рус https://сарајево.срб https://βιβλίο.example
https://例え.テスト/ https://日本ドメイン名.example/ https://한국.example https://中文abc.example https://تونس.example https://एनआईसी.भारत
mailto:press@a.example mailto:press@a.example?subject=Hi%20you&cc=x@b.example mailto:a@b.example,c@d.example mailto:a%40b.example
"""
REFUSED = {
    "_USER": "https://user@a.example https://user:pw@a.example/ https://@a.example/ https://a.example%40x@b.example/",
    "_POSING": """https://bbс.example/ https://xn--bb-9lc.example https://аррӏе.example https://xn--80ak6aa92e.example https://XN--80AK6AA92E.example
        https://раура1.example https://αι.example https://a.со https://ɡoogle.example https://ɴews.example https://g००gle.example https://ʻa.example
        https://ꓮꓑ.example mailto:a@bbс.example""",
    "OWN_NETWORK": """https://localhost/ http://LOCALHOST:8000/ http://localhost./ http://x.localhost http://127.0.0.1 http://127.0.0.1./ http://127.9.9.9
        http://[::1] http://[::] http://[::ffff:127.0.0.1] http://[::ffff:7f00:1] http://[::ffff:8.8.8.8] http://[fe80::1] http://[fe80::1%25eth0] http://[fc00::1]
        http://[2002:7f00:1::] http://[64:ff9b::7f00:1] http://10.1.2.3 http://172.16.0.1 http://172.31.255.255 http://192.168.1.1 http://169.254.1.1 http://0.0.0.0
        http://100.64.0.1 http://224.0.0.1 http://255.255.255.255 http://x.local http://x.internal http://x.lan http://x.home.arpa http://home.arpa http://intranet
        mailto:a@localhost mailto:a@b mailto:?to=a@localhost mailto:a@b.example?cc=x@localhost""",
    "_NUMERIC": """http://127.1 http://2130706433 http://0x7f000001 http://0x7f.1 http://0177.0.0.1 http://017700000001 http://127.0.0.01 http://1.1.1.1.1
        http://256.1.1.1 http://a.1 http://a.0x""",
    "_PORT": """http://a.example:0 http://a.example:00000 http://a.example:65536 http://a.example:99999 http://a.example:999999999999 http://a.example:
        http://a.example:x http://a.example:-1 http://a.example:８０ http://[2606:4700::1]:0""",
    "_MALFORMED": """https:///x https://?x https://#x https:// https://:80 http://ex%61mple.example http://%6c.example http://a.example%2Fb http://a..example
        http://.example http://a.example.. http://-a.example http://a-.example http://a,b.example http://xn--a.example http://xn--bbc-.example http://xn--.example
        https://ｂｂｃ.example https://bbc。example https://☃.example http://[1.1.1.1] http://[::1 http://[::1]x http://[] mailto:a@127.0.0.1 mailto:a@[127.0.0.1]
        mailto:a@-b.example""",
    "_MAILBOX": "mailto: mailto:x mailto:@a.example mailto:a@b@c.example mailto:a%20b@c.example mailto:?subject=x",
    "_WHOLE": "javascript:alert(1) //a.example ftp://a.example https:a.example a.example data:text/html,x",
    "_BLANK": "https://a.example/<b>",
}  # fmt: skip
CASES = [(address, name) for name, addresses in REFUSED.items() for address in addresses.split()]


@pytest.mark.parametrize("address", PUBLIC.split())
def test_what_every_reader_reaches(address: str) -> None:
    """Names in any one script, plain numbers, and mailboxes are fine."""
    assert outside.fault(address) is None


@pytest.mark.parametrize(("address", "name"), CASES, ids=range(len(CASES)))
def test_what_is_refused(address: str, name: str) -> None:
    """Whatever hides where it leads, or leads nowhere for a reader, is refused by the rule that says so."""
    fault = outside.fault(address)
    assert fault is getattr(outside, name)
    assert fault.must.startswith("must ")
    assert fault.remedy.endswith(".")


def test_labels_have_their_length() -> None:
    """Neither a part of a name nor all of it may be longer than names can be."""
    assert outside.fault(f"https://{'a' * 63}.example") is None
    assert outside.fault(f"https://{'a' * 64}.example") is not None
    assert outside.fault(f"https://{'a.' * 130}example") is not None


@pytest.mark.parametrize(
    ("address", "refused"),
    [
        ("http://localhost:8000/", False), ("http://127.0.0.1:9/", False), ("http://[::1]:8/", False), ("http://x.localhost/", False),
        ("http://10.0.0.1/", True), ("http://127.1/", True), ("http://localhost:0/", True), ("http://u@localhost/", True), ("http://intranet/", True),
    ],
)  # fmt: skip
def test_only_this_machine_may_be_allowed(address: str, refused: bool) -> None:
    """What may lead to this very machine may lead to no other one of the house."""
    assert (outside.fault(address, loopback=True) is not None) is refused


def test_letters_that_our_engine_encoded() -> None:
    """The Markdown engine encodes letters of hosts; signs that somebody encoded stay as they are."""
    encoded = "https://%D0%BF%D0%BE%D1%87%D1%82%D0%B0.example/%D0%B0"
    assert outside.fault(outside.typed(encoded, ["[x](https://почта.example/а)"])) is None
    assert outside.fault(outside.typed(encoded, [f"[x]({encoded})"])) is not None
    assert outside.fault(outside.typed("https://ex%61mple.example/", [])) is not None
