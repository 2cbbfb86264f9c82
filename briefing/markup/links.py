"""The links and images of prose: where they lead, and their HTML."""

from __future__ import annotations

import html

from briefing.markup import cleaning, quotation_marks, terms
from briefing.markup.body import Body
from briefing.markup.private import ROOT
from briefing.model import addresses, outside, text
from briefing.model.prose import Own, Reference


def link(body: Body, target: str | None) -> str:
    """The opening tag of a link; the target is None where it was typed without one or with one that is not allowed."""
    if target is None:
        message = "a link must lead to a record of the dossier, or begin with https://, http:// or mailto:."
        remedy = "Write the path from this file, as `../actors/name.md`, or the whole address."
        body.problem(body.spot("]("), "link-broken", message, remedy)
        return "<a>"
    mark = body.spot(f"]({target}")
    if not target or body.lines[mark.line - body.first_line][: mark.column - 1].rstrip()[-1:] == "[":
        message = "a link must have words in its `[…]` and a path in its `(…)`."
        body.problem(mark, "link-broken", message, "Write `[words](../actors/name.md)`.")
        return "<a>"
    if cleaning.is_outside(target):
        if fault := outside.fault(outside.typed(target, body.lines)):
            own = fault is outside.OWN_NETWORK
            instead = " A record's page is linked by its file, as `../actors/name.md`." if own else ""
            body.problem(mark, "link-broken", f"a link {fault.must}.", fault.remedy + instead)
        body.references.append(Reference(target, mark, "outside"))
        return f'<a href="{html.escape(target)}" rel="noopener nofollow ugc">'
    if target.startswith("#"):
        anchor = addresses.anchor(target[1:])
        body.references.append(Reference(body.path, mark, "link", anchor))
        return f'<a href="#{html.escape(anchor)}">'
    resolved, anchor = addresses.resolve(body.path, html.unescape(target))
    address = ROOT + (addresses.of_path(resolved) or "")
    anchor = addresses.anchor(anchor) if anchor else ""
    if anchor and "#" not in address:
        address += "#" + anchor
    body.references.append(Reference(resolved, mark, "link", anchor))
    return f'<a href="{html.escape(address)}">'


def image(body: Body, target: str, alternative: str) -> str:
    """An image with the words that stand for it; empty without a file."""
    mark = body.spot(f"]({target}")
    if not target:
        message = "an image must be a file of the dossier."
        body.problem(mark, "image", message, "Put it into `content/images/` and link to it.")
        return ""
    if "blockquote" in body.open:
        message = "a block quotation must hold no image."
        body.problem(mark, "image-quote", message, "Put the image before or behind it.")
    if not alternative:
        body.problem(mark, "image-alt", "an image must say in words what it shows.", "Write `![what it shows](…)`.")
    if terms.has_quotation(alternative, body.terms):
        message = "the words that stand for an image must hold no quotation."
        body.problem(mark, "image-quote", message, "Quote in the text, where it can be cited.")
    body.own.append(Own(quotation_marks.mask(text.plain(alternative)), lambda: mark))
    resolved, _ = addresses.resolve(body.path, target)
    body.references.append(Reference(resolved, mark, "image"))
    address = ROOT + (addresses.of_path(resolved) or "")
    return f'<img src="{html.escape(address)}" alt="{html.escape(alternative)}" loading="lazy">'
