"""Quotations in scripts that are written otherwise than the Latin one."""

from __future__ import annotations

import pytest

from briefing.markup import quotation_marks
from briefing.quotations import letters, matching
from briefing.quotations.matching import SourceText

POINTED = "אָמַר הַשַּׂר: «לֹא נַעֲזֹב אֶת בֵּית־הַסֵּפֶר»"
VOCALISED = "قَالَ الوزيرُ: «لَنْ نُغَادِرَ أَرْضَنَا»"


@pytest.mark.parametrize(
    ("source", "quote"),
    [
        (POINTED, "לא נעזב את בית־הספר"),
        (POINTED, "לא נעזב את בית-הספר"),
        (POINTED, "לֹא נעזב"),
        (POINTED, "לֹא נַעֲזֹב אֶת בֵּית־הַסֵּפֶר"),
        (VOCALISED, "لن نغادر أرضنا"),
        (VOCALISED, "لن نُغَادِرَ"),
        ("لن نغـــادر أرضنا", "لن نغادر أرضنا"),
        ("ﻟﻦ ﻧﻐﺎدر", "لن نغادر"),
        ("قال: \u200f«لن نغادر»\u200e", "لن نغادر"),
        ("צה״ל לא יעזוב", 'צה"ל לא יעזוב'),
        ("ארה''ב לא תעזוב", "ארה״ב לא תעזוב"),
        ("ג'ורג׳ אמר", "ג׳ורג' אמר"),
        ('עיתון ב"הארץ" כתב', "הארץ"),
        ("他说：“我们不会离开家园。”", "我们不会离开"),
        ("彼は「水を止めない」と言った", "水を止めない"),
        ("เราจะไม่ไปไหนทั้งนั้น", "ไม่ไปไหน"),
        ("እኛ፡አንሄድም፡አለ።", "እኛ አንሄድም"),
        ("हम यहाँ से नहीं जाएँगे", "यहाँ से नहीं"),
        ("Нећемо отићи, рекао је", "нећемо отићи".replace("н", "Н", 1)),
    ],
)
def test_what_other_scripts_leave_open_is_no_fault(source: str, quote: str) -> None:
    """Vowel marks, shapes for print, signs typed for others, and words without blanks."""
    text = SourceText("a", (source,))
    match = text.find(quote, [1])
    assert match is not None
    assert sum(last - first + 1 for _, first, last in match.ranges) == matching.length(quote)


@pytest.mark.parametrize(
    ("source", "quote"),
    [
        (POINTED, "לָא נעזב"),
        (POINTED, "לא נעזב את בית"),
        (VOCALISED, "لُن نغادر"),
        (VOCALISED, "لن نغادرَ أرضكم"),
        ("لن نغادر", "لَن نغادر"),
        ("لن نغادر أرضنا", "لن نغادر ارضنا"),
        ("我们不会离开家园", "我们会离开"),
        ("צה״ל לא יעזוב", "צה"),
    ],
)
def test_other_words_are_not_found(source: str, quote: str) -> None:
    """A mark that is given must be right, letters are never altered, and a part of a word is none."""
    assert SourceText("a", (source,)).find(quote, [1]) is None


def test_words_are_counted_as_readers_do() -> None:
    """A vowel mark makes no words, and two Chinese letters are about one."""
    assert matching.words_in(VOCALISED) == matching.words_in(letters.without_optional(VOCALISED)) == 5
    assert matching.words_in("我们不会离开家园") == 4
    assert matching.words_in("हम यहाँ से नहीं जाएँगे") == 5


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ('הוא אמר "צה"ל לא יעזוב" אתמול', ['צה"ל לא יעזוב']),
        ('לפי "הארץ" ולפי ב"הארץ" היום', ["הארץ", "הארץ"]),
        ('צה"ל וארה"ב ודו"חות', []),
        ('"זה בארה"ב"', ['זה בארה"ב']),
    ],
)
def test_hebrew_abbreviations_are_no_quotations(text: str, quoted: list[str]) -> None:
    """A straight mark within a Hebrew word is a gershayim, behind the article or a preposition a quotation mark."""
    spans, unclosed = quotation_marks.find(text)
    assert [span.inner(text) for span in spans] == quoted
    assert unclosed == []
