"""What was typed behind `invoke` and cannot be meant, in plainer words than Invoke's own."""

from __future__ import annotations

import copy
import os
import re
from pathlib import PurePath
from typing import Any

from invoke import Collection, Program
from invoke.parser import ParseError, Parser

from briefing.model.shell import quoted
from briefing.model.suggest import did_you_mean
from briefing.model.text import joined
from briefing.tasks.options import TRAILING

_UNKNOWN = re.compile(r"No idea what '(.*)' is!", re.DOTALL)
_NO_VALUE = re.compile(r"Flag <Argument: ([\w-]+).*> needed value and was not given one!")
_NO_WORDS = re.compile(r"'([\w-]+)' did not receive required positional arguments: (.*)")


def is_invoke(program: str) -> bool:
    """Whether a program, as `sys.argv[0]` names it, is Invoke."""
    path = PurePath(program)
    return path.stem in ("invoke", "inv") or path.parts[-2:] == ("invoke", "__main__.py")


def with_options(arguments: list[str], tasks: Collection) -> list[str]:
    """The words behind `invoke`, with the name of its option before a word that may stand there or not (`TRAILING`)."""
    contexts = {context.name: context for context in copy.deepcopy(tasks).to_contexts()}
    found: list[str] = []
    context: Any = None
    needed, trailing = 0, ""
    for word in arguments:
        is_value = context and found and found[-1] in context.flags and context.flags[found[-1]].takes_value
        if is_value or word.startswith("-"):
            pass
        elif context and needed:
            needed -= 1
        elif word in contexts:
            context, needed, trailing = contexts[word], len(contexts[word].positional_args), TRAILING.get(word, "")
        elif trailing:
            found.append(f"--{trailing}")
            trailing = ""
        found.append(word)
    return found


def complaint(arguments: list[str], tasks: Collection) -> str:
    """What is wrong with the words behind `invoke`; empty when nothing is, or when we leave it to Invoke."""
    if "--complete" in arguments:
        return ""
    contexts: list[Any] = copy.deepcopy(tasks).to_contexts()  # it takes the help texts out of the tasks
    options = Program().initial_context
    try:
        unread = Parser(initial=options, ignore_unknown=True).parse_argv(arguments)
        Parser(initial=Program().initial_context, contexts=contexts).parse_argv(unread.unparsed)
        asked = unread[0].args["help"].value
        return _no_task(asked, contexts) if isinstance(asked, str) and asked not in (c.name for c in contexts) else ""
    except ParseError as error:
        return _in_our_words(str(error), error.context, contexts)


def _in_our_words(message: str, context: Any, contexts: list[Any]) -> str:
    task = context.name if context and context.name else ""
    if missing := _NO_VALUE.fullmatch(message):
        return f"--{missing[1]} must have a value behind it. {_help(task)}"
    if missing := _NO_WORDS.fullmatch(message):
        words = joined(missing[2].replace("'", "").upper().split(", "))
        return f"`invoke {missing[1]}` must be told {words}. {_help(missing[1])}"
    unknown = _UNKNOWN.fullmatch(message)
    if not unknown:
        return ""
    word = unknown[1]
    if word.startswith("-"):
        flags = [flag for flag in context.flags if flag.startswith("--")] if context else []
        near = did_you_mean(word, flags) if len(word) > 3 else ""  # one letter resembles every option
        asked = f"invoke {task}".strip()
        return f"`{asked}` must have an option that it knows; {word!r} is none{near}. {_help(task)}"
    if re.search(r"[./\\~]", word) or os.path.isdir(word):
        rooted = [other.name for other in contexts if "--root" in other.flags]
        example = f"`invoke {task if task in rooted else 'check'} --root {quoted(word)}`"
        return f"A folder must be named with --root: {example}. {_help(task)}"
    return _no_task(word, contexts)


def _no_task(word: str, contexts: list[Any]) -> str:
    near = did_you_mean(word, [context.name for context in contexts])
    return f"A task must be one of those that `invoke --list` shows; {word!r} is none{near}."


def _help(task: str) -> str:
    return f"`invoke --help {task}` explains it." if task else "`invoke --list` shows the tasks."
