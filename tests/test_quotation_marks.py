"""Telling quotations from apostrophes, possessives, decades and inches."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.quotation_marks import find
from tests.support import Dossier

QUOTED = {
    "straight": ('He said "never again" twice.', ["never again"]),
    "curly": ("He said “never again” twice.", ["never again"]),
    "single-straight": ("He said 'never again' twice.", ["never again"]),
    "single-curly": ("He said ‘never again’ twice.", ["never again"]),
    "single-word": ("The 'breakaway' region", ["breakaway"]),
    "low-high": ("Ai tha „kurrë më“ dy herë.", ["kurrë më"]),
    "low-high-serbian": ("Рекао је „никад више” двапут.", ["никад више"]),
    "low-straight": ('Er sagte „nie wieder" zweimal.', ["nie wieder"]),
    "low-single": ("Er sagte ‚nie wieder‘ zweimal.", ["nie wieder"]),
    "guillemets": ("Il a dit « plus jamais » deux fois.", [" plus jamais "]),
    "guillemets-tight": ("Il a dit «plus jamais» deux fois.", ["plus jamais"]),
    "guillemets-inward": ("Er sagte »nie wieder« zweimal.", ["nie wieder"]),
    "nordic": ("Hon sade ”aldrig mer” två gånger.", ["aldrig mer"]),
    "single-guillemets": ("Il a dit ‹jamais›.", ["jamais"]),
    "corner": ("彼は「二度と」と言った。", ["二度と"]),
    "fullwidth": ("彼は＂二度と＂と言った。", ["二度と"]),
    "two": ('"One" and "two".', ["One", "two"]),
    "two-touching": ('"One", "two".', ["One", "two"]),
    "whole": ('"All of it."', ["All of it."]),
    "in-brackets": ('("Never")', ["Never"]),
    "after-dash": ('It is—"never"—so.', ["never"]),
    "over-lines": ('"One\ntwo"', ["One\ntwo"]),
    "nested-double-single": ("\"He said 'never' twice\"", ["He said 'never' twice"]),
    "nested-curly": ("“He said ‘never’ twice”", ["He said ‘never’ twice"]),
    "nested-same-kind": ("“He said “never” twice”", ["He said “never” twice"]),
    "nested-german": ("„Er sagte ‚nie‘ zweimal“", ["Er sagte ‚nie‘ zweimal"]),
    "nested-french": ("« Il a dit “jamais” deux fois »", [" Il a dit “jamais” deux fois "]),
    "apostrophe-inside": ("'don't do it'", ["don't do it"]),
    "apostrophe-inside-curly": ("‘don’t do it’", ["don’t do it"]),
    "possessive-inside": ("‘the drivers’ plates are gone’", ["the drivers’ plates are gone"]),
    "possessive-at-end": ("‘the plates of the drivers’", ["the plates of the drivers"]),
    "apostrophe-after": ('"never", and don\'t', ["never"]),
    "apostrophe": ("Kosovo's plates, l'eau, don't", []),
    "apostrophe-curly": ("Kosovo’s plates and l’eau, don’t", []),
    "plural-possessive": ("the drivers' plates and the islands' copies", []),
    "plural-possessive-curly": ("the drivers’ plates and the islands’ copies", []),
    "decade": ("in the '90s and the '80s", []),
    "decade-curly": ("in the ’90s and the ’80s", []),
    "inch": ('a 19" rack', []),
    "feet-and-inches": ("6' tall and 5'11\" high", []),
    "inch-in-quotation": ('"a 19" rack is wide"', ['a 19" rack is wide']),
    "seconds": ("43°13'07\" N, 20°41'30\" E", []),
    "none": ("Nothing here.", []),
    "empty": ("", []),
}


@pytest.mark.parametrize(("text", "expected"), QUOTED.values(), ids=QUOTED)
def test_finds(text: str, expected: list[str]) -> None:
    """The outermost quotations are found, and nothing else."""
    spans, _ = find(text)
    assert [span.inner(text) for span in spans] == expected


@pytest.mark.parametrize(
    ("text", "offsets"),
    [
        ('"Never', [0]), ("“Never", [0]), ("„Never", [0]), ("«Never", [0]), ('One "two" and "three', [14]), ("“One “two” three", [0]),
        ("All is “well” here", []), ("the drivers' plates", []), ('a 19" rack', []),
    ],
)  # fmt: skip
def test_open_ended(text: str, offsets: list[int]) -> None:
    """A double mark that nothing closes is told, an apostrophe or inch mark is not."""
    assert find(text)[1] == offsets


@given(st.text(alphabet="ab s,.1 \n\"'“”„‘’‚«»‹›", max_size=60))
def test_spans_are_in_order(text: str) -> None:
    """Spans never overlap, lie inside the text and hold their marks."""
    spans, unclosed = find(text)
    end = 0
    for span in spans:
        assert end <= span.start < span.end - 0 <= len(text)
        assert span.end - span.start >= 2
        end = span.end
    assert all(0 <= offset < len(text) for offset in unclosed)


ALIKE = {
    "prime": "″we will never pay″",
    "latex": "``we will never pay''",
    "acute": "´we will never pay´",
    "heavy-single": "❛we will never pay❜",
    "modifier": "ʻwe will never payʼ",
    "modifier-double": "ˮwe will never payˮ",
    "angle": "《we will never pay》",
    "fullwidth-single": "＇we will never pay＇",
    "gershayim": "״we will never pay״",
}


@pytest.mark.parametrize("words", ALIKE.values(), ids=ALIKE)
def test_nothing_hides_behind_marks_that_look_alike(dossier: Dossier, words: str) -> None:
    """Words that a reader takes for a quotation are checked as one, or the mark is refused."""
    path = "content/briefs/life-on-telissa.md"
    said = f"Okuvai said {words} once [@harbour-post, ¶7, reported]. The keeper of the tank has"
    dossier.edit(path, "The keeper of the tank has", said)
    assert [problem.path for problem in dossier.problems()] == [path]
