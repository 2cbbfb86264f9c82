"""Words for those who stand in for the holder of an office, or held it before, by language."""

SECONDS = {
    "en": "deputy vice vice-chair vice-president",
    "de": """
    stellvertreter stellvertreterin stellvertreters stellvertretende stellvertretender stellvertretenden vize
    """,
    "fr": "adjoint adjointe vice vice-président vice-présidente suppléant suppléante",
    "es": "adjunto adjunta vicepresidente vicepresidenta suplente",
    "it": "vice vicepresidente vicesindaco vicesindaca",
    "pt": "vice vice-presidente adjunto adjunta suplente",
    "sr": """
    zamenik zamenica zamenika zamenice zamjenik zamjenica potpredsednik potpredsednica potpredsjednik potpredsjednica
    """,
}
FORERUNNERS = {
    "en": "predecessor",
    "de": "vorgänger vorgängerin amtsvorgänger amtsvorgängerin",
    "fr": "prédécesseur prédécesseure",
    "es": "predecesor predecesora antecesor antecesora",
    "it": "predecessore predecessora",
    "pt": "antecessor antecessora predecessor predecessora",
    "sr": "prethodnik prethodnica prethodnika prethodnice",
}
