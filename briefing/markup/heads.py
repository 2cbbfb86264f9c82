"""Texts of heads as pages show them: in HTML, their quotations marked as such."""

from __future__ import annotations

import html
from collections.abc import Iterable, Mapping

from markupsafe import Markup

from briefing.markup import quotation_marks
from briefing.markup.inline import APOSTROPHE
from briefing.markup.notes import Voices, language
from briefing.model.statements import Quotation


def marked(text: str, quotations: Iterable[Quotation], voices: Voices, tongues: Mapping[str, str]) -> Markup:
    """A text of a head with `q` around each of its quotations, which say whose they are where `voices` tell it, and in
    which language where `tongues` do, by the quotation's words.
    """
    quoted = {quotation.text: quotation for quotation in quotations}
    parts, done = [], 0
    for span in quotation_marks.find(text)[0] if quoted else ():
        words = span.inner(text)
        if words in quoted:
            whose, tag, shown = voices.get(quoted[words], ""), tongues.get(words, ""), _escaped(words)
            title = f' title="{html.escape(whose)}"' if whose else ""
            inner = f"<span{language(tag)}>{shown}</span>" if tag else shown
            parts += [_escaped(text[done : span.start]), f'<q class="quotation"{title}>“{inner}”</q>']
            done = span.end
    return Markup("".join([*parts, _escaped(text[done:])]))


def _escaped(text: str) -> str:
    return html.escape(APOSTROPHE.sub("’", text), quote=False)
