"""What a date that is not written as dates are was meant to be, for messages. Pure."""

from __future__ import annotations

import re

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
_RANGE = re.compile(r"(.+?)\s*(?:–|—|\bto\b|\buntil\b|\band\b|\s-\s)\s*(.+)")
#: Words before a date, and how what they say is written with the date in it.
_BEFORE = {
    "by": "[..{}]",
    "until": "/{}",
    "since": "{}/..",
    "about": "{}~",
    "around": "{}~",
    "circa": "{}~",
    "ca": "{}~",
    "ca.": "{}~",
    "c.": "{}~",
    "perhaps": "{}?",
    "possibly": "{}?",
}


def meant(text: str, is_single: bool = False) -> str:
    """A suggestion in brackets, ready to follow a message, for a single date or any; empty where it is not certain what
    was meant.
    """
    found = _meant(" ".join(text.split()))
    return f" (did you mean {found}?)" if found and not (is_single and set(found) & set("/[")) else ""


def _meant(text: str) -> str:
    low = text.casefold()
    first, _, rest = low.partition(" ")
    if first in ("after", "before") and (date := _date(rest)):
        return f"`{first}: {date}` in place of `date`"
    if first in _BEFORE and (date := _date(rest)):
        return _BEFORE[first].format(date)
    if low in ("unknown", "not known", "?", "n/a"):
        return "XXXX, for a date that is not known"
    bare = low.removeprefix("from ").removeprefix("between ")
    if (match := _RANGE.fullmatch(bare)) and (one := _date(match[1])) and (other := _date(match[2])):
        return f"[{one}..{other}]" if low.startswith("between ") else f"{one}/{other}"
    if match := re.fullmatch(r"(?:the )?(\d{3})0'?s", low, re.ASCII):
        return f"{match[1]}X"
    if match := re.fullmatch(r"(\d{1,4}) ?(?:bc|bce|b\.c\.)", low, re.ASCII):
        return f"{'-' if int(match[1]) > 1 else ''}{int(match[1]) - 1:04d}" if int(match[1]) else ""
    if match := re.fullmatch(r"(?:about|around|circa|ca\.?|c\.|~) ?(\d{4})", low, re.ASCII):
        return f"{match[1]}~"
    if "x" in low and re.fullmatch(r"[\dx-]+", low, re.ASCII):
        return text.upper() if text != text.upper() else ""
    return date if (date := _date(low)) != text else ""


def _date(text: str) -> str:
    """A date in another form as it is written here; empty where the order of day and month is not certain."""
    month = day = ""
    if re.fullmatch(r"\d{4}(-\d\d(-\d\d)?)?", text, re.ASCII):
        return text
    if match := re.fullmatch(r"(\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,2}))?(?:[t ].*)?", text, re.ASCII):
        year, month, day = match.groups()
    elif match := re.fullmatch(r"(\d{1,2})\.(\d{1,2})\.(\d{4})", text, re.ASCII):
        day, month, year = match.groups()
    elif match := re.fullmatch(r"(?:(\d{1,2})(?:st|nd|rd|th|\.)? )?([a-z]{3,9})\.?,? (\d{4})", text, re.ASCII):
        day, name, year = match.groups()
        if name in _SEASONS and not day:
            return f"{year}-{_SEASONS[name]}"
        month = str(_MONTHS.index(name[:3]) + 1) if name[:3] in _MONTHS else ""
    elif match := re.fullmatch(r"([a-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})", text, re.ASCII):
        name, day, year = match.groups()
        month = str(_MONTHS.index(name[:3]) + 1) if name[:3] in _MONTHS else ""
    return "-".join([year, month.zfill(2), *([day.zfill(2)] if day else [])]) if month and 0 < int(month) < 13 else ""


def certain(text: str) -> str:
    """A single date in another form as it is written here, where nobody could take it for another; else empty."""
    low = " ".join(text.split()).casefold()
    numbers = re.fullmatch(r"(\d{1,2})\.(\d{1,2})\.\d{4}", low, re.ASCII)
    if numbers and int(numbers[1]) <= 12 and numbers[1].zfill(2) != numbers[2].zfill(2):
        return ""
    if match := re.fullmatch(r"(\d{1,2})/(\d{1,2})/(\d{4})", low, re.ASCII):
        first, second = int(match[1]), int(match[2])
        day, month = (first, second) if second <= 12 else (second, first)
        is_certain = 12 < day <= 31 or first == second
        return f"{match[3]}-{month:02}-{day:02}" if is_certain and 0 < month <= 12 else ""
    found = _date(low)
    return found if found != low and re.fullmatch(r"\d{4}-(?:0[1-9]|1[0-2])(?:-\d\d)?", found, re.ASCII) else ""
