"""The words for numbers in each language, as they are written: `/` parts other forms of one number, and one that
ends in `'` stands before a vowel only, in the same word.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from msgspec import Struct

_NOTHING: Mapping[int, str] = MappingProxyType({})


class Numbers(Struct, frozen=True, kw_only=True):
    """What a language counts by: `ones` from 0 on, `tens` from 20 on, `others` by their values, words that multiply by
    a `hundred`, by the values of `scales` or by twelve (`dozen`).

    `joint` is what may stand between the words of one number, as a pattern, `glue` what stands within a word of
    several, None where there are none such. No number is what an `ordinal` follows.
    """

    ones: str
    tens: str
    others: Mapping[int, str] = _NOTHING
    hundred: str = ""
    scales: Mapping[int, str]
    dozen: str
    joint: str = r"[\s-]+"
    glue: str | None = None
    ordinal: str = r"(?!)"


_THOUSAND, _MILLION, _MILLIARD, _BILLION = 10**3, 10**6, 10**9, 10**12

NUMBERS = {
    "en": Numbers(
        ones="zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen",
        tens="twenty thirty forty fifty sixty seventy eighty ninety",
        hundred="hundred",
        scales={_THOUSAND: "thousand", _MILLION: "million", _MILLIARD: "billion", _BILLION: "trillion"},
        dozen="dozen",
        joint=r"(?:[\s-]+|(?<=[dn])\s+and\s+)",
        ordinal=r"[\s-]+(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)\b",
    ),
    "de": Numbers(
        ones="null ein/eins/eine/einem/einen/einer zwei/zwo drei vier fünf sechs sieben acht neun zehn elf zwölf "
        "dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn",
        tens="zwanzig dreißig/dreissig vierzig fünfzig sechzig siebzig achtzig neunzig",
        hundred="hundert",
        scales={_THOUSAND: "tausend", _MILLION: "million/millionen", _MILLIARD: "milliarde/milliarden"},
        dozen="dutzend",
        glue="und",
    ),
    "fr": Numbers(
        ones="zéro un/une deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize",
        tens="vingt trente quarante cinquante soixante septante huitante/octante/quatre-vingt/quatre-vingts nonante",
        hundred="cent/cents",
        scales={_THOUSAND: "mille", _MILLION: "million/millions", _MILLIARD: "milliard/milliards"},
        dozen="douzaine/douzaines",
        joint=r"(?:[\s-]et[\s-](?=(?:une?|onze)\b)|[\s-](?!et\b))",
        ordinal=r"(?:[\s-]et)?[\s-]\w+ièmes?\b",
    ),
    "es": Numbers(
        ones="cero un/uno/una dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince "
        "dieciséis diecisiete dieciocho diecinueve",
        tens="veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa",
        others={
            **dict(
                enumerate(
                    "veintiún/veintiuno/veintiuna veintidós veintitrés veinticuatro veinticinco veintiséis "
                    "veintisiete veintiocho veintinueve".split(),
                    21,
                )
            ),
            100: "cien/ciento",
            200: "doscientos/doscientas",
            300: "trescientos/trescientas",
            400: "cuatrocientos/cuatrocientas",
            500: "quinientos/quinientas",
            600: "seiscientos/seiscientas",
            700: "setecientos/setecientas",
            800: "ochocientos/ochocientas",
            900: "novecientos/novecientas",
        },
        scales={_THOUSAND: "mil", _MILLION: "millón/millones", _BILLION: "billón/billones"},
        dozen="docena/docenas",
        joint=r"(?:\s+y\s+|\s+)",
    ),
    "it": Numbers(
        ones="zero un/uno/una due tre/tré quattro cinque sei sette otto nove dieci undici dodici tredici quattordici "
        "quindici sedici diciassette diciotto diciannove",
        tens="venti/vent' trenta/trent' quaranta/quarant' cinquanta/cinquant' sessanta/sessant' settanta/settant' "
        "ottanta/ottant' novanta/novant'",
        hundred="cento/cent'",
        scales={_THOUSAND: "mille/mila", _MILLION: "milione/milioni", _MILLIARD: "miliardo/miliardi"},
        dozen="dozzina/dozzine",
        joint=r"(?:\s+e\s+|\s+)",
        glue="",
    ),
    "pt": Numbers(
        ones="zero um/uma dois/duas três quatro cinco seis sete oito nove dez onze doze treze catorze/quatorze quinze "
        "dezesseis/dezasseis dezessete/dezassete dezoito dezenove/dezanove",
        tens="vinte trinta quarenta cinquenta sessenta setenta oitenta noventa",
        others={
            100: "cem/cento",
            200: "duzentos/duzentas",
            300: "trezentos/trezentas",
            400: "quatrocentos/quatrocentas",
            500: "quinhentos/quinhentas",
            600: "seiscentos/seiscentas",
            700: "setecentos/setecentas",
            800: "oitocentos/oitocentas",
            900: "novecentos/novecentas",
        },
        scales={_THOUSAND: "mil", _MILLION: "milhão/milhões", _MILLIARD: "bilhão/bilhões"},
        dozen="dúzia/dúzias",
        joint=r"(?:\s+e\s+|\s+)",
    ),
    "sr": Numbers(
        ones="nula jedan/jedna/jedno/jednu/jednog/jednoga dva/dve/dvije tri četiri pet šest sedam osam devet deset "
        "jedanaest dvanaest trinaest četrnaest petnaest šesnaest sedamnaest osamnaest devetnaest",
        tens="dvadeset trideset četrdeset pedeset šezdeset sedamdeset osamdeset devedeset",
        others={
            100: "sto",
            200: "dvesta/dvjesta/dvesto/dvjesto",
            300: "trista/tristo",
            400: "četiristo/četristo",
            500: "petsto",
            600: "šeststo/šesto",
            700: "sedamsto",
            800: "osamsto",
            900: "devetsto",
        },
        hundred="stotina/stotine/stotinu",
        scales={
            _THOUSAND: "hiljada/hiljade/hiljadu/tisuća/tisuće/tisuću",
            _MILLION: "milion/miliona/milijun/milijuna",
            _MILLIARD: "milijarda/milijarde/milijardi/milijardu",
        },
        dozen="tuce/tuceta",
        joint=r"(?:\s+[iи]\s+|\s+)",
        ordinal=r"\s+(?:[iи]\s+)?(?:prv|drug|treć|četvrt|pet|šest|sedm|osm|devet|прв|друг|трећ|четврт|пет|шест|седм|осм|"
        r"девет)(?:[ioaeu]|[иоаеу]|[oо][gг][aа]?|[oо][mм])\b",
    ),
}
#: Latin letters of Serbian by their Cyrillic ones; two letters that are one come first.
_CYRILLIC = dict(
    zip(
        "lj nj dž a b c č ć d đ e f g h i j k l m n o p r s š t u v z ž".split(),
        "љњџабцчћдђефгхијклмнопрсштувзж",
        strict=True,
    )
)


def cyrillic(word: str) -> str:
    """A Serbian word in Cyrillic letters."""
    for latin, letter in _CYRILLIC.items():
        word = word.replace(latin, letter)
    return word
