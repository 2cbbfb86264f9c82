"""Wheels of the generator that hold next to nothing: enough to pin, not to run."""

from __future__ import annotations

import zipfile
from pathlib import Path

LOCK = "invoke==3.0.3 \\\n    --hash=sha256:{:064}\n"


def wheel_in(folder: Path, version: str = "0.1.0", **files: str) -> Path:
    """Write a wheel of this version; `files` stand in the generator's home beside its lock."""
    path = folder / f"briefing_site-{version}-py3-none-any.whl"
    with zipfile.ZipFile(path, "w") as archive:
        for name, text in {"requirements.lock": LOCK.format(int(version.replace(".", ""))), **files}.items():
            archive.writestr(f"briefing/home/{name}", text)
    return path
