"""The lines of a source's record on what stands in each paragraph: asked for, and held like any text."""

from __future__ import annotations

import re

import pytest

from briefing.cli import commands
from tests.support import Dossier


def test_verify_lists_cited_paragraphs_without_a_line(dossier: Dossier, capsys: pytest.CaptureFixture[str]) -> None:
    """A line for each source, until its record says of every cited paragraph what stands there."""
    commands.verify(str(dossier.root))
    told = "seeds/bureau-report.md: `says` has no line yet on what is cited of it: ¶1–2, 5–8."
    assert told in capsys.readouterr().out
    lines = "".join(f"  ¶{number}: It says so.\n" for number in (1, 2, 5, 6, 7, 8))
    dossier.edit("seeds/bureau-report.md", "rights:", f"{lines}rights:")
    commands.verify(str(dossier.root))
    assert "bureau-report.md: `says`" not in capsys.readouterr().out


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("¶3: The flow fell by 40 % within an hour.", "figure"),
        ("¶3: The minister said “we lied about it all”.", "quote-missing"),
        (f"¶3: {'very ' * 15}low.", "says"),
        ("¶99: It says so.", "says"),
        ("3: It says so.", "value"),
    ],
)
def test_a_line_on_a_paragraph_is_held_like_any_text(dossier: Dossier, line: str, code: str) -> None:
    """Its figures and quotations to that very paragraph; it is short, and of a paragraph that there is."""
    spot = line.partition(":")[0]
    head = dossier.read("seeds/bureau-report.md")
    dossier.write(
        "seeds/bureau-report.md",
        re.sub(r"  ¶3: .*\n", "" if spot == "¶3" else r"\g<0>", head).replace("says:\n", f"says:\n  {line}\n"),
    )
    assert code in {problem.code for problem in dossier.problems()}
