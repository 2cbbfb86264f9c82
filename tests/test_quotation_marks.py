"""Telling quotations from apostrophes, possessives, decades and inches."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.markup.quotation_marks import find
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
    "guillemets-before-stops": ("« On », dit-il ; « et ». « Puis » !", [" On ", " et ", " Puis "]),
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
    "inch-fraction": ('a pipe ⅝" thick', []),
    "nordic-single": ("Hon sade ’aldrig mer’ två gånger.", ["aldrig mer"]),
    "nordic-single-plural": ("He said ’never for the drivers’ twice.", ["never for the drivers"]),
    "nordic-single-at-end": ("It is ’never for the drivers’.", ["never for the drivers"]),
    "mixed-single": ("He said ‘never again' twice.", ["never again"]),
    "twice-opening-single": ("He said ‘never again‘ twice.", ["never again"]),
    "behind-a-figure": ('In 2022"never again" he said', ["never again"]),
    "single-after-elision": ("'Til noon he said 'never again' twice.", ["never again"]),
    "elided": ("'Tis the islands' own, and 'twas so 'til May.", []),
    "single-in-korean": ("장관은 ‘결코 다시’라고 말했다.", ["결코 다시"]),
    "single-in-japanese": ("大臣は‘二度と’と述べ、'二度'と言い、＇二＇と言った。", ["二度と", "二度", "二"]),
    "figure-in-chinese": ("部长说“十二”两次", ["十二"]),
    "city-in-italian": ("dell'Unita' e la citta', un po' d'acqua e l'estate del '98", []),
    "and": ("Rock 'n' roll, rock ’n’ roll", []),
    "and-inside": ("‘rock ’n’ roll’", ["rock ’n’ roll"]),
    "dutch": ("Prof. van 't Hoff and Ms ’s-Gravesande", []),
    "ayn": ("‘Ali and ‘Umar, and ʻIolani on Oʻahu", []),
    "possessive-x": ("Marx’ books and Xerxes’ maps", []),
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
        ("He said ‘we lied", [8]), ("He said 'we lied", [8]), ("He said ‘We lied", [8]), ("Er sagte ‚wir", [9]), ("We lied‚ he", [7]),
        ("We lied” he said", [7]), ("We lied» he said", [7]), ('We lied" he said', [7]), ("‘Ali went", []), ("the ‘90s", []),
        ("“rock ’n’ roll", [0]),
    ],
)  # fmt: skip
def test_open_ended(text: str, offsets: list[int]) -> None:
    """A mark without its partner is told, an apostrophe, an inch mark or the sign before a name is not."""
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
    "apostrophes": "ʼwe will never payʼ",
    "doubled-single": "’’we will never pay’’",
    "tripled": "'''we will never pay'''",
    "doubled-acute": "´´we will never pay´´",
    "pointing-inward": ">>we will never pay<<",
    "ornament": "❠we will never pay❞",
    "vertical": "︽we will never pay︾",
    "modifier-grave": "ˋwe will never payˊ",
    "armenian": "՛we will never pay՛",
    "marks-in-code": "`“`we will never pay`”`",
    "two-words-in-code": "`“never pay”`",
    "open-in-code": "`“we will never pay`",
    "over-two-cells": "‘we will never",
    "comma": ",we will never pay‘",
}


@pytest.mark.parametrize(
    ("words", "is_told"),
    [
        ("Okuvai said “dry year”", True), ("“Dry year,” Okuvai said", True), ("“Dry year”, the chair told reporters", True),
        ("In a “dry year”, Okuvai said, it fell", False), ("Okuvai said that a “dry year” came", False),
        ("The page says “dry year” [@us]. It rained", False),
    ],
)  # fmt: skip
def test_a_term_is_nobodys_words(dossier: Dossier, words: str, is_told: bool) -> None:
    """What somebody is said to have said is a quotation, whatever the list of terms says."""
    path = "content/briefs/life-on-telissa.md"
    dossier.edit(
        path, "The keeper of the tank has", f"{words} [@harbour-post, ¶7, reported]. The keeper of the tank has"
    )
    assert len(dossier.problems()) == is_told


@pytest.mark.parametrize("words", ALIKE.values(), ids=ALIKE)
def test_nothing_hides_behind_marks_that_look_alike(dossier: Dossier, words: str) -> None:
    """Words that a reader takes for a quotation are checked as one, or the mark is refused."""
    path = "content/briefs/life-on-telissa.md"
    said = f"Okuvai said {words} once [@harbour-post, ¶7, reported]. The keeper of the tank has"
    dossier.edit(path, "The keeper of the tank has", said)
    assert {problem.path for problem in dossier.problems()} == {path}
