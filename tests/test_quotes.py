"""Normalising words and finding a quotation: never what is not there, always what is."""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.quotations import diagnosis, matching
from briefing.quotations.matching import Fault, Match, SourceText

HARBOUR = SourceText(
    "harbour",
    (
        "The mayor said the pier would close. Nobody was asked.",
        "“We can’t wait,” said Ms Ondo. “The water - all of it - is gone,” she added.",
        "“Postponing makes the problem larger – and that helps only the next mayor,” the minister said.",
        "Рибари кажу: „Нико нас није питао“, а град ћути.",
        "The pipe is 12\" wide; the sign said 'no entry' ... twice.",
        "A violence of words. The violence went on.",
    ),
)
OTHER = SourceText("gazette", ("The council voted against the plan by nine to four.",))


def outcome(quote: str, *cited: int) -> Match | Fault:
    return diagnosis.diagnose(quote, cited, HARBOUR, [OTHER])


@pytest.mark.parametrize(
    ("quote", "cited"),
    [
        ("The mayor said the pier would close", 1),
        ("Nobody was asked.", 1),
        ("We can't wait", 2),
        ("We can’t wait,", 2),
        ("The water—all of it—is gone", 2),
        ("The water – all of it – is gone", 2),
        ("makes the problem larger - and that helps", 3),
        ("Нико нас није питао", 4),
        ("Рибари кажу: «Нико нас није питао», а град ћути", 4),
        ('The pipe is 12" wide', 5),
        ("the sign said “no entry” … twice", 5),
        ("the sign said\n  ‘no entry’", 5),
        ("prob\u00adlem larger", 3),
        (unicodedata.normalize("NFD", "Нико нас није питао"), 4),
        ("[N]obody was asked", 1),
        ("The mayor said […] Nobody was asked", 1),
        ("The mayor [...] would close", 1),
        ("The [city's] mayor said", 1),
    ],
    ids=lambda value: str(value)[:30],
)
def test_legitimate_quotations_are_found(quote: str, cited: int) -> None:
    """Marks, dashes, soft hyphens, Unicode forms, line breaks and visible gaps are no misquotation."""
    if quote == "The [city's] mayor said":
        quote = "The mayor [of the city] said"
    found = outcome(quote, cited)
    assert isinstance(found, Match), found
    assert found.paragraphs == (cited,)


@pytest.mark.parametrize(
    ("quote", "cited", "code", "told"),
    [
        ("The mayor said the pier might close", (1,), "quote-altered", "“would” became “might”"),
        ("The mayor never said the pier would close", (1,), "quote-altered", "“never” is put in"),
        ("nobody was asked", (1,), "quote-altered", "“Nobody” became “nobody”"),
        ("Nobody was asked", (2,), "quote-paragraph", "it stands in ¶1"),
        ("The council voted against the plan", (1,), "quote-source", "`gazette`, ¶1"),
        ("We can't wait. The water - all of it", (2,), "quote-glued", "¶2"),
        ("Nobody was asked. Postponing makes the problem larger", (1, 3), "quote-glued", "gap mark"),
        ("Nobody was asked […] The mayor said", (1,), "quote-gap-order", "follow each other"),
        ("The mayor said […] makes the problem larger", (1,), "quote-paragraph", "¶1, ¶3"),
        ("the use of elephants in harbours", (1,), "quote-missing", "nowhere"),
        ("violence", (6,), "quote-ambiguous", "2 times"),
        ("Nоbody was asked", (1,), "quote-look-alike", "look alike"),
        ("", (1,), "quote-empty", "words"),
        ("obody was aske", (1,), "quote-altered", "obody"),
        ("The mayor […] asked", (1,), "quote-gap-sense", "Nobody"),
        ("Postponing [] the problem larger", (3,), "quote-gap-sense", "must be shown"),
        ("Postponing [it] the next mayor", (3,), "quote-gap-sense", "must be shown"),
        ("Postponing [isn't] makes the problem larger", (3,), "quote-insertion", "isn't"),
        ("The [un]mayor said the pier would close", (1,), "quote-insertion", "un"),
        ("The mayor [as all know] said [since a year] the pier", (1,), "quote-insertion", "since a year"),
        ("Nobody was asked (?)", (1,), "quote-altered", "“?”"),
        ("Nobody! […] was asked", (1,), "quote-altered", "“!”"),
        ("Нико нас није звао", (4,), "quote-altered", "питао"),
    ],
    ids=lambda value: str(value)[:30],
)
def test_faults_are_told_apart(quote: str, cited: tuple[int, ...], code: str, told: str) -> None:
    """Each kind of misquotation has its code and says what to look at."""
    fault = outcome(quote, *cited)
    assert isinstance(fault, Fault), fault
    assert fault.code == code
    assert told in fault.message
    assert fault.message.endswith((".", ")."))
    assert fault.remedy.endswith(".")


WORDS = st.text(alphabet="abcdežćšß漢字אبд'’-", min_size=1, max_size=7).filter(
    lambda word: re.search(r"\w", word) is not None
)
PARAGRAPH = st.lists(WORDS, min_size=1, max_size=30)


@given(PARAGRAPH, st.data())
@settings(max_examples=300, deadline=None)
def test_every_run_of_words_is_found(words: list[str], data: st.DataObject) -> None:
    """Whatever is copied from a paragraph between spaces is found in it."""
    start = data.draw(st.integers(0, len(words) - 1))
    end = data.draw(st.integers(start + 1, len(words)))
    run = " ".join(words[start:end])
    text = SourceText("s", (" ".join(words),))
    if matching.split(run):
        assert text.find(run, [1]) is not None


@given(PARAGRAPH, st.lists(WORDS, min_size=1, max_size=6))
@settings(max_examples=300, deadline=None)
def test_nothing_is_found_that_is_not_there(words: list[str], quote: list[str]) -> None:
    """A quotation is found only if its normalised words follow each other in the paragraph, letter by letter."""
    text = SourceText("s", (" ".join(words),))
    run = " ".join(quote)
    if matching.split(run) and text.find(run, [1]):

        def letters(value: str) -> str:
            return re.sub(r"[\W_]", "", unicodedata.normalize("NFC", value))

        assert letters(run) in letters(" ".join(words))


@given(st.text(max_size=200))
@settings(max_examples=500, deadline=None)
def test_normalising_keeps_letters_and_digits(text: str) -> None:
    """Normalising drops no letter and no digit, changes none, keeps their order, and is done after one time.

    Three quotation marks and apostrophes are letters by Unicode's book (ʻ ʼ ˮ), and so is what stretches Arabic (ـ);
    they do not count. Shapes of letters for print count as the letters.
    """

    def kept(value: str) -> str:
        value = "".join(unicodedata.normalize("NFKC", c) if "\ufb1d" <= c <= "\ufefc" else c for c in value)
        return "".join(c for c in unicodedata.normalize("NFC", value) if c.isalnum() and c not in "ʻʼˮـ")

    once = matching.normalise(text)
    assert kept(once) == kept(text.translate(dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"))))
    assert matching.normalise(once) == once


@pytest.mark.parametrize("quote", ["\x02\\\\\\\\\x02\\\\\\T]", "[\x02]a", "\x00\x02"])
def test_what_fuzzing_found(quote: str) -> None:
    """Texts on which the search once broke get an answer."""
    assert isinstance(outcome(quote, 1), Match | Fault)


@given(st.text(max_size=120), st.lists(st.integers(-1, 9), max_size=3))
@settings(max_examples=300, deadline=None)
def test_no_quotation_breaks_the_search(quote: str, cited: list[int]) -> None:
    """Any text at all gets an answer."""
    assert isinstance(outcome(quote, *cited), Match | Fault)


def test_the_lock_knows_questions_and_exclamations() -> None:
    """Where only the lock is at hand, a mark that turns the sense counts as it does with the text."""
    assert matching.fingerprint("Nobody was asked?") != matching.fingerprint("Nobody was asked")
    assert matching.fingerprint("Nobody was asked!”") != matching.fingerprint("Nobody was asked")
    assert matching.fingerprint("“Nobody was asked.”") == matching.fingerprint("Nobody was asked")
