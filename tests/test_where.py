"""`invoke where`: every spot that holds an id, a name, a paragraph, a figure, a date or words, in whatever form."""

from __future__ import annotations

import json

import pytest

from briefing.cli import commands
from briefing.dossier import parse
from briefing.dossier.where import Place, find
from tests.support import Dossier

BRIEF = "content/briefs/in-a-minute.md"


def held(dossier: Dossier, query: str) -> list[Place]:
    """What the demo holds."""
    return list(find(dossier.root, parse.load(dossier.root), query))


def lines(dossier: Dossier, query: str, path: str = BRIEF) -> list[int]:
    """The lines of one record that hold it."""
    return [place.line for place in held(dossier, query) if place.path == path]


def say(dossier: Dossier, *sentences: str) -> list[int]:
    """Add paragraphs to the brief; returns their lines."""
    text = dossier.read(BRIEF).rstrip("\n") + "\n"
    first = text.count("\n") + 2
    dossier.write(BRIEF, text + "".join(f"\n{sentence} [@harbour-post, ¶3].\n" for sentence in sentences))
    return [first + 2 * number for number in range(len(sentences))]


DATES = ("17 March 2041", "17 March", "2041-03-17", "March 17th, 2041", "17.03.2041", "17/3/2041", "Sunday, 17 March")


@pytest.mark.parametrize("query", DATES)
def test_a_date_in_any_spelling(dossier: Dossier, query: str) -> None:
    """However it is typed, and however it stands: in figures, in words, with and without the year, in a head."""
    wanted = say(
        dossier,
        "It was on 17 March 2041",
        "On March 17 it ended",
        "They met on **17** March",
        "From 16 to 17 March they met",
    )
    other = say(dossier, "On 18 March 2041", "On 17 May 2041", "In 17 towns")
    dossier.edit("content/events/pipe-laid.md", "date: ", "date: 2041-03-17  # ")
    assert [line for line in lines(dossier, query) if line in {*wanted, *other}] == wanted
    assert len(lines(dossier, query, "content/events/pipe-laid.md")) == 1


@pytest.mark.parametrize("query", ["three weeks", "21 days", "3 weeks", "twenty-one days"])
def test_a_figure_in_any_form(dossier: Dossier, query: str) -> None:
    """Digits, words and other units of the same."""
    wanted = say(dossier, "For three weeks", "After 21 days", "A 3-week delay", "In twenty-one days' time")
    other = say(dossier, "Three towns", "Three months", "21 people", "Four weeks")
    assert [line for line in lines(dossier, query) if line in {*wanted, *other}] == wanted


@pytest.mark.parametrize("query", ["€150", "150 euros", "EUR 150", "EUR150"])
def test_an_amount_in_any_form(dossier: Dossier, query: str) -> None:
    """Before or behind the number, as a sign or in words, and as one end of a range."""
    wanted = say(dossier, "A fine of €150", "Of 150 euros", "Of a hundred and fifty euros", "From 150 to 200 euros")
    other = say(dossier, "Of £150", "Of €1,500", "150 people")
    assert [line for line in lines(dossier, query) if line in {*wanted, *other}] == wanted


def test_an_interval_of_a_head(dossier: Dossier) -> None:
    """`days: 21` says days by its key."""
    path = next(p for p in (dossier.root / "content/events").glob("*.md") if "    days:" in p.read_text("utf-8"))
    name = path.relative_to(dossier.root).as_posix()
    days = dossier.read(name).partition("    days: ")[2].split()[0]
    assert any(place.path == name and place.key.endswith("days") for place in held(dossier, f"{days} days"))


@pytest.mark.parametrize(
    "query", ["harbour-post ¶11", "[@harbour-post, ¶11]", "¶11", "@harbour-post, ¶11", "paragraph 11 of harbour-post"]
)
def test_a_paragraph(dossier: Dossier, query: str) -> None:
    """By its source or of any; within a run, too, in heads, prose and voices."""
    (line,) = say(dossier, "This rests on a run [@harbour-post, ¶10-12, reporter]. This does not")
    assert line in lines(dossier, query)
    assert len([number for number in lines(dossier, query) if number == line]) == 1
    assert [place for place in held(dossier, query.replace("11", "10")) if place.key == "cite"]


def test_a_head_is_shown_by_what_it_says(dossier: Dossier) -> None:
    """A citation of a head alone would tell nothing."""
    texts = [place.words for place in held(dossier, "harbour-post ¶11") if place.key.endswith("cite")]
    assert all(len(words.partition(" [")[0].split()) > 2 for words in texts)


def test_a_name_in_any_form(dossier: Dossier) -> None:
    """In another language, possessive, without accents, by the surname; and where its record is named by the id."""
    actor = next(a for a in parse.load(dossier.root).corpus.actors.values() if a.speakers)  # type: ignore[union-attr]
    speaker = actor.speakers[0].name
    surname = speaker.split()[-1]
    wanted = say(dossier, f"{speaker} spoke", f"{surname}’s office", f"**{surname}** left")
    assert [line for line in lines(dossier, speaker) if line in wanted] == wanted
    assert [line for line in lines(dossier, actor.name) if line in wanted] == []
    assert any(place.path == actor.path and place.line == 1 for place in held(dossier, actor.name))


def test_an_id_stands_in_heads_citations_and_links(dossier: Dossier) -> None:
    """An id is no word of the prose."""
    corpus = parse.load(dossier.root).corpus
    assert corpus
    event = next(iter(corpus.events))
    (line, plain) = say(dossier, f"See [it](../events/{event}.md)", f"Some {event.replace('-', ' + ')} here")
    assert line in lines(dossier, event)
    assert plain not in lines(dossier, event)
    assert lines(dossier, f"events/{event}", f"content/events/{event}.md")[0] == 1
    assert lines(dossier, f"content/events/{event}.md", f"content/events/{event}.md")[0] == 1
    position = next(iter(corpus.positions))
    assert lines(dossier, position, f"content/positions/{position}.md")[0] == 1


def test_words(dossier: Dossier) -> None:
    """All else is looked for as words, whatever their case, accents and marks."""
    (line,) = say(dossier, "The *“Naïve* plan”, as some said")
    assert line in lines(dossier, "naive plan")
    assert line not in lines(dossier, "plan naive")


def test_what_readers_never_see_is_passed_over(dossier: Dossier) -> None:
    """A comment is no statement."""
    say(dossier, "Plain <!-- not the quagga --> words")
    assert lines(dossier, "quagga") == []


def test_a_head_with_a_fault_is_searched_all_the_same(dossier: Dossier) -> None:
    """What can be read of it is."""
    dossier.edit(BRIEF, "title:", "title: [\nsummary:")
    assert say(dossier, "A quagga grazes")[0] in lines(dossier, "quagga")


def test_the_task(dossier: Dossier, capsys: pytest.CaptureFixture[str]) -> None:
    """Lines as of `check`, by record; JSON; a plain word for nothing."""
    (line,) = say(dossier, "A quagga grazes")
    commands.where("Quagga", str(dossier.root), "text")
    out = capsys.readouterr().out
    assert f"{BRIEF}:{line}:3: A quagga grazes" in out
    assert out.endswith("1 place in 1 record holds “Quagga”.\n")
    commands.where("Quagga", str(dossier.root), "json")
    (found,) = json.loads(capsys.readouterr().out)
    assert (found["path"], found["line"], found["column"]) == (BRIEF, line, 3)
    commands.where("zebra", str(dossier.root), "text")
    assert capsys.readouterr().out == "Nothing holds “zebra”.\n"
    for what, form in (("zebra", "yaml"), (" ", "text")):
        with pytest.raises(SystemExit) as end:
            commands.where(what, str(dossier.root), form)
        assert end.value.code == 2


@pytest.mark.parametrize("query", ["three weeks", "drei Wochen", "21 Tage", "einundzwanzig Tage"])
def test_figures_of_another_language(dossier: Dossier, query: str) -> None:
    """A dossier counts in its own language; the query may be in any."""
    dossier.edit("content/dossier.md", "language: en", "language: de")
    wanted = say(dossier, "Nach drei Wochen", "In 21 Tagen", "Einundzwanzig Tage lang")
    assert [line for line in lines(dossier, query) if line in {*wanted, *say(dossier, "Vier Wochen")}] == wanted
