"""The mark of an inferred year, and its notice."""

from __future__ import annotations

import pytest

from briefing.site.inferred import marked

NOTICE = '<p class="inferred-notice">† Year inferred.</p>'
MARK = '<span class="inferred" title="year inferred by us"><span aria-hidden="true">†</span><span class="unseen"> (year inferred)</span></span>'


@pytest.mark.parametrize(
    ("page", "shown"),
    [
        ("<p>In 2022 (year inferred).</p>", f"<p>In 2022{MARK}.</p>"),
        ("<p>In 2022\u00a0(year\u00a0inferred).</p>", f"<p>In 2022{MARK}.</p>"),
        ("<p>1 May (date inferred)</p>", f"<p>1 May{MARK.replace('year', 'date')}</p>"),
        ("<svg><title>In 2022 (year inferred)</title><text>2022 (year inferred)</text></svg>",
         "<svg><title>In 2022 (year inferred)</title><text>2022†</text></svg>"),
    ],
)  # fmt: skip
def test_the_mark_stands_in_the_place_of_the_words(page: str, shown: str) -> None:
    """In text, with the words for who hears the page; in a drawing as a letter; then the notice stays."""
    assert marked(page + NOTICE) == shown + NOTICE


@pytest.mark.parametrize(
    "page",
    [
        "<p>In 2022.</p>",
        "<head><title>2022 (year inferred)</title></head>",
        '<p title="2022 (year inferred)">Then</p>',
        '<script type="application/ld+json">"2022 (year inferred)"</script>',
        "<p>What is inferred) stays</p>",
    ],
)
def test_what_no_reader_sees_keeps_the_words(page: str) -> None:
    """Data, attributes and the head; a page without any mark has no notice."""
    assert marked(page + NOTICE) == page
