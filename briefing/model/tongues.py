"""Which of several languages a few words are likely in, by the small words that every sentence has. Pure."""

from __future__ import annotations

import re

from briefing.model.text import bare

_LISTS = {
    "en": "the of and to in is that it was for on are with as his they be at this have from or had by not but "
    "what all were we when your can there an which their will would who has been if no our he she must "
    "shall cannot so these",
    "de": "der die das und ist nicht ein eine zu den mit von sich auf für dem des im es wir sie er ich werden "
    "wird haben hat sind auch als an nach wie bei aus oder wenn nur noch über kein keine so zum zur man war "
    "unser",
    "fr": "le la les de des et un une est que qui dans pour pas ne sur se ce il elle nous vous au aux du en avec "
    "par plus sont ont leur leurs mais ou être été cette ces son sa ses l d c n s qu",
    "es": "el la los las de y que en un una es no se por con para del al lo su sus como más pero ha son está nos "
    "este esta sin sobre ni o hay fue",
    "it": "il lo la gli le di e che in un una è non si per con del della dei delle al alla da ma come più sono ha "
    "ci questo questa nel nella anche o ai l",
    "pt": "o a os as de e que em um uma é não se por com para do da dos das no na ao como mais mas são foi está "
    "nos sua seu ou sem",
    "nl": "de het een en van is niet dat in op te zijn met voor we wij ze hij aan er ook als maar om bij door "
    "geen naar uit wordt hebben",
    "sq": "të në dhe e i për me nuk që një është se nga do ka po si janë ne këtë kjo u më por ose tij saj tyre",
    "sr": "je da i u se na ne za su nije od sa će smo mi ili kao to koji koja što ali ovo by neće biti iz po ćemo "
    "nećemo",
    "tr": "ve bir bu için değil ile de da ne biz olarak ama daha gibi çok olan var yok kadar sonra bizim",
    "pl": "i w nie na się z do że jest to o jak a po są od ale nasz przez dla tego tym nas",
    "ro": "și de la nu în cu pe că un o este sunt pentru din să au mai dar ce noi al ai ale",
    "hu": "a az és nem hogy is egy ez meg van csak mi de ha vagy már lesz kell el",
    "sv": "och att det i en är som inte på av för med vi de den till ett har om från men så kan",
}
_ALSO = {"hr": "sr", "bs": "sr", "cnr": "sr", "sh": "sr"}
_WORDS = {tag: frozenset(map(bare, words.split())) for tag, words in _LISTS.items()}
_WORD = re.compile(r"[^\W\d_]+")


def score(text: str, tag: str) -> int:
    """How many words of a text are small words of a language; 0 for languages of which we know none."""
    language = tag.split("-")[0]
    known = _WORDS.get(_ALSO.get(language, language), frozenset())
    return sum(1 for word in _WORD.findall(bare(text)) if word in known)


def is_likelier(text: str, tag: str, other: str) -> bool:
    """Whether a text is likelier in one language than in another."""
    return score(text, tag) > score(text, other)


def may_be_another(text: str, tag: str) -> bool:
    """Whether a text is likelier in some other language than in this one."""
    own = score(text, tag)
    return any(score(text, other) > own for other in _WORDS)
