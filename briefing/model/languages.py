"""What language tags mean, as Unicode's registry of locales (CLDR) knows it. Pure.

The registry is that of the library Babel, which is read only once a tag is asked for: that takes longer than many a
small build's parts.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping
from typing import NamedTuple

#: A language, perhaps its script, a country or part of the world, and variants: `sr`, `sr-Latn`, `de-CH-1996`.
TAG = re.compile(
    r"[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-(?:[A-Z]{2}|\d{3}))?(?:-(?:[a-z][a-z0-9]{4,7}|\d[a-z0-9]{3}))*", re.ASCII
)


class _Registry(NamedTuple):
    """English names by subtag, those of languages also by tags such as `zh_Hant`; the tags for which others stand, and
    all languages.
    """

    languages: dict[str, str]
    scripts: Mapping[str, str]
    territories: Mapping[str, str]
    aliases: Mapping[str, str]
    all_languages: frozenset[str]


@functools.cache
def _registry() -> _Registry:
    from babel import localedata
    from babel.core import get_global

    english, aliases = localedata.load("en"), get_global("language_aliases")
    known = {
        tag.split("_")[0] for group in (english["languages"], aliases, get_global("likely_subtags")) for tag in group
    }
    return _Registry(
        english["languages"], english["scripts"], english["territories"], aliases, frozenset(known - {"root"})
    )


def _subtags(tag: str) -> tuple[str, str, str]:
    """The language, the script and the territory of a tag, each empty where it has none."""
    language, *rest = tag.split("-")
    script = next((part for part in rest[:1] if len(part) == 4 and part.isalpha()), "")
    territory = next((part for part in rest[:2] if part.isupper() or (len(part) == 3 and part.isdigit())), "")
    return language, script, territory


@functools.cache
def name(tag: str) -> str:
    """A language's name in English: `Serbian, Cyrillic`; the tag itself where nobody has named the language."""
    known = _registry()
    language, script, territory = _subtags(tag)
    aside = {script: known.scripts.get(script), territory: known.territories.get(territory)}
    for parts in ((language, script, territory), (language, script), (language, territory), (language,)):
        key = "_".join(filter(None, parts))
        if found := known.languages.get(key) or known.languages.get(known.aliases.get(key, "")):
            return ", ".join([found, *(words for part, words in aside.items() if words and part not in parts)])
    return tag


@functools.cache
def is_known(tag: str) -> bool:
    """Whether each part of a tag, which has the form of one, is in the registry; variants are taken as they are."""
    known = _registry()
    language, script, territory = _subtags(tag)
    return language in known.all_languages and script in ("", *known.scripts) and territory in ("", *known.territories)


def meant(text: str) -> str:
    """The tag that an editor may mean by one in other letters, a country's code or a language's English name; else
    empty.
    """
    known = _registry()
    tag = "-".join(_as_written(part, number) for number, part in enumerate(re.split(r"[-_\s]+", text.strip())))
    if TAG.fullmatch(tag) and is_known(tag):
        return tag
    named = {words.casefold(): key for key, words in sorted(known.languages.items(), reverse=True)}
    if found := named.get(" ".join(text.split()).casefold()):
        return found.replace("_", "-")
    return _official(text.strip().upper()) if len(text.strip()) == 2 else ""


def _as_written(part: str, number: int) -> str:
    """A part of a tag with capitals where they belong."""
    if number == 0 or len(part) > 4:
        return part.lower()
    return part.upper() if len(part) < 4 else part.capitalize()


def _official(country: str) -> str:
    """The language of a country that has one: `jp` is written for `ja`."""
    from babel.languages import get_official_languages

    found = get_official_languages(country)
    return found[0].replace("_", "-") if len(found) == 1 else ""
