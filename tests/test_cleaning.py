"""What cleaning leaves is what the list allows, by a second opinion, too; and our own marks cannot be typed."""

from __future__ import annotations

import html as entities
import re

import nh3
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html

from briefing.markup import cleaning, notes, prose
from briefing.model.records import About
from tests import attacks
from tests.support import plain_mark
from tests.test_prose import PIECES


def _nh3(text: str) -> str:
    """nh3 with the same list: the second opinion."""
    return nh3.clean(
        text,
        tags=set(cleaning.TAGS),
        attributes={**{tag: set(names) for tag, names in cleaning.ATTRIBUTES.items()}, "*": {cleaning.SPOT}},
        url_schemes=set(cleaning.PROTOCOLS),
        link_rel=None,
        strip_comments=True,
    )


def _shape(text: str) -> list[tuple[str, tuple[tuple[str, str], ...]]]:
    # The parser that compares refuses controls; files that hold any are refused long before.
    tree = html.fragment_fromstring(
        re.sub(r"[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]", " ", text), create_parent="div"
    )
    return [(str(e.tag), tuple(sorted(e.attrib.items()))) for e in tree.iter() if isinstance(e.tag, str)]


@settings(max_examples=250, deadline=None)
@given(st.one_of(st.lists(st.sampled_from([*attacks.ALL, *PIECES]), max_size=8).map("".join), st.text(max_size=120)))
def test_second_opinion(text: str) -> None:
    """What our cleaning lets through, nh3 with the same list lets through as well: no element or attribute is lost."""
    try:
        cleaned, _ = cleaning.clean(text)
    except cleaning.TooMuch:
        return
    assert _shape(_nh3(cleaned)) == _shape(cleaned)


@pytest.mark.parametrize("text", attacks.ALL, ids=range(len(attacks.ALL)))
def test_cleaning_once_is_enough(text: str) -> None:
    """Cleaning what is clean changes nothing, and nothing that runs is left in it."""
    cleaned, _ = cleaning.clean(text)
    assert cleaning.clean(cleaned)[0] == cleaned
    assert not re.search(rf"<(?!/?(?:{'|'.join(cleaning.TAGS)})\b)[a-z!/?]", cleaned, re.IGNORECASE)
    for rest in re.findall(r"<[a-z][a-z0-9]*((?:\"[^\"]*\"|'[^']*'|[^\"'<>])*)>", cleaned):
        assert not re.search(r"\bon[a-z]+\s*=|javascript:|vbscript:|data:", entities.unescape(rest), re.IGNORECASE), (
            cleaned
        )


def test_the_list_holds_nothing_that_was_ever_bypassed() -> None:
    """Neither raw-text elements, nor foreign content, nor style: the list is one place, and short."""
    assert not cleaning.TAGS & set(
        "script style svg math iframe object embed noscript title textarea xmp noembed noframes template form input button meta link base".split()
    )
    assert all(
        not name.startswith("on") and name not in ("style", "id", "class", "srcset")
        for names in cleaning.ATTRIBUTES.values()
        for name in names
    )


def test_own_marks_cannot_be_forged() -> None:
    """The private marks that stand for citations and the root cannot be typed."""
    for mark in map(chr, (1, 2, 3, 4, 5, 6, 7, 8)):
        text = f"x {mark}0\x03 \x020{mark} \x01 [@bbc, ¶1] {mark}"
        below = prose.render(text, "content/briefs/x.md", 1)
        about = About(id="x", path="", digest="", title="", prose=below.prose, statements=below.statements)
        shown = str(notes.place(about, "../", notes.Notes(), plain_mark))
        assert shown.count('class="mark"') == 1
        assert shown.count("../") == 1
