"""The day of a document, from what programs and people write. Pure."""

from __future__ import annotations

import datetime
import re

_MONTHS = {
    "en": "january february march april may june july august september october november december",
    "de": "januar februar märz april mai juni juli august september oktober november dezember",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "it": "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
    "pt": "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
    "sr": "januar februar mart april maj jun jul avgust septembar oktobar novembar decembar",
    "sr-Cyrl": "јануар фебруар март април мај јун јул август септембар октобар новембар децембар",
    "ru": "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
    "uk": "січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня",
    "hr": "siječnja veljače ožujka travnja svibnja lipnja srpnja kolovoza rujna listopada studenoga prosinca",
    "bs": "januara februara marta aprila maja juna jula avgusta septembra oktobra novembra decembra",
    "pl": "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia",
    "tr": "ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık",
    "ar": "يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر",
    "sq": "janar shkurt mars prill maj qershor korrik gusht shtator tetor nëntor dhjetor",
    "nl": "januari februari maart april mei juni juli augustus september oktober november december",
}
_NUMBERS = {name: number for names in _MONTHS.values() for number, name in enumerate(names.split(), 1)}
_NUMBERS |= {name[:3]: number for number, name in enumerate(_MONTHS["en"].split(), 1)} | {"sept": 9, "jänner": 1}
_NAME = "|".join(sorted(_NUMBERS, key=len, reverse=True))
_ISO = re.compile(r"\b((?:19|20)\d\d)-(\d\d)-(\d\d)(?!\d)")
_DAY_FIRST = re.compile(
    rf"\b(\d{{1,2}})(?:st|nd|rd|th|er|º|\.)?\s+(?:of\s+|de\s+|di\s+)?({_NAME})\.?,?\s+(?:de\s+)?((?:19|20)\d\d)\b", re.I
)
_MONTH_FIRST = re.compile(rf"\b({_NAME})\.?\s+(\d{{1,2}})(?:st|nd|rd|th)?,?\s+((?:19|20)\d\d)\b", re.I)
_FIGURES = re.compile(r"\b(\d{1,2})\.\s?(\d{1,2})\.\s?((?:19|20)\d\d)\b")


def read(text: str) -> str:
    """The first day that a text tells in full, as YYYY-MM-DD; empty where there is none."""
    found: list[tuple[int, str]] = []
    for pattern, order in (
        (_ISO, (1, 2, 3)),
        (_DAY_FIRST, (3, 2, 1)),
        (_MONTH_FIRST, (3, 1, 2)),
        (_FIGURES, (3, 2, 1)),
    ):
        if match := pattern.search(text):
            year, month, day = (match[number] for number in order)
            number = _NUMBERS.get(month.casefold()) or int(month) if month.isdigit() else _NUMBERS[month.casefold()]
            if shown := _checked(int(year), number, int(day)):
                found.append((match.start(), shown))
    return min(found)[1] if found else ""


def is_alone(text: str) -> bool:
    """Whether a line tells hardly more than a day."""
    return bool(read(text)) and len(text) <= 60


def _checked(year: int, month: int, day: int) -> str:
    try:
        return datetime.date(year, month, day).isoformat()
    except ValueError:
        return ""
