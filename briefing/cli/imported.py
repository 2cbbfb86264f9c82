"""What `invoke import` tells the editor: what was made of a document, what was left out, what wants a look."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.importing import laying
from briefing.importing.blocks import Imported, Sort
from briefing.importing.writing import Plan, former
from briefing.model.problems import Level, Problem, printable
from briefing.model.wording import count

#: What an editor must say where the document does not.
_TO_DO = {
    "title": "`title: …`, as published",
    "publisher": "`publisher: …`, who published it",
    "kind": "`kind: …`, one of those in docs/records.md",
    "language": "`language: …`, the tag of its language, as en or sr-Latn",
    "rights": "`rights: …`, who holds the rights, and on what terms we quote; or import with `--rights`",
}


def told(plan: Plan, read: Imported, written: bool) -> Iterator[str]:
    """The lines for the editor, in their order."""
    laid, path = plan.laid, f"seeds/{plan.id}.txt"
    will = "" if written else "would hold "
    headings = sum(name.startswith(str(Sort.HEADING)) for name in laid.lines)
    notes = f", the last {laid.notes} of them notes" if laid.notes else ""
    parts = [f"{count(laid.paragraphs, 'paragraph')} from line {laid.first_line} on{notes}"]
    parts += [count(headings, "heading")] if headings else []
    parts += [f"{count(len(laid.labels), 'speaker')} ({', '.join(laid.labels[:6])})"] if laid.labels else []
    parts += [f"{count(read.marks, 'footnote mark')} taken out of the words"] if read.marks else []
    yield printable(f"{path}: {will}{'; '.join(parts)}.")
    if above := [f"{name} at line {at}" for name, at in laid.lines.items() if not name.startswith(str(Sort.HEADING))]:
        yield f"Lines with names: {', '.join(above)}."
    for line in laying.left_out(read.blocks):
        yield printable(f"Left out: {line}")
    yield from map(printable, read.remarks)
    for at, why in laid.unsure:
        remedy = "Compare it with the document, mend the line if need be."
        yield f"{Problem(path, at, 1, 'import-unsure', f'{why}.', remedy, Level.WARNING)}"
    for change in plan.changes:
        yield printable(f"Changed: {change}")
    for said in plan.otherwise:
        yield printable(f"Not taken over, so see which is right: the document has {said}.")
    for path in plan.same:
        anew = path.removeprefix("seeds/").removesuffix(".md")
        yield f"{path} has the same document or address; behind the file, `{anew}` imports that source anew."
    if not plan.is_new and not plan.changes and path not in plan.wanted:
        yield "The text is the same as before."
    if former(plan.id) in plan.wanted:
        yield f"The text as it was {'is' if written else 'would be'} kept in {former(plan.id)}, which git ignores."
    if ".gitignore" in plan.wanted:
        yield ".gitignore keeps all in seeds/ but records and locks out of the repository from now on."


def following(plan: Plan, read: Imported) -> Iterator[str]:
    """What the editor must do next."""
    if plan.is_new and read.guessed:
        values = {key: getattr(read, key) for key in read.guessed}
        shown = ", ".join(f"`{key}: {value}`" for key, value in values.items() if value)
        if shown:
            yield printable(f"Guessed, so see whether it is right in seeds/{plan.id}.md: {shown}.")
    for key in plan.missing:
        yield f"To do in seeds/{plan.id}.md: write {_TO_DO[key]}."
    if plan.is_new:
        yield (
            f"Next: read seeds/{plan.id}.txt beside the document. If you mend it, run "
            f"`invoke verify --accept {plan.id}`. "
            "`invoke verify` then proposes who speaks."
        )
