"""Figures in our own words: read in many forms, and held to what their sentence cites, by the text or by the lock."""

from __future__ import annotations

import hashlib
import re

import pytest

from briefing.dossier.inspection import inspect
from briefing.quotations import figures, lockfile, verification
from tests.support import Dossier

BRIEF = "content/briefs/in-a-minute.md"
OLD = "are to look at the pipe [@harbour-post, ¶11]"

READ = {
    "amounts": ("fines of €150 (£129.50), 150 euros, US$5 million", ["150EUR", "259/2GBP", "150EUR", "5000000USD"]),
    "lengths": ("21 days, a 10-month delay, 25-year-old, 24 hours", ["30240min", "10month", "300month", "1440min"]),
    "english": ("1,500 people and 1,234,567.5 km", ["1234567500000mm", "1500"]),
    "german": ("1.500 Euro, 2,5 Prozent", ["1500EUR", "5/2%"]),
    "french": ("12 000 personnes, 40 pour cent", ["12000", "40%"]),
    "words": ("a hundred and fifty-two cars, eleven men", ["152", "11"]),
    "small-words": ("two of the three, ten months, a week, the twenty-first, hundreds", []),
    "halves": ("half a million euros, one and a half million, 3 and a half hours", ["500000EUR", "1500000", "210min"]),
    "alone": ("a million, EUR150; the hundred, millions, thousand", ["1000000", "150EUR"]),
    "days": ("21 November 2022, Nov 1st, 2022-11-02, 3.11.2022", ["-11-01", "2022-11-02", "2022-11-03", "2022-11-21"]),
    "days-in-other-languages": ("le 1er novembre, am 21. März 2022", ["-11-01", "2022-03-21"]),
    "range": ("28 and 29 October; May 2023", ["-10-28", "-10-29", "2023-05"]),
    "none": ("¶16, page 12, G20, Covid-19, at 9:30, the '90s, the 180th, 2/3, https://x.example/12", []),
}


@pytest.mark.parametrize(("text", "keys"), READ.values(), ids=READ)
def test_figures_are_read(text: str, keys: list[str]) -> None:
    """Whatever the form, the same figure is read; what only looks like one is not."""
    assert sorted(figure.key for figure in figures.read(text) if not figure.minor) == sorted(keys)


def locked(dossier: Dossier) -> None:
    """Write the locks, then take the texts away."""
    verification.write_locks(dossier.root, inspect(dossier.root).verified)
    for path in (dossier.root / "seeds").glob("*.txt"):
        path.unlink()


def told(dossier: Dossier, old: str, new: str) -> list[str]:
    dossier.edit(BRIEF, old, new)
    return [problem.message for problem in dossier.problems() if problem.code == "figure"]


def test_the_lock_vouches_for_figures(dossier: Dossier) -> None:
    """Without the text a figure that the lock holds passes, in any form, and another one is told."""
    dossier.edit(BRIEF, OLD, "are to look at eleven kilometres of pipe [@harbour-post, ¶2]")
    locked(dossier)
    assert dossier.spots() == []
    assert told(dossier, "eleven kilometres", "11 km") == []
    (message,) = told(dossier, "11 km", "12 km")
    assert "the lock of `harbour-post` does not vouch for “12 km”" in message


def test_the_lock_knows_where_a_figure_stands(dossier: Dossier) -> None:
    """A figure that is cited to another paragraph than the lock has is told with the right one."""
    dossier.edit(BRIEF, OLD, "are to look at eleven kilometres of pipe [@harbour-post, ¶2]")
    locked(dossier)
    (message,) = told(dossier, "pipe [@harbour-post, ¶2]", "pipe [@harbour-post, ¶11]")
    assert "“eleven kilometres” stands in ¶2 of `harbour-post`" in message


def test_a_lock_that_was_written_without_figures_accuses_nobody(dossier: Dossier) -> None:
    """A lock of before says nothing of figures, so nothing can be told without the text."""
    locked(dossier)
    path = dossier.path("seeds/harbour-post.lock")
    lines = path.read_text("utf-8").splitlines()
    path.write_text("\n".join(line for line in lines if not line.startswith("figure")) + "\n", "utf-8")
    assert told(dossier, OLD, "are to look at 12 km of pipe [@harbour-post, ¶11]") == []


def test_two_locks_merge(dossier: Dossier) -> None:
    """Lines for one figure from two people's locks add up, whatever their order."""
    lock = inspect(dossier.root).verified.locks["harbour-post"]
    lock.figures = {"11": {2}}
    text = lockfile.as_text(lock) + "figure 11 7,9\n"
    dossier.write("seeds/harbour-post.lock", text)
    read = lockfile.read(dossier.root, "seeds/harbour-post.lock")
    assert isinstance(read, lockfile.Lock)
    assert read.figures == {"11": {2, 7, 9}}


def test_a_new_date_is_noticed(dossier: Dossier) -> None:
    """A figure that an event's date gives is told when the event gets another one, though the brief is as it was."""
    cites = "cite: harbour-post ¶10"
    assert told(dossier, OLD, "met again on 4 December [@harbour-post, ¶10]")
    path = "content/events/talks-held.md"
    assert cites in dossier.read(path)
    dossier.edit(path, "date: 2024-12-10", "date: 2024-12-04")
    assert [p.path for p in dossier.problems() if p.code == "figure" and p.path == BRIEF] == []


def spots_of_figures(dossier: Dossier) -> list[tuple[str, int, int]]:
    return [(p.path, p.line, p.column) for p in dossier.problems() if p.code == "figure"]


@pytest.mark.parametrize(
    "sentence",
    ["Pipes *and*\n**{}** leaks fell, says [the post](papers.md)", "Pipes and {} fell, with 2 more,\nit says"],
)
def test_a_figure_is_told_at_its_own_spot(dossier: Dossier, sentence: str) -> None:
    """In prose of several lines, behind emphasis; not at one like it in another sentence."""
    text = dossier.read(BRIEF).rstrip("\n")
    added = f"{text}\n\nIn 2024 pipes [@harbour-post, ¶1, reporter]. {sentence.format('§')} [@harbour-post, ¶11, reporter].\n"
    at = added.index("§")
    dossier.write(BRIEF, added.replace("§", "987"))
    line, column = added.count("\n", 0, at) + 1, at - added.rfind("\n", 0, at)
    assert (BRIEF, line, column) in spots_of_figures(dossier)


def test_a_figure_of_a_head_is_told_at_its_own_spot(dossier: Dossier) -> None:
    """Within a value that goes over several lines, too."""
    path = "content/actors/fishers-league.md"
    dossier.edit(path, "summary: ", "summary: >-\n  Has\n  120 members.\n  ")
    line = dossier.read(path).split("\n").index("  120 members.") + 1
    assert spots_of_figures(dossier) == [(path, line, 3)]


#: Numbers in words by language: what is read in each text, as the lock calls it.
IN_WORDS = {
    "de": ("einundzwanzig Tage, zweihundertfünfzig Euro, eine Woche, ein Mann, zwölf, ein Dutzend, 3 Millionen Euro",
           ["30240min", "250EUR", "12", "12", "3000000EUR"]),
    "de-and": ("tausendneunhundertvierundachtzig; zwanzig und dreißig; der einundzwanzigste", ["1984", "20", "30"]),
    "fr": ("vingt et un jours, quatre-vingt-dix-sept, soixante-quinze euros, quarante pour cent, mille neuf cent deux",
           ["30240min", "97", "75EUR", "40%", "1902"]),
    "fr-none": ("un homme, le vingt et unième, neuf et dix, une semaine", []),
    "es": ("veintiún días, ciento cincuenta euros, treinta y uno, dos mil millones, el cuarenta por ciento",
           ["30240min", "150EUR", "31", "2000000000", "40%"]),
    "it": ("ventuno giorni, centocinquanta euro, millenovecentottantaquattro, trentotto, il quaranta per cento",
           ["30240min", "150EUR", "1984", "38", "40%"]),
    "pt": ("vinte e um dias, cento e cinquenta euros, mil novecentos e oitenta e quatro, quarenta por cento",
           ["30240min", "150EUR", "1984", "40%"]),
    "sr": ("dvadeset jedan dan, sto pedeset evra, dve hiljade, dvadeset i pet; dvadeset prvi; 21. novembra 2022",
           ["30240min", "150EUR", "2000", "25", "2022-11-21"]),
    "sr-Cyrl": ("двадесет један дан, сто педесет евра, 21. новембра", ["30240min", "150EUR", "-11-21"]),
    "hr": ("stotinu pedeset eura, 21. studenoga 2022.", ["150EUR", "2022-11-21"]),
    "sv": ("tjugoen dagar, 21 dagar", ["21"]),
}  # fmt: skip


@pytest.mark.parametrize("language", IN_WORDS)
def test_number_words_of_other_languages(language: str) -> None:
    """In the language's own way of joining them, in both alphabets; ordinals, articles and small numbers are none."""
    text, keys = IN_WORDS[language]
    tag = language if language in ("sr-Cyrl",) else language.partition("-")[0]
    assert sorted(one.key for one in figures.read(text, tag) if not one.minor) == sorted(keys)


def in_german(dossier: Dossier) -> None:
    """The dossier in German, and its newspaper, too, with numbers in words and in figures."""
    path = dossier.root / "seeds/harbour-post.txt"
    text = path.read_text("utf-8").replace(
        "for eleven kilometres", "einundzwanzig Tage lang, zweitausend Meter weit, 150 Euro teuer,"
    )
    path.write_text(text, "utf-8")
    dossier.edit("content/dossier.md", "language: en", "language: de")
    record = dossier.read("seeds/harbour-post.md").replace("language: en", "language: de")
    sha = hashlib.sha256(path.read_bytes()).hexdigest()
    dossier.write("seeds/harbour-post.md", re.sub("sha256: .*", f"sha256: {sha}", record))


WRONG = ("zwanzig Tage", "22 Tage", "vier Wochen und zwölf Tage", "zweitausendeins Meter", "hundertfünfzig Dollar")
RIGHT = ("drei Wochen", "21 Tage", "2.000 Meter", "hundertfünfzig Euro", "zwei Tausend Meter", "sieben Tage")


@pytest.mark.parametrize(("words", "is_right"), [(w, False) for w in WRONG] + [(r, True) for r in RIGHT])
def test_figures_of_a_dossier_in_another_language(dossier: Dossier, words: str, is_right: bool) -> None:
    """Words and digits of prose and source are held to each other, whichever has which."""
    in_german(dossier)
    text = dossier.read(BRIEF).rstrip("\n")
    dossier.write(BRIEF, f"{text}\n\nDas waren {words} [@harbour-post, ¶2, reporter].\n")
    line = text.count("\n") + 3
    told = [problem.line for problem in dossier.problems() if problem.code == "figure" and problem.path == BRIEF]
    assert (line in told) is not is_right
