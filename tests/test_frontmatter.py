"""The head of a record: what is read, as text, and where it stands."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.reading.frontmatter import Node, marks, read, split
from briefing.reading.headfaults import HeadError

RECORD = """\
---
title: No
# a comment
list:
  - one
  - name: two
    note: |-
      over
      lines
flow: [a, "b c"]
---
Body, line 12.
"""


def plain(node: Node) -> object:
    """A node as plain data."""
    if node.entries is not None:
        return {key: plain(value) for key, _, value in node.entries}
    return [plain(item) for item in node.items] if node.items is not None else node.text


def test_reads_head_and_body() -> None:
    """Head and body are parted, and the body knows its line in the file."""
    head, body, line = split(RECORD)
    assert (body, line) == ("Body, line 12.\n", 12)
    assert plain(read(head)) == {
        "title": "No",
        "list": ["one", {"name": "two", "note": "over\nlines"}],
        "flow": ["a", "b c"],
    }


def test_knows_every_spot() -> None:
    """Every value has its line and column in the file, nested ones too."""
    assert marks(read(split(RECORD)[0])) == {
        "title": (2, 8), "list": (5, 3), "list.0": (5, 5), "list.1": (6, 5), "list.1.name": (6, 11), "list.1.note": (7, 11),
        "flow": (10, 7), "flow.0": (10, 8), "flow.1": (10, 11),
    }  # fmt: skip


@pytest.mark.parametrize(
    ("written", "read_as"),
    [
        ("no", "no"), ("1.10", "1.10"), ("2022-11-01", "2022-11-01"), ("null", "null"), ("~", "~"), ("0x1F", "0x1F"), ("1e3", "1e3"),
        ("12:30:45", "12:30:45"), ("'it''s'", "it's"), ('"a: b"', "a: b"), ("a#b", "a#b"), ("a # b", "a"), ("|-\n  a: b\n  c", "a: b\nc"),
        (".inf", ".inf"), ("yes", "yes"),
    ],
)  # fmt: skip
def test_scalars_stay_text(written: str, read_as: str) -> None:
    """YAML's own types do not apply: a value is what was typed."""
    assert plain(read(f"key: {written}\n")) == {"key": read_as}


@pytest.mark.parametrize(
    ("text", "line"),
    [("no head\n", 1), ("--- \ntitle: x\n---\n", 1), ("---\ntitle: x\n", 1), ("", 1), ("----\ntitle: x\n----\n", 1)],
)
def test_split_refuses(text: str, line: int) -> None:
    """A record without its two lines of three hyphens is refused."""
    with pytest.raises(HeadError) as caught:
        split(text)
    assert caught.value.mark.line == line
    assert "must" in caught.value.message


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("---\n---\nbody\n", ("", "body\n", 3)),
        ("---\na: b\n---", ("a: b", "", 3)),
        ("---\na: b\n---\n", ("a: b\n", "", 4)),
        ("---\n---", ("", "", 3)),
    ],
)
def test_split_edges(text: str, parts: tuple[str, str, int]) -> None:
    """Empty heads and bodies are no fault of the file's form."""
    head, body, line = split(text)
    assert (head.rstrip("\n"), body) == (parts[0].rstrip("\n"), parts[1])
    assert line == parts[2]


@pytest.mark.parametrize(
    ("head", "line"),
    [
        ("a: &x b\n", 2), ("a: b\nc: *x\n", 3), ("a: !!int 3\n", 2), ("- a\n", 2), ("a\n", 2), ("a: b\na: c: d\n", 3), ("a: b\n--- c\n", 3),
        ("? [x]\n: y\n", 2), ("a: [[[[[[[[b]]]]]]]]\n", 2), ("a:\n\t- b\n", 3), ("a: @b\n", 2), ("a: {b: c\n", 2), ("a: 'b\n", 2),
        ("a: b\nc d\ne: f\n", 3),
    ],
)  # fmt: skip
def test_read_refuses(head: str, line: int) -> None:
    """What a head must not hold is refused at its own line of the file."""
    with pytest.raises(HeadError) as caught:
        read(head)
    assert caught.value.mark.line == line, caught.value.message
    assert "must" in caught.value.message
    assert caught.value.remedy


def test_bombs_stay_small() -> None:
    """Neither thousands of values nor deep nesting is built."""
    for head in (
        "a: [" + "x, " * 6000 + "x]\n",
        "a: " + "[" * 5000 + "]" * 5000 + "\n",
        "a: " + "{b: " * 3000,
        "- " * 5000 + "x\n",
    ):
        with pytest.raises(HeadError, match="must"):
            read(head)


@given(st.text(max_size=200))
def test_never_another_error(text: str) -> None:
    """Any text is either read or refused."""
    try:
        head, _, _ = split("---\n" + text + "\n---\n")
        read(head)
    except HeadError as error:
        assert error.mark.line >= 1
