"""Dates that a spreadsheet program wrote in a way of its own, so that they are dates no more. Pure."""

from __future__ import annotations

import datetime
import re

_SERIAL = re.compile(r"[1-9]\d{4}(?:\.\d+)?", re.ASCII)
#: As Excel shows `2022-11` and `2022-11-01` in English, with two digits of the year.
_SHORT = re.compile(r"(?:(\d{1,2})-)?([A-Z][a-z]{2})-(\d{2})", re.ASCII)
_MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()


def date(text: str) -> tuple[str, str]:
    """How a spreadsheet wrote a date, and the date that is likely meant; both empty for any other text."""
    if _SERIAL.fullmatch(text):
        day = datetime.date(1899, 12, 30) + datetime.timedelta(days=int(float(text)))
        return "as spreadsheets count days inside", day.isoformat()
    short = _SHORT.fullmatch(text)
    if short and short[2] in _MONTHS:
        day_of_month = f"-{int(short[1]):02d}" if short[1] else ""
        century = 20 if int(short[3]) < 70 else 19
        return "as spreadsheets shorten dates", f"{century}{short[3]}-{_MONTHS.index(short[2]) + 1:02d}{day_of_month}"
    return "", ""
