# SPDX-License-Identifier: GPL-3.0-or-later
"""The text of documents as LibreOffice reads them, by its own export to plain text."""

from __future__ import annotations

import contextlib
import shutil
import subprocess
import tempfile
from collections.abc import Iterable, Sequence
from hashlib import sha256
from pathlib import Path

_FILTER = "txt:Text (encoded):UTF8"
_SECONDS = 60
_AT_ONCE = 25


def is_there() -> bool:
    """Whether LibreOffice is installed."""
    return shutil.which("soffice") is not None


def texts(paths: Iterable[Path], kept: Path) -> dict[Path, str]:
    """The text of each document that LibreOffice opens. ``kept`` is a folder in which texts are kept for the next time.

    Documents are converted many at a time, and then those that are missing alone: one that LibreOffice cannot bear
    takes the others of its run with it.
    """
    kept.mkdir(parents=True, exist_ok=True)
    targets = {path: kept / f"{sha256(path.read_bytes()).hexdigest()[:16]}.txt" for path in paths}
    due = [path for path, target in targets.items() if not target.exists()]
    for at in range(0, len(due), _AT_ONCE):
        _convert(due[at : at + _AT_ONCE], targets, kept)
    for path in due:
        if not targets[path].exists():
            _convert([path], targets, kept)
            targets[path].touch()
    return {path: target.read_text(encoding="utf-8-sig", errors="replace") for path, target in targets.items()
            if target.stat().st_size}  # fmt: skip


def _convert(paths: Sequence[Path], targets: dict[Path, Path], kept: Path) -> None:
    """Make the texts of these documents, as far as LibreOffice gets."""
    with tempfile.TemporaryDirectory() as folder:
        sources = [Path(folder) / f"{targets[path].stem}{path.suffix}" for path in paths]
        for path, source in zip(paths, sources, strict=True):
            source.write_bytes(path.read_bytes())
        command = ["soffice", f"-env:UserInstallation={(kept / 'profile').resolve().as_uri()}", "--headless",
                   "--norestore", "--convert-to", _FILTER, "--outdir", folder, *map(str, sources)]  # fmt: skip
        with contextlib.suppress(subprocess.TimeoutExpired):
            subprocess.run(command, timeout=_SECONDS + 8 * len(paths), capture_output=True)
        for path, source in zip(paths, sources, strict=True):
            if (made := source.with_suffix(".txt")).exists():
                targets[path].write_bytes(made.read_bytes())
