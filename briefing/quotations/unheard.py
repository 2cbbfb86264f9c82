"""What to say where somebody is said to say what nobody of that name says in the paragraphs cited. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from briefing.model import lines
from briefing.quotations.matching import Fault
from briefing.voices.cast import Party

#: Marks with which a name does not stand in a voice as it is.
_YAML = frozenset(",:{}[]#\"'")


def unheard(parties: Iterable[Party | str], cited: Mapping[str, tuple[int, ...]], speaking: Iterable[Party]) -> Fault:
    """The fault of a statement that is given to one of these parties, by the paragraphs `cited` of each source where
    others are `speaking`. The remedy has the voice to be added, where there is one source and one party.
    """
    names = sorted({party if isinstance(party, str) else party.name for party in parties})
    spots = ", ".join(lines.typed(number) for numbers in cited.values() for number in numbers)
    heard = " and ".join(sorted({party.name for party in speaking})) or "nobody, as far as is on record"
    message = (
        f"what {' or '.join(names)} is said to say must be said in the paragraphs cited; in {spots} speaks {heard}."
    )
    voice = ""
    if len(names) == len(cited) == 1 and not _YAML & {*names[0]}:
        place = f"'{spots}'" if "," in spots else spots
        voice = (
            f": `- {{by: {names[0]}, in: {place}, speech: reported}}` under `voices` in seeds/{next(iter(cited))}.md"
        )
    remedy = "Name the right speaker or paragraph. If the source tells it there in its own words, add a voice with "
    remedy += f"`speech: reported` to its record{voice}. If it is the reporter's finding, say so by `reporter`."
    return Fault("voice-unheard", message, remedy)
