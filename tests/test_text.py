"""Which characters a file may hold, and how names are compared."""

from __future__ import annotations

import pytest

from briefing.model import text


@pytest.mark.parametrize(
    "fine",
    ["plain", "tab\tand\nline", "soft\u00adhyphen", "no\u00a0break", "Mitrovicë Митровица ميتروفيتسا ミトロヴィツァ", "می\u200cخواهم",
     "क्\u200dष", "👩\u200d🚀", "e\u0301", "\U0001f1fd", "¶ – — … ‘’“”«»"],
)  # fmt: skip
def test_allows(fine: str) -> None:
    """Letters of all scripts, emoji and ordinary spaces pass."""
    assert list(text.forbidden(fine)) == []


@pytest.mark.parametrize(
    "character",
    ["\x00", "\x07", "\x0b", "\x0c", "\x1b", "\x7f", "\x85", "\u061c", "\u200b", "\u200e", "\u2028", "\u2029", "\u202e", "\u2060",
     "\u2066", "\ufeff", "\ufffb", "\ufdd0", "\uffff", "\ue000", "\U000e0041", "\U0001ffff", "\u200d"],
)  # fmt: skip
def test_refuses(character: str) -> None:
    """Controls and what hides or turns text is named with its spot."""
    assert [(offset, name.split(" ")[0]) for offset, name in text.forbidden(f"ab{character}cd")] == [
        (2, f"U+{ord(character):04X}")
    ]


def test_tells_of_twenty_at_most() -> None:
    """A file full of controls does not fill the screen."""
    assert len(list(text.forbidden("\x00" * 10_000))) == 20


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"a\r\nb\rc\n", "a\nb\nc\n"),
        (b"\xef\xbb\xbfa", "a"),
        (b"\xef\xbb\xbf\xef\xbb\xbfa", "\ufeffa"),
        ("ë".encode(), "ë"),
    ],
)
def test_decode(data: bytes, expected: str) -> None:
    """One byte order mark is dropped, line ends become LF."""
    assert text.decode(data) == expected


@pytest.mark.parametrize("data", [b"\xff", b"\xc0\xaf", b"\xed\xa0\x80", "a".encode("utf-16"), b"caf\xe9"])
def test_decode_refuses(data: bytes) -> None:
    """Only UTF-8 is read."""
    with pytest.raises(UnicodeDecodeError):
        text.decode(data)


@pytest.mark.parametrize(
    ("words", "mixed"),
    [
        ("Priština Приштина", []),
        ("Prіština", ["Prіština"]),
        ("Αlpha", ["Αlpha"]),
        ("3D-модел", []),
        ("NATO-ов", []),
        ("ミトロA", []),
    ],
)
def test_mixed_scripts(words: str, mixed: list[str]) -> None:
    """A word of several scripts whose letters look alike is found; words of one script beside another are not."""
    assert [word for _, word in text.mixed_script_words(words)] == mixed


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [("Eu.md", "eu.md", True), ("caf\u00e9", "cafe\u0301", True), ("straße", "STRASSE", True), ("eu", "eus", False)],
)
def test_same_name(one: str, other: str, same: bool) -> None:
    """Names that one disk or another takes for the same are the same."""
    assert (text.same_name(one) == text.same_name(other)) is same


def test_sort_key() -> None:
    """Alphabetical order minds neither accents nor case, and no locale changes it."""
    names = ["Zagreb", "école", "Eclair", "Ötzi", "otter", "eclair"]
    assert sorted(names, key=text.sort_key) == ["Eclair", "eclair", "école", "otter", "Ötzi", "Zagreb"]


@pytest.mark.parametrize(("offset", "spot"), [(0, (1, 1)), (1, (1, 2)), (2, (2, 1)), (4, (3, 1))])
def test_position(offset: int, spot: tuple[int, int]) -> None:
    """Lines and columns count from 1."""
    assert text.position("a\nb\nc", offset) == spot
