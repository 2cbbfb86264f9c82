"""The recogniser accepts only what Bleach gives back unchanged: both beside each other, on 100,000 strings and more in CI."""

from __future__ import annotations

import os
import random

import pytest

from briefing.markup import cleaning, recogniser

#: How many accepted strings are compared; CI sets BRIEFING_FUZZ=100000, which is what the project promises.
WANTED = 10_000
SPOT = ' data-sourcepos="1:1-2:30"'
INLINE = ["em", "strong", "code", "sub", "sup"]
TEXTS = [
    "plain words",
    "a &amp; b",
    "&lt;b&gt;",
    "&quot;said&quot;",
    "čćšđž Ёж 漢字 עברית",
    "\n",
    " ",
    "[@one, ¶3]",
    '12"',
    "'quoted'",
    "&amp;amp;",
    "=",
    "`",
    "${x}",
    "{{ 7*7 }}",
    "\u00a0",
    "\u2028",
    "😀",
    "\t",
]
WRONG = [
    "<script>alert(1)</script>",
    "<p onclick=x>",
    "&",
    "&#1;",
    "<",
    ">",
    "<br/>",
    "<svg>",
    "<!-- x -->",
    "</p>",
    '<a href="javascript:x">',
    "<p",
    "\x00",
    "<td>",
    "<li>",
    "<a href='x'>",
    "<A>",
    "&nbsp;",
    "<img src=x>",
]
ATTRIBUTES = ["", ' align="right"', ' align="left"']
LINKS = ["https://a.example/x-y_z?q=1", "../actors/eu.md", "#h-one", "http://b.example", "x.md", "./y/z.md#h-two"]


def _inline(pick: random.Random, depth: int) -> str:
    parts = []
    for _ in range(pick.randrange(1, 4)):
        roll = pick.random()
        if roll < 0.6 or depth > 3:
            parts.append(pick.choice(TEXTS))
        elif roll < 0.7:
            parts.append("<br>\n")
        elif roll < 0.82:
            opening = pick.choice([f'a href="{pick.choice(LINKS)}"', 'span lang="sr-Latn"'])
            parts.append(f"<{opening}>{_inline(pick, depth + 2)}</{opening.split()[0]}>")
        else:
            tag = pick.choice(INLINE)
            parts.append(f"<{tag}>{_inline(pick, depth + 1)}</{tag}>")
    return "".join(parts)


def _block(pick: random.Random, depth: int) -> str:
    spot = SPOT if pick.random() < 0.7 else ""
    roll = pick.random()
    if roll < 0.5 or depth > 3:
        tag = pick.choice(["p", "p", "p", "h2", "h3", "h4", "h1"])
        return f"<{tag}{spot}>{_inline(pick, 0)}</{tag}>\n"
    if roll < 0.6:
        return f"<blockquote{spot}>\n{_block(pick, depth + 1)}</blockquote>\n"
    if roll < 0.85:
        tag = pick.choice(["ul", "ol"])
        items = "".join(
            f"<li{spot}>{_inline(pick, 1) if pick.random() < 0.7 else ''}"
            f"{_block(pick, depth + 1) if pick.random() < 0.4 else ''}</li>\n"
            for _ in range(pick.randrange(1, 4))
        )
        start = ' start="3"' if tag == "ol" and pick.random() < 0.3 else ""
        return f"<{tag}{start}{spot}>\n{items}</{tag}>\n"
    cells = "".join(f"<td{pick.choice(ATTRIBUTES)}{spot}>{_inline(pick, 1)}</td>\n" for _ in range(2))
    return (
        f"<table{spot}>\n<thead>\n<tr{spot}>\n<th{spot}>a</th>\n<th{spot}>b</th>\n</tr>\n</thead>\n"
        f"<tbody>\n<tr{spot}>\n{cells}</tr>\n</tbody>\n</table>\n"
    )


def _spoilt(pick: random.Random, html: str) -> str:
    """The string with something put in, taken out or doubled at a random place."""
    at = pick.randrange(len(html) + 1)
    roll = pick.random()
    if roll < 0.4:
        return html[:at] + pick.choice(WRONG + TEXTS) + html[at:]
    end = min(len(html), at + pick.randrange(1, 12))
    return html[:at] + html[end:] if roll < 0.7 else html[:end] + html[at:]


def test_what_is_recognised_is_what_bleach_gives_back(monkeypatch: pytest.MonkeyPatch) -> None:
    """On every accepted string, whole or spoilt, Bleach is the identity."""
    pick = random.Random(int(os.environ.get("BRIEFING_FUZZ_SEED", "7")))
    monkeypatch.setenv("BRIEFING_SANITISE", "always")
    wanted = int(os.environ.get("BRIEFING_FUZZ", WANTED))
    accepted = refused = 0
    while accepted < wanted:
        html = _inline(pick, 1) if pick.random() < 0.2 else _block(pick, 3)
        for candidate in (html, _spoilt(pick, html), _spoilt(pick, _spoilt(pick, html))):
            if not recogniser.is_clean(candidate, recogniser.scan(candidate)):
                refused += 1
                continue
            accepted += 1
            assert cleaning.clean(candidate)[0] == candidate
    assert refused > wanted / 20


@pytest.mark.parametrize("text", WRONG)
def test_what_it_does_not_know_goes_to_bleach(text: str) -> None:
    """Anything outside the grammar is refused wherever it stands."""
    html = f"<p>{text}</p>"
    assert not recogniser.is_clean(html, recogniser.scan(html))


def test_it_can_be_switched_off(monkeypatch: pytest.MonkeyPatch) -> None:
    """BRIEFING_SANITISE=always sends every string to Bleach."""
    asked = []

    def clean(_: object, html: str) -> str:
        asked.append(html)
        return html

    monkeypatch.setattr("bleach.sanitizer.Cleaner.clean", clean)
    cleaning.clean("<p>a</p>")
    assert not asked
    monkeypatch.setenv("BRIEFING_SANITISE", "always")
    cleaning.clean("<p>a</p>")
    assert asked == ["<p>a</p>"]
