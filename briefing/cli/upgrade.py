"""What `invoke upgrade` says: what it rewrites, as a diff, and in words what to look at."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from briefing.dossier import upgrade
from briefing.model.problems import for_root
from briefing.model.records.registers import FORMAT
from briefing.model.settings import tells_words
from briefing.model.wording import count


def told(folder: Path, root: str, is_to_write: bool) -> Iterator[str]:
    """Lines for the editor of the dossier in `folder`, which was named as `root`; with `is_to_write` what they show is
    written on the way. Raises UpgradeError.
    """
    proposed = upgrade.propose(folder)
    if proposed.of == FORMAT and not proposed.after and not proposed.look:
        yield f"The dossier is of format {FORMAT}, which is the present one; there is nothing to upgrade."
        return
    yield from proposed.diff() if tells_words() else (f"{path} changes." for path in proposed.after)
    led = f"From format {proposed.of} to {FORMAT}." if proposed.of < FORMAT else f"Older forms within format {FORMAT}."
    yield f"\n{led}{' Look at:' if proposed.look else ''}"
    yield from (for_root(f"- {line}", root) for line in proposed.look)
    if is_to_write:
        upgrade.write(folder, proposed)
        yield f"\n{count(len(proposed.after), 'file was', 'files were')} written."
        yield for_root("Next, `invoke check` says what is left; `invoke verify` renews the locks.", root)
    else:
        yield for_root("\nNothing was written; `invoke upgrade --write` writes what is shown.", root)
