"""The tasks that write records."""

from invoke import Context, task

from briefing.tasks.options import ROOT


@task(
    positional=["kind", "id"],
    help={
        "kind": "brief, actor, question, position, place, event, source or dossier",
        "id": "file name without .md; for a position actor/question, for a dossier its new folder",
        "root": ROOT,
        "title": "of a dossier: its title",
        "languages": "of a dossier: language tags with commas between, that of the prose first, as en,sq,sr",
        "region": "of a dossier: west,south,east,north in degrees, which the map is cut to (default: the world)",
        "generator": "of a dossier: a wheel's https address or file, or a checkout (default: this one)",
    },
)
def new(
    c: Context,
    kind: str,
    id: str,
    root: str = "",
    title: str = "",
    languages: str = "",
    region: str = "",
    generator: str = "",
) -> None:
    """Write a new record that says what to fill in; or a new dossier, with a repository of its own."""
    from briefing.cli import commands

    commands.new(kind, id, root, title=title, languages=languages, region=region, generator=generator)


@task(
    name="import",
    positional=["file"],
    help={
        "file": "a document or its address (HTML, PDF, DOCX, ODT, text, Markdown, .eml, .vtt, .srt); or a spreadsheet "
        "(CSV, ODS, XLSX)",
        "id": "of a document: the source's id (default: by the file's name); one that is there is imported anew",
        "root": ROOT,
        "rights": "of a document: who holds the rights, and on what terms we quote",
        "archived": "of a document: the address of an archived copy",
        "kind": "what a spreadsheet holds: event, place, actor, position or question (default: by its name)",
        "clear": "let an empty cell of a spreadsheet take away what the record has",
        "dry_run": "show what would be written, and write nothing",
    },
)
def import_(
    c: Context,
    file: str,
    id: str = "",
    root: str = "",
    rights: str = "",
    archived: str = "",
    kind: str = "",
    clear: bool = False,
    dry_run: bool = False,
) -> None:
    """Make a source of a document, or take records from a spreadsheet."""
    from briefing.cli import commands

    if commands.is_sheet(file):
        commands.import_sheet(file, root, kind or id, dry_run, clear)
    else:
        commands.import_(file, id, root, rights, archived, dry_run)


@task(
    positional=["kind"],
    help={
        "kind": "event, place, actor, position, question or all",
        "root": ROOT,
        "format": "csv, ods or xlsx",
        "to": "the folder to write into (default: this one)",
    },
)
def export(c: Context, kind: str, root: str = "", format: str = "csv", to: str = "") -> None:
    """Write records into spreadsheets, which `invoke import` reads."""
    from briefing.cli import commands

    commands.export(kind, root, format, to)


@task(
    help={
        "root": ROOT,
        "write": "write what is shown; else nothing is written",
        "generator": "raise the pin of the generator instead: a wheel's https address or file, or a checkout",
    }
)
def upgrade(c: Context, root: str = "", write: bool = False, generator: str = "") -> None:
    """Bring the records of an older format to the present one: show what changes."""
    from briefing.cli import commands

    commands.upgrade(root, write, generator)
