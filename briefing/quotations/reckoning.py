"""Whether the figures in our own words stand in what they cite: by the source's text, by a record's date, by the lock.
Pure.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from msgspec.structs import replace

from briefing.markup import quotation_marks
from briefing.model import dates, lines, timing
from briefing.model.dates import PartialDate
from briefing.model.records import Event, Record
from briefing.model.relations import head_basis, head_cite
from briefing.model.statements import Role, Statement
from briefing.model.vocabulary import Basis
from briefing.model.when import Shape, When
from briefing.quotations import figures, numerals, summaries
from briefing.quotations.dated import Dated, own_dates
from briefing.quotations.figures import Figure
from briefing.quotations.matching import Fault, SourceText
from briefing.quotations.vouching import Context

#: The keys of the texts in heads whose figures are asked for.
_KEYS = {
    Role.STAND: "text",
    Role.CORE: "says",
    Role.ACTOR: "summary",
    Role.POSITION: "summary",
    Role.PLACE: "summary",
    Role.EVENT: "title",
    Role.AGAINST: "says",
    Role.LATER: "says",
    Role.TREND: "why",
    Role.VERSION: "says",
    Role.FIGURE: "figure",
    Role.SAYS: "",
}
#: Statements that are not proved by the date of the record in which they stand: their sources say something else.
_DIFFERING = (Role.AGAINST, Role.VERSION, Role.FIGURE)
_IN_A_SENTENCE = "a figure must stand in a paragraph that its sentence cites, or be the date of an event that cites it"
_IN_A_HEAD = "a figure of a head without a citation must stand in what its text cites, or be a date on record"
_OF_AN_EVENT = "a day must stand in a paragraph that its event cites, or be reasoned under `dating`"
_REASONED = " If it follows from the source otherwise, say under `dating` how: its `words`, and the `rule`."
#: Of a text whose number words are not read, only figures above this one, and not round, are told.
_LARGE = 1_000
#: The key of the date of an event, or of a version of one.
_DATE = "date"
#: A day, in the minutes in which figures are counted.
_DAY = 24 * 60
#: Sums of more figures than this are not looked for.
_MOST = 40


def statements(record: Record) -> Iterator[Statement]:
    """The statements of a record, what its prose says without a citation of its own below a head that cites, and the
    days of an event for which no reasons are given; of a brief the texts of its head, too.
    """
    for statement in record.statements:
        if statement.role is not Role.VERSION or record.has(statement.key.replace("cite", "says")):
            yield statement
    yield from summaries.of_record(record)
    if isinstance(record, Event) and (plain := timing.unreasoned(record)):
        told = "; ".join(dates.words(_as_said(date, record.date)) for date in plain)
        yield Statement(Role.EVENT, _DATE, told, record.basis, record.cite)
    if cite := head_cite(record):
        basis = head_basis(record)
        yield from (Statement(Role.NOTE, mark, text, basis, cite) for text, mark in record.prose.unmarked)


def _as_said(date: PartialDate, when: When | None) -> PartialDate:
    """A date as sources say it: the last day of a month is the end of that month, where something is due by it."""
    is_end = bool(date.day) and dates.latest(date) == dates.latest(replace(date, day=0))
    return replace(date, day=0) if is_end and when and when.shape is Shape.BY else date


def said(statement: Statement, dated: Dated) -> tuple[str, tuple[Figure, ...]]:
    """The figures that a statement holds in our own words, but for those of names, and that must be proved, with the
    key where they stand; the key is empty in prose. Those that sources say against it are proved there.
    """
    is_quoted = statement.role is Role.NOTE and bool(statement.speaker)
    if statement.role is Role.TEXT and statement.quotations:
        return "", ()  # the quotation within a text, not the text
    if is_quoted or statement.text == statement.quote or statement.role not in (*_KEYS, Role.NOTE, Role.TEXT):
        return "", ()
    own = quotation_marks.mask(statement.text)
    for name in dated.names:
        own = own.replace(name, "|" * len(name))
    found = figures.read(own, dated.language if not _is_date(statement) else "en")
    key = re.sub(r"cite$", _KEYS.get(statement.role, ""), statement.key)
    contrary = [
        one for against in statement.against for one in figures.read(quotation_marks.mask(against.text), dated.language)
    ]
    if statement.role is Role.FIGURE:  # which is held however small it is
        return key, found
    return key, tuple(one for one in found if not (one.minor or _is_contrary(one, found, contrary)))


def _is_date(statement: Statement) -> bool:
    """Whether a statement is the date of an event, or of a version of one."""
    return statement.key.rpartition(".")[2] == _DATE


def _is_contrary(figure: Figure, found: Sequence[Figure], contrary: Sequence[Figure]) -> bool:
    """Whether a figure of a sentence is the one that a source says against it: beside another of its sort, which is the
    sentence's own.
    """
    others = (one for one in found if bool(one.month) == bool(figure.month) and one.unit == figure.unit)
    return any(map(figure.agrees, contrary)) and any(not any(map(one.agrees, contrary)) for one in others)


def prove(
    figure: Figure,
    others: Sequence[Figure],
    record: Record,
    statement: Statement,
    cited: Mapping[str, tuple[int, ...]],
    context: Context,
) -> Fault | dict[str, tuple[int, ...]]:
    """The paragraphs that hold a figure, by source, none where a date on record gives it; or what is wrong with it.

    `others` are the other figures of the statement, `cited` the paragraphs that it cites, by source.
    """
    texts, locks, dated = context.texts, context.locks, context.dated or Dated()
    if is_date := _is_date(statement):  # which no date of a record can prove
        known = [day for id in cited if (day := context.sources[id].published)]
        dated = Dated.published(known) if statement.role is Role.EVENT else dated
    else:  # the date of a record is that of what supports it
        known = [*dated.by(cited), *(own_dates(record) if statement.role not in _DIFFERING else ())]
    may_be_given = statement.role is not Role.FIGURE or (is_date and figure.day)
    is_given = bool(may_be_given) and _is_given(figure, known, dated)
    if not is_given and not all(id in texts or (id in locks and locks[id].has_figures) for id in cited):
        return {}  # nobody can tell
    found: dict[str, tuple[int, ...]] = {}
    here: list[Figure] = []
    for id, numbers in cited.items():
        if text := texts.get(id):
            language = context.sources[id].language
            held = {number: _of(text, number, language) for number in numbers}
            here += [one for of in held.values() for one in of]
            if stands := tuple(number for number, of in held.items() if _stands(figure, of, dated)):
                found[id] = stands
        elif id in locks and (stands := tuple(sorted(locks[id].figures.get(figure.key, set()) & {*numbers}))):
            found[id] = stands
    if found or is_given:
        return found
    if statement.role is Role.TEXT:  # of so many figures some would give any sum; what the prose says is proved there
        here = [one for told in record.statements for one in said(told, dated)[1]]
        if any(figure.agrees(one) for one in here):
            return {}
    is_inferred = statement.basis is Basis.INFERRED
    is_worked_out = statement.role is not Role.FIGURE and _is_worked_out(figure, here, others)
    if is_worked_out or (is_inferred and _is_counted(figure, here, known)):
        return {id: numbers for id, numbers in cited.items() if id in texts}
    must = _OF_AN_EVENT if is_date else _IN_A_HEAD if statement.role is Role.TEXT else _IN_A_SENTENCE
    return _fault(must, figure, cited, context)


def _of(text: SourceText, number: int, language: str) -> tuple[Figure, ...]:
    return figures.read(text.written(number), language)


def _all(text: SourceText, language: str) -> Iterator[Figure]:
    for number in text.numbers():
        yield from _of(text, number, language)


def _is_given(figure: Figure, known: Sequence[PartialDate], dated: Dated) -> bool:
    """Whether a date on record gives a date: a day one that belongs to what is cited, a month or a year any."""
    if year := figure.may_be_year():
        return year in dated.years
    if figure.month and not figure.day:
        return (figure.year, figure.month) in dated.months
    days = ((day.month, day.day) for day in known if figure.year in (0, day.year))
    return bool(figure.month) and (figure.month, figure.day) in days


def _stands(figure: Figure, held: Sequence[Figure], dated: Dated) -> bool:
    """Whether a figure is among those of a paragraph; a year that a day lacks there must stand beside it, or be one of
    the dossier's, or the one after a source appeared.
    """
    years = {one.may_be_year() for one in held} | dated.years | dated.coming | {0}
    return any(figure.agrees(one) and (one.year == figure.year or figure.year in years) for one in held)


def _is_worked_out(figure: Figure, here: Sequence[Figure], others: Sequence[Figure]) -> bool:
    """Whether a number is the sum of two others, or what lies between them."""
    fitting = [one for one in (*here, *others) if not one.month and one.unit in (figure.unit, "")]
    pairs = combinations(fitting[:_MOST], 2) if not figure.month else ()
    return any({a.written[0] + b.written[0], abs(a.written[0] - b.written[0])} & {*figure.written} for a, b in pairs)


def _is_counted(figure: Figure, here: Sequence[Figure], known: Sequence[PartialDate]) -> bool:
    """Whether a day is so far from another as a paragraph says, with the first day counted or not."""
    lengths = {int(one.values[0] / _DAY) for one in here if one.unit == "min" and one.values[0] % _DAY == 0}
    if not figure.day:
        return False
    days = [day for date in known if (day := dates.day(date))]
    days += [datetime.date(2000, one.month, min(one.day, 28)) for one in here if one.day and not days]
    steps = {sign * (length - less) for length in lengths for less in (0, 1) for sign in (1, -1) if length < 40_000}
    counted = (day.toordinal() + step for day in days for step in steps)
    ends = (datetime.date.fromordinal(number) for number in counted if 0 < number < datetime.date.max.toordinal())
    return any((end.month, end.day) == (figure.month, figure.day) and figure.year in (0, end.year) for end in ends)


def _fault(
    must: str,
    figure: Figure,
    cited: Mapping[str, tuple[int, ...]],
    context: Context,
) -> Fault | dict[str, tuple[int, ...]]:
    """What to say of a figure that does not stand in what is cited, and where it does."""
    texts, locks, dated = context.texts, context.locks, context.dated or Dated()
    shown = " ".join(figure.shown.split())
    code, reasoned = "date-unfound" if must == _OF_AN_EVENT else "figure", _REASONED if must == _OF_AN_EVENT else ""
    for id in cited:
        if text := texts.get(id):
            language = context.sources[id].language
            elsewhere = [number for number in text.numbers() if _stands(figure, _of(text, number, language), dated)]
        else:
            elsewhere = sorted(locks[id].figures.get(figure.key, ()))
        if elsewhere:
            spots = ", ".join(map(lines.typed, elsewhere[:5]))
            remedy = f"Cite {spots} if that is what is meant; else correct the figure.{reasoned}"
            if must == _IN_A_HEAD:
                remedy = f"Say it in the text as well, with {spots} cited, if that is what is meant; else correct it."
            return Fault(code, f"{must}; “{shown}” stands in {spots} of `{id}`.", remedy)
    foreign = [id for id in cited if not numerals.is_read(context.sources[id].language)]
    reads_months = any(
        one.month for id in foreign if id in texts for one in _all(texts[id], context.sources[id].language)
    )
    if foreign and _may_be_in_words(figure, reads_months):
        return {}
    where = " and ".join(f"`{id}`" for id in cited) if len(cited) < 4 else f"the {len(cited)} sources cited"
    remedy = f"Correct it, or cite the paragraph that says it.{reasoned}"
    if all(id in texts for id in cited):
        return Fault(code, f"{must}; “{shown}” stands nowhere in {where}.", remedy)
    remedy = "Correct it; or run `invoke verify` with the text at hand, which says whether and where it stands."
    return Fault(code, f"{must}; the lock of {where} does not vouch for “{shown}”.", remedy)


def _may_be_in_words(figure: Figure, reads_months: bool) -> bool:
    """Whether a text may say a figure in words that are not read, or a day by a name of its month that is not."""
    return bool(figure.month and not reads_months) or any(
        number <= _LARGE or number % 100 == 0 for number in figure.written
    )
