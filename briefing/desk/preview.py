"""A draft as the page that it would be on the site, marked as a draft all over."""

from __future__ import annotations

from jinja2 import Environment, FileSystemLoader
from msgspec.structs import replace

from briefing.desk.shelf import Draft, Shelf
from briefing.dossier.inspection import Inspection
from briefing.model import addresses
from briefing.model.settings import Settings
from briefing.site import finish, templates
from briefing.site.job import Job
from briefing.site.lookup import Lookup
from briefing.site.pages.common import Page
from briefing.site.render import Rendering
from briefing.store.memo import Memo

#: What stands over the page: words for everybody, and large ones across it, which only show.
_MARK = (
    '<p class="draft-note" role="note"><strong>Draft.</strong> Not published: this page exists on this machine only. '
    '<a href="{desk}">Its problems</a></p><div class="draft-mark" aria-hidden="true"></div>'
)


def url(draft: Draft) -> str:
    """The address of the page that would show a draft, without the place on it; empty where there is none."""
    return (addresses.of_path(draft.path) or "").partition("#")[0]


def page(draft: Draft, shelf: Shelf, chosen: Settings, desk: str) -> str:
    """The page that would show a draft, with `desk` for the way to the draft's own folder on the desk.

    The map is not drawn. Raises whatever making a page of a record that is half written may raise.
    """
    assert draft.corpus is not None
    job = Job.of(_with(draft, shelf.inspection), chosen, Memo())
    folders = templates.template_folders(chosen)
    environment = Environment(
        loader=FileSystemLoader([*folders]), autoescape=True, trim_blocks=True, lstrip_blocks=True
    )
    run = Rendering(job, None, templates.prepare(environment, folders, Memo()), held=False)
    wanted = next(one for one in run.artifacts if isinstance(one, Page) and one.url == url(draft))
    name, context = run.fill(wanted, Lookup(run.index))
    html = finish.finished(environment.get_template(name).render(context), run.languages)
    sheet = f'<link rel="stylesheet" href="{desk}draft.css"></head>'
    html = html.replace("</head>", sheet, 1)
    return html.replace("<main", f"{_MARK.format(desk='../' * (wanted.url.count('/') + 1))}<main", 1)


def _with(draft: Draft, inspection: Inspection) -> Inspection:
    """The dossier with a draft in it, whose quotations are among those that stand."""
    proved = {**inspection.verified.proved, draft.path: tuple(draft.proof.proved)}
    loaded = replace(inspection.loaded, corpus=draft.corpus)
    return replace(inspection, loaded=loaded, problems=[], verified=replace(inspection.verified, proved=proved))
