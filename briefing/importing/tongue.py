"""In which language a text is written, told by its commonest small words. Pure."""

from __future__ import annotations

import re
from collections import Counter

_SMALL = {
    "bs": "je u i na da se za su od koji nije što biti kao iz",
    "de": "der die und das nicht den von mit ist sich auf für ein eine dem",
    "en": "the of and to in that is was for on with as it by at",
    "es": "el la de que y en los del las por con una para se no",
    "fr": "le la les de des et en que une dans pour est du au pas",
    "it": "il di che e la in un per è non una con del della sono",
    "nl": "de het een van en in dat is op te zijn met voor niet aan",
    "pt": "o a de que e do da em um para com não uma os no",
    "sq": "të e në dhe i për se me një që nga është ka u më",
    "pl": "w i na z się nie do że to jest o od przez za po",
    "tr": "ve bir bu için ile da de olarak daha çok olan gibi ne kadar en",
    "sr": "је и у на да се за су од који није што бити као из",
    "ru": "и в не на что с он как это по но из у за от",
    "uk": "і в не на що з як це до за та від у про є",
    "bg": "и на да в се за от е не с са по че като",
    "sv": "och att det i en som är på för med av inte den till har",
}
_SETS = {language: frozenset(words.split()) for language, words in _SMALL.items()}
_WORDS = re.compile(r"[^\W\d_]+")
_SCRIPTS = {
    "ar": "\u0600-\u06ff",
    "el": "\u0370-\u03ff",
    "he": "\u0590-\u05ff",
    "ja": "\u3040-\u30ff",
    "ko": "\uac00-\ud7af",
}
#: The text looked at, and the words that it must have for a guess.
_REACH, _LEAST = 20_000, 20


def guess(text: str) -> str:
    """The tag of the language; empty where it is not clear."""
    words = [word.casefold() for word in _WORDS.findall(text[:_REACH])]
    if len(words) < _LEAST:
        return ""
    for language, letters in _SCRIPTS.items():
        if len(re.findall(f"[{letters}]", text[:_REACH])) > len("".join(words)) / 3:
            return language
    counts = Counter({language: sum(word in small for word in words) for language, small in _SETS.items()})
    (best, most), (_, next_most) = counts.most_common(2)
    if most < len(words) / 12 or most < 1.25 * next_most:
        return ""
    return "" if best == "bs" else best  # Serbian, Croatian and Bosnian are not told apart by such words


def tag(typed: str) -> str:
    """A language tag as documents have it (`en_GB`, `en-us`) as records have it; empty where it is none."""
    parts = re.split(r"[-_.]", typed.strip())
    if not re.fullmatch(r"[A-Za-z]{2,3}", parts[0]):
        return ""
    shaped = [parts[0].lower()]
    for part in parts[1:]:
        if re.fullmatch(r"[A-Za-z]{4}", part) and len(shaped) == 1:
            shaped.append(part.title())
        elif re.fullmatch(r"[A-Za-z]{2}|\d{3}", part):
            shaped.append(part.upper())
            break
        else:
            break
    return "-".join(shaped)
