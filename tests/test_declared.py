"""A field is declared once; how it is read, explained to editors, published and checked elsewhere follows."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, ClassVar

import jsonschema
import pytest
import yaml

from briefing.model import wording
from briefing.model.keys import fields
from briefing.model.records import BY_NAME, KINDS, Event
from briefing.model.vocabulary import ActorKind, Basis, PlaceKind, SourceKind, Standing
from briefing.reading.frontmatter import split
from briefing.reading.scaffold import KINDS as NEW
from briefing.reading.scaffold import skeleton
from briefing.reading.schema import schema
from tests.running import module
from tests.support import DEMO, ROOT, copy_of
from tests.test_bad import CASES, apply, read
from tools import reference

#: Codes of faults of one value or key, and the cases of these that no schema can tell, with the reason.
OF_ONE_VALUE = {"key-missing", "key-unknown", "value", "value-type", "date", "coordinates"}
BEYOND_A_SCHEMA = {
    "date-impossible": "how many days a month has",
    "date-leap": "how many days a month has",
    "dates-that-cannot-be": "how many days a month has, and which of two dates is later",
    "date-period": "which of two dates is later",
    "dossier-draft": "that nothing can be built without this record",
    "value-look-alike": "which letters look alike",
    "value-number-fraction": "to JSON, 25.0 is a whole number",
    "value-removed": "which ids a page needs for itself",
    "value-language-unknown": "which languages there are",
    "value-was": "which ids a page needs for itself",
    **dict.fromkeys(
        (path.stem for path in CASES if path.stem.startswith(("value-address-", "value-site-url"))),
        "which hosts every reader can reach",
    ),
}


class Core(yaml.SafeLoader):
    """YAML as editors read it (version 1.2, core schema): a date and `yes` are text, a number is not."""

    yaml_implicit_resolvers: ClassVar[dict[str, Any]] = {}


for tag, form in (
    ("int", r"[-+]?[0-9]+"),
    ("float", r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?"),
    ("bool", "true|True|TRUE|false|False|FALSE"),
    ("null", "~|null|Null|NULL|"),
):
    Core.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(f"(?:{form})$"), None)


def kind_of(path: str) -> str:
    """The word for the kind of a record, from its path in the dossier."""
    folders = [key for key in KINDS if path == key or path.startswith(f"{key}/")]
    return KINDS[folders[0]].__name__.lower()


def refused(text: str, kind: str) -> list[str]:
    """What the schema of a kind finds wrong with the head of a record."""
    head = yaml.load(split(text)[0], Core) or {}
    faults = jsonschema.Draft202012Validator(schema([kind])).iter_errors(head)
    return [f"{fault.json_path}: {fault.message}" for fault in faults]


@pytest.mark.parametrize("names", [*([name] for name in BY_NAME), list(BY_NAME)], ids="-".join)
def test_schemas_are_valid(names: list[str]) -> None:
    """What `invoke schema` prints is JSON Schema, each key has a type, and each sample is an example of it."""
    whole = schema(names)
    jsonschema.Draft202012Validator.check_schema(whole)
    for definition in whole["$defs"].values():
        assert definition["additionalProperties"] is False
        for key, value in definition["properties"].items():
            assert {"type", "enum", "anyOf", "$ref"} & value.keys(), key
            one = jsonschema.Draft202012Validator(value | {"$defs": whole["$defs"]})
            assert all(one.is_valid(example) for example in value.get("examples", ())), key


@pytest.mark.parametrize("root", [DEMO, ROOT], ids=["demo", "own"])
def test_schemas_pass_what_is_right(root: Path) -> None:
    """Every head of a dossier without problems is right by the schema, too."""
    paths = [path.relative_to(root) for part in ("content", "seeds") for path in sorted((root / part).rglob("*.md"))]
    paths = [path for path in paths if path.name != "README.md" and path.parts[1] != "maps"]
    assert len(paths) > 20
    assert {str(path): refused((root / path).read_text("utf-8"), kind_of(path.as_posix())) for path in paths} == {
        str(path): [] for path in paths
    }


@pytest.mark.parametrize("kind", NEW)
def test_schemas_pass_new_records(kind: str) -> None:
    """What `invoke new` writes is right by the schema while it is a draft."""
    _, text = skeleton(kind, "actor/question" if kind == "position" else "new", "2025-03-10", "harbour-post")
    assert refused(text, kind) == []


def test_schemas_refuse_what_the_reader_refuses(tmp_path: Path) -> None:
    """A fault of one value or key is one by the schema, too."""
    tried = 0
    for case in CASES:
        told = (re.fullmatch(r"(.+\.md):\d+: ([a-z-]+)", spot) for spot in read(case).expected)
        wrong = {spot[1] for spot in told if spot and spot[2] in OF_ONE_VALUE}
        if not wrong or case.stem == "front-matter-tab":  # which is no YAML
            continue
        dossier = copy_of(DEMO, tmp_path / case.stem)
        for change in read(case).changes:
            apply(dossier, *change)
        passed = {path for path in wrong if not refused(dossier.read(path), kind_of(path))}
        assert passed == (wrong if case.stem in BEYOND_A_SCHEMA else set()), case.stem
        tried += 1
    assert tried > 60


def test_docs_list_every_key() -> None:
    """The tables of docs/records.md are those that the records declare."""
    text = reference.FILE.read_text("utf-8")
    assert text == reference.renewed(text), "run `python -m tools.reference`, which writes the tables anew"
    assert set(re.findall(r"^## (\w+) \(`", text, re.MULTILINE)) == BY_NAME.keys()


def test_no_field_without_a_declaration() -> None:
    """A field that is not declared, or of a type that no head can hold, is an error as soon as its kind is used."""

    class Forgotten(Event, frozen=True, kw_only=True):
        weather: str = ""

    with pytest.raises(TypeError, match=r"Forgotten\.weather must be declared"):
        fields(Forgotten)


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        (wording.BASIS, Basis),
        (wording.BASIS_MEANING, Basis),
        (wording.ACTOR_KIND, ActorKind),
        (wording.PLACE_KIND, PlaceKind),
        (wording.SOURCE_KIND, SourceKind),
        (wording.STANDING, Standing),
    ],
)
def test_readers_get_words_for_everything(words: dict[Any, str], kind: Iterable[Any]) -> None:
    """Nothing that a head may say is without words on the site."""
    assert words.keys() == set(kind)


@pytest.fixture
def generator(tmp_path: Path) -> Callable[..., str]:
    """A copy of the generator to change, in `tmp_path`; call it to run a module there, for what that prints."""
    for name in ("briefing", "tools", "theme", "docs"):
        shutil.copytree(ROOT / name, tmp_path / name)
    shutil.copy(ROOT / "tasks.py", tmp_path)

    def run(name: str, *arguments: str) -> str:
        done = module(name, *arguments, cwd=tmp_path)
        return done.stdout + done.stderr

    return run


def test_a_new_kind_of_source_needs_one_line(tmp_path: Path, generator: Callable[..., str]) -> None:
    """With one line in the vocabulary, which must say whose its words are, a kind of source can be used."""
    vocabulary = tmp_path / "briefing/model/vocabulary.py"
    before, dossier = vocabulary.read_text("utf-8"), copy_of(DEMO, tmp_path / "dossier")
    dossier.edit("seeds/harbour-post.md", "kind: article", "kind: podcast")
    law = "    LAW ="
    vocabulary.write_text(before.replace(law, f'    PODCAST = "podcast"\n{law}'), "utf-8")
    assert "telling" in generator("invoke", "check", "--root", "dossier")
    vocabulary.write_text(before.replace(law, f'    PODCAST = "podcast", Telling.TOLD\n{law}'), "utf-8")
    generator("invoke", "build", "--root", "dossier", "--output", "site", "--as-of", "2025-03-10")
    assert ">Podcast" in (tmp_path / "site/sources/harbour-post/index.html").read_text("utf-8")
    generator("tools.reference")
    assert "`speech`, `podcast`, `law`" in (tmp_path / "docs/records.md").read_text("utf-8")


def test_a_new_field_needs_one_line(tmp_path: Path, generator: Callable[..., str]) -> None:
    """With one line in the class of events, and no other, a field is read, held to the rules, published, named for
    readers, explained to editors and missed in the docs.
    """
    model = tmp_path / "briefing/model/records/events.py"
    line = '    weather: Annotated[str, Key("how the weather was", most=40, published=True)] = ""\n'
    before = "    outcome_of: Annotated["
    model.write_text(model.read_text("utf-8").replace(before, line + before, 1), "utf-8")
    dossier = copy_of(DEMO, tmp_path / "dossier")
    event = "content/events/pipe-laid.md"

    def weather(words: str) -> str:
        dossier.write(
            event, re.sub(r"^(?:weather: .*\n)?date:", f"weather: {words}\ndate:", dossier.read(event), flags=re.M)
        )
        return generator("invoke", "check", "--root", "dossier")

    assert "No problems found" in weather("It rained.")
    assert "`weather`: must have at most 40 letters" in weather("It rained all day, and all night, and all week.")
    assert "[quote-missing]" in weather("It “rained”.")
    weather("It rained.")
    generator("invoke", "release", "--root", "dossier")
    assert "[published-changed] the published weather" in weather("It snowed.")
    dossier.edit(
        event,
        "weather: It snowed.",
        "weather: It snowed.\nchanges: {date: 2025-03-09, what: The weather., why: It snowed.}",
    )
    generator("invoke", "build", "--root", "dossier", "--output", "site", "--as-of", "2025-03-10")
    changes = " ".join((tmp_path / "site/changes/index.html").read_text("utf-8").split())
    assert re.search(r"Weather.{1,200}It rained\..{1,200}It snowed\.", changes)
    generator("invoke", "new", "event", "storm", "--root", "dossier")
    assert "# weather: How the weather was.\n" in dossier.read("content/events/storm.md")
    assert '"maxLength": 40' in generator("invoke", "schema", "--kind", "event")
    docs = (tmp_path / "docs/records.md").read_text("utf-8")
    generator("tools.reference")
    renewed = (tmp_path / "docs/records.md").read_text("utf-8")
    assert "| `weather` | noted | how the weather was; at most 40 letters |\n" in set(renewed.splitlines(True)) - set(
        docs.splitlines(True)
    )
