"""The citation grammar."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.model.citations import MARK, Citation, CitationError, locator, parse
from briefing.model.vocabulary import Basis


def one(*paragraphs: int, source: str = "bbc", basis: Basis | None = None) -> tuple[Citation, ...]:
    return (Citation(source, paragraphs, basis),)


GOOD = {
    "paragraph": ("bbc ¶16", one(16)),
    "comma": ("bbc, ¶16", one(16)),
    "at-sign": ("@bbc, ¶16", one(16)),
    "brackets": ("[@bbc, ¶16]", one(16)),
    "para": ("bbc para 16", one(16)),
    "para-dot": ("bbc, para. 16", one(16)),
    "paras": ("bbc, paras 3-5", one(3, 4, 5)),
    "plain-number": ("bbc, 16", one(16)),
    "two": ("bbc, ¶3, ¶9", one(3, 9)),
    "as-written": ("bbc, ¶9, ¶3", one(9, 3)),
    "run": ("bbc, ¶3-5", one(3, 4, 5)),
    "run-dash": ("bbc, ¶3–5", one(3, 4, 5)),
    "run-with-sign": ("bbc, ¶3-¶5", one(3, 4, 5)),
    "run-and-one": ("bbc, ¶3-5, ¶9", one(3, 4, 5, 9)),
    "double-sign": ("bbc, ¶¶3-5", one(3, 4, 5)),
    "twice": ("bbc, ¶3, ¶3", one(3)),
    "basis": ("bbc, ¶3, reported", one(3, basis=Basis.REPORTED)),
    "basis-without-comma": ("bbc, ¶3 direct", one(3, basis=Basis.DIRECT)),
    "line-break": ("bbc,\n¶3,\nreporter", one(3, basis=Basis.REPORTER)),
    "two-sources": (
        "one, ¶3; @two, ¶9, inferred",
        (*one(3, source="one"), *one(9, source="two", basis=Basis.INFERRED)),
    ),
    "ours": ("us", (Citation("us", ()),)),
}
BAD = {
    "empty": "",
    "only-source": "bbc",
    "only-paragraph": "¶3",
    "zero": "bbc ¶0",
    "backwards": "bbc ¶5-3",
    "endless": "bbc ¶1-99999",
    "words": "bbc, the third",
    "basis-misspelt": "bbc, ¶3, repoted",
    "basis-only": "bbc, reported",
    "negative": "bbc ¶-3",
    "fraction": "bbc ¶3.5",
    "six-figures": "bbc ¶123456",
    "nothing-behind-semicolon": "bbc ¶3;",
    "sign-alone": "bbc ¶",
}


@pytest.mark.parametrize(("text", "expected"), GOOD.values(), ids=GOOD)
def test_reads(text: str, expected: tuple[Citation, ...]) -> None:
    """A citation is read as the grammar says, paragraphs in the order written."""
    assert parse(text) == expected


@pytest.mark.parametrize("text", BAD.values(), ids=BAD)
def test_refuses(text: str) -> None:
    """What does not follow the grammar is refused with words that say what must hold."""
    with pytest.raises(CitationError, match="must"):
        parse(text)


@pytest.mark.parametrize(
    ("paragraphs", "shown"),
    [((16,), "¶16"), ((3, 5, 6), "¶3, ¶5–6"), ((6, 5, 3), "¶3, ¶5–6"), ((1, 2, 3), "¶1–3"), ((), ""), ((2, 2), "¶2")],
)
def test_locator(paragraphs: tuple[int, ...], shown: str) -> None:
    """Paragraphs are shown in order, runs joined by a dash."""
    assert locator(paragraphs) == shown


@given(st.sets(st.integers(1, 300), min_size=1, max_size=12))
def test_locator_can_be_read_again(paragraphs: set[int]) -> None:
    """What is shown names the same paragraphs when it is read again."""
    assert parse("bbc, " + locator(tuple(paragraphs)))[0].paragraphs == tuple(sorted(paragraphs))


@given(st.text(max_size=60))
def test_never_another_error(text: str) -> None:
    """Any text is either read or refused."""
    try:
        parse(text)
    except CitationError:
        pass


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It is so [@bbc, ¶3].", ["bbc, ¶3"]),
        ("Two [@bbc, ¶3] and [@one, ¶4; @two, ¶5].", ["bbc, ¶3", "one, ¶4; @two, ¶5"]),
        ("Over a line [@bbc,\n¶3].", ["bbc,\n¶3"]),
        ("A [link](@bbc), an address a@b.example, [ @bbc ].", []),
    ],
)
def test_marks_in_prose(text: str, found: list[str]) -> None:
    """A citation mark in prose is `[@…]`, over line ends too."""
    assert MARK.findall(text) == found
