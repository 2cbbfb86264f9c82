"""Texts of heads as pages show them: in HTML, their quotations marked as such."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from markupsafe import Markup

from briefing.markup import quotation_marks
from briefing.markup.inline import APOSTROPHE
from briefing.markup.notes import Voices
from briefing.model import scripts
from briefing.model.statements import Quotation

_QUOTATION = Markup('<q class="quotation"{}>“{}”</q>')
_WHOSE = Markup(' title="{}"')
_FOREIGN = Markup('<span lang="{}" dir="{}">{}</span>')


def marked(text: str, quotations: Iterable[Quotation], voices: Voices, tongues: Mapping[str, str]) -> Markup:
    """A text of a head with `q` around each of its quotations, which say whose they are where `voices` tell it, and in
    which language where `tongues` do, by the quotation's words.
    """
    quoted = {quotation.text: quotation for quotation in quotations}
    parts: list[str] = []
    done = 0
    for span in quotation_marks.find(text)[0] if quoted else ():
        words = span.inner(text)
        if words in quoted:
            whose, tag, shown = voices.get(quoted[words]), tongues.get(words), _typographic(words)
            inner = _FOREIGN.format(tag, scripts.direction(tag), shown) if tag else shown
            title = _WHOSE.format(_typographic(whose)) if whose else ""
            parts += [_typographic(text[done : span.start]), _QUOTATION.format(title, inner)]
            done = span.end
    return Markup("").join([*parts, _typographic(text[done:])])


def _typographic(text: str) -> str:
    return APOSTROPHE.sub("’", text)
