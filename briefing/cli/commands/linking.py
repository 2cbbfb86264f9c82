"""`invoke links`."""

from __future__ import annotations

from briefing.cli.commands.console import dossier, say, stop
from briefing.model import problems
from briefing.model.wording import count


def links(root: str) -> None:
    """`invoke links`."""
    from briefing.dossier import parse
    from briefing.edits import links as outside
    from briefing.store import web

    chosen = dossier(root)
    loaded = parse.load(chosen.root)
    if loaded.corpus is None:
        say(problems.as_text(loaded.problems), root)
        stop("The dossier must be readable; nothing was tried.")
    found = list(outside.spots(loaded.corpus))
    addresses = list(dict.fromkeys(outside.bare(spot.address) for spot in found))
    outcomes = outside.tried(addresses, web.ask)
    is_alone = outcomes and all(outcome.why in (web.NO_HOST, web.NO_LOOKUP) for outcome in outcomes.values())
    if is_alone:  # then nothing is known of any of them
        outcomes = {address: outside.Tried("link-unsure", outcome.why) for address, outcome in outcomes.items()}
    codes = [outcome.code for outcome in outcomes.values()]
    if told := outside.problems(found, outcomes):
        say(problems.as_text(told), root)
    dead, fine = codes.count("link-dead"), sum(code in ("", "link-moved") for code in codes)
    others = len(codes) - dead - fine
    unsure = f"; look at {others} by hand" if others else ""
    whole = count(len(codes), "address outside", "addresses outside")
    print(
        f"{fine} of {whole} {'answers' if fine == 1 else 'answer'}; {dead} {'is' if dead == 1 else 'are'} dead{unsure}."
    )
    if is_alone:
        say("No host at all could be found. Is this machine connected to the internet, without a proxy?", root)
    if dead or is_alone:
        raise SystemExit(1)
