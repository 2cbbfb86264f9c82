"""What `invoke new dossier` asks and says, and how the pin of a repository is raised."""

from __future__ import annotations

import sys
from pathlib import Path

from briefing.cli.commands.console import say, stop
from briefing.model.shell import quoted
from briefing.reading.scaffold import ScaffoldError
from briefing.repository import begin, pin, region
from briefing.repository.begin import Wishes
from briefing.repository.wheel import WheelError, wheel

#: What is asked at a terminal: the option, and the question.
_QUESTIONS = {
    "title": "Title of the dossier (empty: later): ",
    "languages": "Languages, that of your prose first, as en,sq,sr (empty: en): ",
    "region": "Region as west,south,east,north in degrees, as 18.4,41.8,23.1,46.2 (empty: the world): ",
}


def dossier(folder: str, root: str, *, generator: str = "", **options: str) -> None:
    """`invoke new dossier`: write a whole repository; at a terminal, ask what no option says."""
    if root:
        stop("--root must be left out with `invoke new dossier`, which is told its new folder.", 2)
    try:
        target = Path(folder).expanduser().resolve()
        if not begin.is_dossier(target) and sys.stdin.isatty() and sys.stdout.isatty():
            options = _asked(options)
        wishes = _wishes(options)
        if fault := wishes.fault():  # before a wheel is made
            stop(f"{fault}.", 2)
        written = begin.start(target, wishes, wheel(generator))
    except (ScaffoldError, WheelError, OSError, RuntimeError, ValueError) as error:
        stop(f"{error}.", 2)
    print(f"A dossier is begun in {target}, with a repository of its own: {len(written)} files.")
    if wishes.region and (warning := region.too_coarse(region.box(wishes.region))):
        print(f"Warning: {warning}")
    print(f"Next: cd {quoted(str(target))}, and go on as its README.md says. Its first line sets up:")
    print("  python3 -m venv --clear .venv && .venv/bin/pip install -r requirements.lock && .venv/bin/invoke build")


def _asked(options: dict[str, str]) -> dict[str, str]:
    """The options, and answers where there are none; each is asked again until it can be used."""
    answered = dict(options)
    try:
        for name, question in _QUESTIONS.items():
            while not options[name] and (said := input(question).strip()):
                answered[name] = said
                if not (fault := _wishes({**dict.fromkeys(_QUESTIONS, ""), name: said}).fault()):
                    break
                print(f"{fault}.")
                answered[name] = ""
    except (EOFError, KeyboardInterrupt):
        print()
        stop("Nothing was written.", 130)
    return answered


def _wishes(options: dict[str, str]) -> Wishes:
    tags = tuple(filter(None, (tag.strip() for tag in options["languages"].split(","))))
    return Wishes(options["title"].strip(), tags, options["region"].strip())


def raise_pin(folder: Path, root: str, generator: str, is_to_write: bool) -> None:
    """`invoke upgrade --generator`: show what another generator changes in the lock, and write it when asked."""
    try:
        proposed = pin.propose(folder, wheel(generator))
        print("\n".join(proposed.lines))
        if not proposed.files:
            return
        if not is_to_write:
            say("\nNothing was written; with --write it is.", root)
            return
        pin.write(folder, proposed)
    except WheelError as error:
        stop(f"{error}.", 2)
    except OSError as error:
        stop(f"{folder} must be a folder that can be written ({error.strerror}).")
    print(f"\nWrote {', '.join(proposed.files)}. Next, set up again; then `invoke upgrade` brings the records along:")
    print("  python3 -m venv --clear .venv && .venv/bin/pip install -r requirements.lock && .venv/bin/invoke upgrade")
