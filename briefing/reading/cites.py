"""Citations in a head: one text, or a list of them. Pure."""

from __future__ import annotations

from briefing.model import citations
from briefing.model.written import Citation, Mark
from briefing.reading.frontmatter import Node

#: Where something is amiss, what must hold and how to mend it.
Fault = tuple[Mark, str, str]


def read(key: str, node: Node) -> tuple[tuple[Citation, ...], list[Fault]]:
    """The citations that a head has under `key`, and what is amiss with them."""
    items = node.items if node.items is not None else [node]
    if any((item.text or "").startswith(("¶", "para ")) for item in items):
        together = ", ".join(item.text or "…" for item in items)
        remedy = f"Write `{key}: {together}`, without brackets, where all are of one source."
        return (), [(node.mark, f"`{key}`: each citation of a list must name its source.", remedy)]
    found: list[Citation] = []
    faults: list[Fault] = []
    for item in items:
        try:
            found.extend(citations.parse(item.text or ""))
        except citations.CitationError as error:
            remedy = f"Write `{key}: {error.mended or 'source-id ¶16'}`"
            remedy += "; or a list of citations." if ";" in error.mended else "."
            faults.append((item.mark, f"`{key}`: {error}.", remedy))
    if basis := next((cite.basis for cite in found if cite.basis), None):
        message = f"`{key}` must name sources and paragraphs only; how it is known stands under `basis`."
        faults.append((node.mark, message, f"Take `{basis}` out, and write `basis: {basis}` if it is so."))
    return tuple(found), faults
