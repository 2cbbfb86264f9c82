"""The desk's report: what is quoted, how statements are known, who is heard, what is overdue. Text or plain data."""

from __future__ import annotations

from typing import Any

import msgspec

from briefing.checks import balance
from briefing.dossier.inspection import Inspection
from briefing.model import wording
from briefing.model.records import Corpus, Limits, PartialDate
from briefing.model.relations import cited
from briefing.model.vocabulary import Basis
from briefing.quotations import allowance

#: What is counted for each actor and side.
_COUNTED = ("positions", "inferred", "quotes", "quoted_words", "own_words")


def data(inspection: Inspection, corpus: Corpus, today: PartialDate) -> dict[str, Any]:
    """Everything in the report as plain data."""
    verified = inspection.verified
    counts = balance.bases(corpus)
    return {
        "as_of": str(today),
        "quotations": verified.count,
        "sources": {
            id: {
                "origin": source.origin or source.publisher,
                "text_at_hand": id in verified.texts,
                "quoted_words": verified.quoted_words.get(id, 0),
                "words": verified.total_words.get(id, 0),
                "share_percent": round(verified.share(id), 1),
                "limits": _limits(allowance.limits(source, corpus.dossier)),
            }
            for id, source in corpus.sources.items()
        },
        "limits": {"words": corpus.dossier.limits.words, "share_percent": corpus.dossier.limits.share},
        "independent_sources": balance.independent(corpus, tuple(cited(corpus))),
        "statements_by_independent_sources": {str(n): k for n, k in sorted(balance.support(corpus).items())},
        "contradicted": balance.contradicted(corpus),
        "basis": {str(basis): counts[basis] for basis in Basis},
        "general_knowledge": balance.general(corpus),
        "balance": msgspec.to_builtins(balance.balance(corpus)),
        "overdue": [
            {"path": path, "review_by": day, "owner": owner} for path, day, owner in balance.overdue(corpus, today)
        ],
        "warnings": [str(problem) for problem in inspection.problems if problem.level == "warning"],
    }


def _limits(allowed: Limits) -> dict[str, int] | None:
    """How much of a source may be quoted; None where any of it may."""
    if allowed is allowance.UNLIMITED:
        return None
    return {"words": allowed.words, "share_percent": allowed.share}


def _limit(limits: dict[str, int] | None) -> str:
    return f"limit {limits['share_percent']} %" if limits else "free to quote"


def text(figures: dict[str, Any]) -> str:
    """The report for people."""
    lines = [f"Report as of {figures['as_of']}", "", "Sources"]
    for id, source in figures["sources"].items():
        vouched = "text at hand" if source["text_at_hand"] else "by its lock"
        lines.append(
            f"  {id}: {source['quoted_words']} of {source['words']} words quoted ({source['share_percent']} %, "
            f"{_limit(source['limits'])}), {vouched}"
        )
    independent = wording.count(figures["independent_sources"], "independent source")
    lines.append(f"  {wording.count(figures['quotations'], 'quotation')}; {independent}")
    lines += ["", "How statements are known"]
    lines += [f"  {basis}: {number}" for basis, number in figures["basis"].items()]
    lines.append(f"  contradicted, or with several versions: {figures['contradicted']}")
    if figures["general_knowledge"]:
        lines.append(f"  general knowledge, ours: {figures['general_knowledge']}")
    for title, key in (("Actor", "actors"), ("Side", "sides")):
        rows = [(title, *(name.replace("_", " ") for name in _COUNTED), "silent on")]
        for id, count in figures["balance"][key].items():
            silent = ", ".join(count["silent"]) or "nothing"
            declined = f"; declined on: {', '.join(count['declined'])}" if count["declined"] else ""
            through = f"; through others: {', '.join(count['through'])}" if count["through"] else ""
            ours = f"; inferred by us: {', '.join(count['inferred_on'])}" if count["inferred_on"] else ""
            rows.append((id, *(str(count[name]) for name in _COUNTED), silent + declined + ours + through))
        lines += ["", *_table(rows)]
    lines += ["", "Overdue for review"]
    lines += [
        f"  {entry['path']}: {entry['review_by']}, {entry['owner'] or 'no owner'}" for entry in figures["overdue"]
    ] or ["  nothing"]
    if figures["warnings"]:
        lines += ["", "Warnings", *(f"  {warning}" for warning in figures["warnings"])]
    return "\n".join(lines)


def _table(rows: list[tuple[str, ...]]) -> list[str]:
    """Lines with columns: names to the left, figures to the right, and what may be long at the end."""
    *widths, _ = (max(map(len, column)) for column in zip(*rows, strict=True))
    return [
        "  ".join([f"  {row[0]:<{widths[0]}}", *(f"{row[i]:>{widths[i]}}" for i in range(1, len(widths))), row[-1]])
        for row in rows
    ]
