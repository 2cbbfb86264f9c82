"""Where a dossier's files can be edited, and a mistake told, on the site that holds its repository.

GitHub, GitLab and Forgejo (Codeberg) are told apart by the address of the repository; any other is taken for one like
GitHub.
The branch is `main`, from which the site is published.
"""

from __future__ import annotations

from urllib.parse import quote, urlencode, urlsplit

BRANCH = "main"
#: The most characters of a text that a form is filled with, counted as they stand in the address: servers refuse
#: addresses of more than some eight thousand, older browsers of more than two.
MOST = 600


def _is(repository: str, *names: str) -> bool:
    """Whether the host of a repository is called so, as a whole or in a part of its name."""
    host = (urlsplit(repository).hostname or "").lower()
    return any(name in host.split(".") for name in names)


def _is_gitlab(repository: str) -> bool:
    return _is(repository, "gitlab")


def _is_forgejo(repository: str) -> bool:
    return _is(repository, "codeberg", "forgejo", "gitea")


def edit(repository: str, path: str) -> str:
    """Where a file of the repository is edited in the browser; empty where no repository is given."""
    if not repository:
        return ""
    way = "-/edit" if _is_gitlab(repository) else "_edit" if _is_forgejo(repository) else "edit"
    return f"{repository.rstrip('/')}/{way}/{BRANCH}/{quote(path)}"


def line(repository: str, path: str, number: int) -> str:
    """Where one line of a file is shown as it is written, from where it can be edited; lines count from 1.

    Empty where no repository is given. A page that edits leads to no line, so this one shows the file.
    """
    if not repository:
        return ""
    if _is_gitlab(repository):
        way, plain = "-/blob", "plain=1"
    elif _is_forgejo(repository):
        way, plain = "src/branch", "display=source"
    else:
        way, plain = "blob", "plain=1"
    return f"{repository.rstrip('/')}/{way}/{BRANCH}/{quote(path)}?{plain}#L{number}"


def report(repository: str, title: str, address: str, path: str, day: str) -> str:
    """The form in which a mistake on a page is told, filled with what whoever mends it needs.

    `title` and `address` are the page's, `path` is the file of its record (empty where it has none), `day` the one from
    which the site speaks. Empty where no repository is given.
    """
    if not repository:
        return ""
    facts = {"Page": title, "Address": address, "File": path, "Page made": day}
    told = "\n".join(f"- {name}: {_short(value)}" for name, value in facts.items() if value)
    body = f"What is wrong, and how do you know?\n\n\n\n{told}\n"
    names = ("issue[title]", "issue[description]") if _is_gitlab(repository) else ("title", "body")
    form = "-/issues/new" if _is_gitlab(repository) else "issues/new"
    values = (f"Mistake on: {_short(title)}", body)
    return f"{repository.rstrip('/')}/{form}?{urlencode(dict(zip(names, values, strict=True)), quote_via=quote)}"


def _short(text: str) -> str:
    """A text on one line, and not longer than a form bears; a letter of another script counts for up to twelve."""
    line = " ".join(text.split())
    if len(quote(line)) <= MOST:
        return line
    while len(quote(line)) > MOST - 9:  # what the dots take
        line = line[: -max(1, (len(quote(line)) - MOST) // 12)]
    return line.rstrip() + "…"
