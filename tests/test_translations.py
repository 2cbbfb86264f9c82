"""Quotations with their translations: proved, paired by the lock, shown, published. Sources in other scripts stand
beside the demo's own.
"""

from __future__ import annotations

import hashlib
import json
import re
from pathlib import Path

import pytest
from lxml import html

from briefing.cli import commands
from briefing.publication.compare import compare
from briefing.publication.manifest import NOTHING
from briefing.publication.published import manifest
from briefing.site.languages import Languages
from tests.support import Dossier

PAPERS, POSITION = "content/briefs/papers.md", "content/positions/fishers-league/share.md"
ARABIC = [
    "قال رئيس المجلس ريث أوكوفاي: «لَنْ نُغَادِرَ جزيرتَنا قبل أن يعود الماء»، وأضاف أن الوقت ضيق.",
    "وقالت الوزيرة: «لا نستطيع أن نعطي ما لا تعطيه الصخرة». وجاء بالإنجليزية: “We cannot give what the rock does not”.",
    "جاء في التقرير أن الناس ينتظرون منذ شهرين وأن المدارس مفتوحة وأن البحر هادئ وأن الصيادين يعودون كل مساء إلى الميناء.",
]
SAYS = 'Reth Okuvai said "لن نغادر جزيرتنا" ("we shall not leave our island", our translation) [@levant-daily, ¶1].'


def source(dossier: Dossier, id: str, language: str, paragraphs: list[str], voices: str, kind: str = "article") -> None:
    """Add a source with its text."""
    text = "\n".join(paragraphs) + "\n"
    dossier.write(f"seeds/{id}.txt", text)
    head = f"title: {paragraphs[0][:20]}\npublisher: The Levant Daily\nkind: {kind}\nlanguage: {language}\n"
    head += f"paragraphs: {len(paragraphs)}\nsha256: {hashlib.sha256(text.encode()).hexdigest()}\n"
    dossier.write(
        f"seeds/{id}.md",
        f"---\n{head}published: 2025-02-20\nrights: Invented.\nvoices:\n{voices}---\nInvented. [@us]\n",
    )


@pytest.fixture
def arabic(dossier: Dossier) -> Dossier:
    """The demo with an Arabic newspaper, quoted in a brief and in a position."""
    source(
        dossier, "levant-daily", "ar", ARABIC,
        "  - {by: Reth Okuvai, in: ¶1}\n  - {by: Ines Talomar, in: '¶2 \"لا نستطيع\"'}\n"
        "  - {by: Ines Talomar, in: '¶2 \"We cannot\"'}\n",
    )  # fmt: skip
    dossier.edit("content/dossier.md", "answer: in-a-minute", "limits: {share: 60}\nanswer: in-a-minute")
    dossier.write(PAPERS, f"{dossier.read(PAPERS).rstrip()}\n\n{SAYS}\n")
    dossier.write(
        POSITION,
        "---\nstance: half\nvia: telissa-council\nas_of: 2025-02\ncite: levant-daily ¶1\nquote: لن نغادر جزيرتنا\nspeaker: Reth Okuvai\n"
        "translation: We shall not leave our island\n---\nThe council wants to wait.\n",
    )
    assert dossier.problems() == []
    return dossier


def codes(dossier: Dossier) -> list[str]:
    """The codes of all problems, but that a lock is behind."""
    return [problem.code for problem in dossier.problems() if problem.code != "lock-outdated"]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("لن نغادر جزيرتنا", "لن نغادر مدينتنا", ["quote-altered"]),
        ("لن نغادر جزيرتنا", "لُن نغادر جزيرتنا", ["quote-altered"]),
        ("لن نغادر جزيرتنا", "لَنْ نغادر جزيرتنا", []),
        ("Reth Okuvai said", "Ines Talomar said", ["voice-wrong"]),
        ('our island", our translation', "our island\", the source's translation", ["translation-source"]),
        ('our island", our translation', 'our island", translation: Dana Levi', []),
        ('"لن نغادر جزيرتنا" ("we shall', '("we shall', ["translation-original"]),
        ('("we shall not leave our island", our translation) ', "", []),
        ('"لن نغادر جزيرتنا" ("we shall not leave our island", our translation)', '"we shall stay"', ["quote-missing"]),
        ("we shall not leave our island", "لن نغادر", ["translation-language"]),
        ('"لن نغادر جزيرتنا"', "«لن نغادر جزيرتنا»", []),
        (
            '"لن نغادر جزيرتنا" ("we shall not leave our island", our translation) [@levant-daily, ¶1]',
            '"we shall not leave our island" (our translation of "لن نغادر جزيرتنا") [@levant-daily, ¶1]',
            [],
        ),
    ],
)
def test_a_quotation_with_its_translation(arabic: Dossier, old: str, new: str, expected: list[str]) -> None:
    """Each planted fault is told, and no legitimate form is."""
    arabic.edit(PAPERS, old, new)
    assert codes(arabic) == expected


def test_the_source_s_own_translation_is_proved(arabic: Dossier) -> None:
    """It stands beside the original in what is cited; it is no quotation of its own."""
    told = 'Ines Talomar said "لا نستطيع أن نعطي" ("We cannot give", the source\'s translation) [@levant-daily, ¶2].'
    arabic.edit(PAPERS, SAYS, told)
    assert codes(arabic) == []
    arabic.edit(PAPERS, "¶2].", "¶1-2].")
    assert codes(arabic) == []
    arabic.edit(PAPERS, "We cannot give", "We cannot take")
    assert codes(arabic) == ["translation-source"]


@pytest.mark.parametrize("at_hand", [True, False])
def test_neither_is_changed_without_the_other(
    arabic: Dossier, at_hand: bool, capsys: pytest.CaptureFixture[str]
) -> None:
    """The lock holds the pairs; one that changed by half is told until `invoke verify` takes it down."""
    commands.verify(str(arabic.root))
    text = arabic.read("seeds/levant-daily.txt")
    if not at_hand:
        (arabic.root / "seeds/levant-daily.txt").unlink()
    assert codes(arabic) == []
    arabic.edit(PAPERS, "we shall not leave our island", "we shall never leave our island")
    assert codes(arabic) == ["translation-alone"]
    arabic.edit(PAPERS, "we shall never leave our island", "we shall not leave our island")
    assert codes(arabic) == []
    arabic.write("seeds/levant-daily.txt", text)
    arabic.edit(POSITION, "quote: لن نغادر جزيرتنا", "quote: لن نغادر")
    assert codes(arabic) == ["translation-alone"]
    capsys.readouterr()
    commands.verify(str(arabic.root))
    assert "the original was changed, and the translation was not" in capsys.readouterr().out
    assert arabic.problems() == []


def test_a_new_pair_is_no_change(arabic: Dossier) -> None:
    """The same words may be translated once more, of which a warning tells, until `verify` has taken that down."""
    commands.verify(str(arabic.root))
    more = SAYS.replace("our island", "this island of ours")
    arabic.write(PAPERS, f"{arabic.read(PAPERS).rstrip()}\n\n{more}\n")
    assert codes(arabic) == ["translation-alone"]
    assert all(problem.level == "warning" for problem in arabic.problems())
    commands.verify(str(arabic.root))
    assert codes(arabic) == []


def test_a_published_translation_changes_with_a_note_only(arabic: Dossier) -> None:
    """In a head and in prose."""
    corpus = arabic.load().corpus
    assert corpus
    before = manifest(corpus, NOTHING)
    arabic.edit(PAPERS, "we shall not leave our island", "we shall never leave our island")
    arabic.edit(POSITION, "We shall not leave our island", "We shall never leave our island")
    corpus = arabic.load().corpus
    assert corpus
    told = sorted(compare(corpus, before, True, frozenset()))
    assert [(problem.path, problem.code) for problem in told] == [
        (PAPERS, "published-changed"),
        (POSITION, "published-changed"),
    ]


def test_pages_say_whose_translation_it_is(arabic: Dossier, tmp_path: Path) -> None:
    """The original with its language and direction, the translation never as a quotation."""
    arabic.write(
        PAPERS,
        arabic.read(PAPERS)
        + '\n> لن نغادر جزيرتنا\n> ("We shall not leave our island", our translation)\n> — Reth Okuvai [@levant-daily, ¶1]\n',
    )
    arabic.build(tmp_path / "site")
    page = html.parse(str(tmp_path / "site/briefs/papers/index.html")).getroot()
    (quoted,) = page.xpath("//*[@class='prose']//p/q[span/@lang='ar']")
    assert (quoted.find("span").get("dir"), quoted.get("title")) == ("rtl", "Reth Okuvai")
    assert quoted.getnext().get("class") == "translation"
    assert (
        quoted.getparent()
        .text_content()
        .startswith("Reth Okuvai said “لن نغادر جزيرتنا” (“we shall not leave our island”, our translation)")
    )
    (block,) = page.xpath("//blockquote[@lang='ar' and @dir='rtl']")
    ours = [(span.get("class"), span.get("lang"), span.get("dir")) for span in block.xpath(".//span[@lang]")]
    assert ours == [("translation", "en", "ltr"), ("attribution", "en", "ltr")]
    actor = html.parse(str(tmp_path / "site/actors/fishers-league/index.html")).getroot()
    (figure,) = actor.xpath("//figure[.//p[@class='translation']]")
    assert figure.find("blockquote").get("dir") == "rtl"
    assert figure.xpath("string(p)").split() == "“We shall not leave our island” (Our translation)".split()
    rests = html.parse(str(tmp_path / "site/sources/levant-daily/index.html")).getroot()
    assert "“We shall not leave our island” (Our translation)" in rests.text_content()


def test_words_in_other_scripts_say_their_language(arabic: Dossier, tmp_path: Path) -> None:
    """In prose, headings, tables, titles of sources and links, by the names on record or by the sources, else by the
    script; never within what may hold no element.
    """
    body = (
        "\n## A word لن نغادر\n\nThe spring is ينبوع أوندو, and Източник is a word [@levant-daily, ¶3, reporter].\n\n"
    )
    body += "| Word | Says |\n|---|---|\n| нет | no [@levant-daily, ¶3, reporter] |\n"
    arabic.write(PAPERS, arabic.read(PAPERS) + body)
    arabic.build(tmp_path / "site")
    page = html.parse(str(tmp_path / "site/briefs/papers/index.html")).getroot()
    marked = [(span.text, span.get("lang"), span.get("dir")) for span in page.xpath("//main//span[@lang]")]
    assert ("لن نغادر", "ar", "rtl") in marked
    assert ("ينبوع أوندو", "ar", "rtl") in marked
    assert ("Източник", "ru", "ltr") in marked, "the names on record are Russian ones only"
    assert ("нет", "ru", "ltr") in marked
    source = html.parse(str(tmp_path / "site/sources/levant-daily/index.html")).getroot()
    (title,) = source.xpath("//h1/span")
    assert (title.get("lang"), title.get("dir")) == ("ar", "rtl")
    assert source.xpath("//head/title/span") == []
    index = html.parse(str(tmp_path / "site/sources/index.html")).getroot()
    assert [span.text for span in index.xpath("//h2//span[@lang='fr']")] == ["Rapport sur la conduite d’Ondo"]


def test_data_give_languages_and_translations(arabic: Dossier, tmp_path: Path) -> None:
    """The quotation in its own language, and the translation as a work of its own."""
    arabic.build(tmp_path / "site")
    page = html.parse(str(tmp_path / "site/briefs/papers/index.html")).getroot()
    graph = json.loads(page.xpath("string(//script[@type='application/ld+json'])"))["@graph"]
    (said,) = [one for one in graph if one.get("text") == "لن نغادر جزيرتنا"]
    assert said["inLanguage"] == "ar"
    assert said["workTranslation"] == {
        "@type": "CreativeWork",
        "text": "we shall not leave our island",
        "inLanguage": "en",
        "creditText": "Our translation",
    }


@pytest.mark.parametrize(
    ("here", "given", "expected"),
    [
        ("en", "<p>a צה״ל b</p>", '<p>a <span lang="he" dir="rtl">צה״ל</span> b</p>'),
        (
            "en",
            '<q lang="he" dir="rtl">א <b>Post</b></q>',
            '<q lang="he" dir="rtl">א <b><span lang="en" dir="ltr">Post</span></b></q>',
        ),
        ("en", "<svg><title>א</title></svg><p>A</p>", "<svg><title>א</title></svg><p>A</p>"),
        ("en", "<ul><li>א<li>b</ul>", '<ul><li><span lang="he" dir="rtl">א</span><li>b</ul>'),
        ("en", '<i lang="ar">لن</i>', '<i lang="ar" dir="rtl">لن</i>'),
        ("en", "<p>水を &amp; 水</p>", None),
        ("ar", "<p>قال Ann Lee إن</p>", '<p>قال <span lang="en" dir="ltr">Ann Lee</span> إن</p>'),
        ("ar", "<p>&nbsp;Built, 3&nbsp;May.</p>", '<p>&nbsp;<span lang="en" dir="ltr">Built, 3&nbsp;May.</span></p>'),
        (
            "ar",
            "<p>· Made <time>3 May</time>. From <a>2 sources</a>.</p>",
            '<p>· <span lang="en" dir="ltr">Made <time>3 May</time>. From <a>2 sources</a>.</span></p>',
        ),
        ("ar", "<p>نص. From <a>2</a></p>", '<p>نص. <span lang="en" dir="ltr">From <a>2</a></span></p>'),
        ("ar", "<p>By <a>علي</a>, <q lang='fr'>x</q></p>", None),
        ("ar", "<script>a = 'b <i>c</i>'</script><ul><li><a>1</a> <a>2</a></li></ul>", None),
        ("sr-Latn", "<p>Ne, не</p>", '<p>Ne, <span lang="sr-Cyrl" dir="ltr">не</span></p>'),
        ("ko", "<p>물 水</p>", "<p>물 水</p>"),
    ],
)
def test_marking_keeps_the_page_as_it_is(here: str, given: str, expected: str | None) -> None:
    """Only elements are put in; entities, other elements and what is no text stay."""
    marked = Languages(here, by_script={"Hebr": "he"}).marked(given)
    assert re.sub(r'<span [^>]*>|</span>|(?<=lang="ar") dir="rtl"', "", marked) == re.sub(r"</?span[^>]*>", "", given)
    assert expected is None or marked == expected
