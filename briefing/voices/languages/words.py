"""The form in which the modules beside this one write down their language."""

from __future__ import annotations

from msgspec import Struct


class Words(Struct, frozen=True, kw_only=True):
    """The lists of one language, as its module writes them down."""

    #: Verbs by which somebody speaks: finite forms, then participles, infinitives and gerunds. A `+` joins a
    #: finite form to a particle that stands apart, behind it: `räumte+ein`; in the verbs of citing and denying, too.
    says: str
    saying: str
    #: Of both, past participles: passive behind a form of `to be`. Endings that make them agree with a subject; with a
    #: `-`, in place of a last vowel.
    passive: str
    agreement: str = ""
    #: Verbs by which somebody gives the words of somebody else.
    cites: str
    #: Verbs of not saying, words of not, words that make what is said uncertain.
    denies: str
    #: Of these, verbs of being against something: what they have as their object may be anybody's words.
    stances: str = ""
    negations: str
    doubts: str
    #: Words that open a clause of what may not be so.
    conditions: str = ""
    #: Words for what is not so, before `that`; words that open a clause which is what a verb is about: `rejects what`.
    untrue: str = ""
    objects: str = ""
    be: str
    #: What may stand between a subject and its verb: auxiliaries, adverbs, short pronouns.
    between: str
    #: Of these, auxiliaries that stand before the subject behind a word of not: `nor did she say`.
    auxiliaries: str = ""
    #: Phrases before the name of a speaker, and those before whoever does what a passive tells.
    according: str
    agents: str
    #: Prepositions before a body whose people speak, where nobody else does: `aus dem Rathaus heißt es`.
    sources: str = ""
    #: Prepositions before the author of an answer or a document.
    authors: str
    #: Verbs that tell what somebody does rather than says, when somebody else reports it.
    acts: str
    #: Nouns for what somebody says.
    words: str
    #: Of these, answers: of whoever was asked, not of whoever spoke last.
    replies: str
    that: str
    relative: str
    conjunctions: str
    contrast: str
    #: Words that open a clause or a phrase that a comma closes.
    openers: str
    of: str
    prepositions: str
    #: Of these, what stands before an infinitive: behind any other, a word that may be a verb is a noun.
    infinitive: str = ""
    #: Of these, words that begin a clause, too: `after Talomar said`.
    joining: str = ""
    articles: str
    #: Of these, those of something not yet known: `a source` is a person, `the source` the text.
    indefinite: str = ""
    #: Of these, forms that no subject has.
    oblique: str = ""
    #: Possessive pronouns and whose they are, as `her=f`.
    owners: str
    #: Pronouns that may be a subject, as `she=f`: of a man, a woman, a thing, several (m, f, n, p), of anybody (a).
    pronouns: str
    #: Words for one of several, for nobody in particular; and for nobody at all.
    vague: str
    nobody: str
    titles: str
    #: Words that make an office another one, and those who speak for somebody else.
    deputies: str
    spokes: str
    #: Of the former, words for who held an office once.
    former: str = ""
    people: str
    reporters: str
    papers: str
    documents: str
    #: Nouns of bodies that the name of their place may stand for, that of a government first.
    states: str
    #: Adjectives of countries that are not akin to their names, as `american=us=states`.
    demonyms: str = ""
    #: Adjectives that leave an office what it is.
    neutral: str
    months: str
    #: Prepositions before the year in which somebody said it.
    when: str
    #: Words that begin a sentence with a capital letter and are no name.
    common: str
    abbreviations: str
    #: Words for one office or body, a comma between groups.
    same: str
    #: Endings of names in other cases and of possessives; with a `-`, in place of a last vowel.
    cases: str = ""
    genitive: str = ""
    possessives: str = ""
    #: Of possessives, endings with which a surname is a woman's, too: `Tasićeva kaže`.
    feminine: str = ""
    feminine_cases: str = ""
    #: Endings of nouns in the plural, which are no name where a sentence begins with one.
    plural: str = "s"
    #: Endings of adjectives that stand before the nouns of names; endings of adverbs.
    adjective: str = ""
    adverb: str = ""
    #: Prepositions before a person who is an object: `cita a Talomar`.
    personal: str = ""
    #: Pronouns before a form of `to be` that is none of a passive: `s'est dit`.
    reflexive: str = ""
    #: Verbs of letting somebody speak: `ließ sich sagen`; words before the one to whom it is left: `it fell to`.
    lets: str = ""
    falls: str = ""
    #: Prepositions before somebody's version, view or words at the head of a sentence.
    inside: str = ""
    #: Words behind the name of a speaker: `dem Rat zufolge`.
    following: str = ""
    #: Parts of words with a hyphen that are one word.
    compounds: str = ""
    #: Endings of unknown names that are addressed.
    addressed: str = ""
    #: Whether a figure with a stop is an ordinal; whether the last vowel of a stem may go: `Petar`, `Petra`.
    ordinals: bool = False
    fleeting: bool = False
    #: Whether `he` and `she` are people only, never bodies.
    natural_gender: bool = False
    drops_pronouns: bool = False
    elides: bool = False
    #: Whether the subject often follows its verb, and whether every noun has a capital letter.
    inverts: bool = False
    capital_nouns: bool = False
    #: Whether the verb may end its clause, and words are joined to one: `Wasserministerin`.
    verb_last: bool = False
