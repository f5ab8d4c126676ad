# SPDX-License-Identifier: GPL-3.0-or-later
"""Keeps a file's bytes before Redraft first saves over it, for as long as somebody else may have made them.

For every path a folder in the user's data holds the originals, named by their digest, and the digest that Redraft
itself wrote there last: what has that digest is its own work and need not be kept again.
"""

from __future__ import annotations

from pathlib import Path

from redraft.storage.atomic import Saved, SaveError, digest, write, write_in_new_folder
from redraft.storage.contents import folder_aside

_WRITTEN = "written-by-redraft"


class OriginalNotKept(SaveError):
    """The copy of the original could not be made, so the file was not overwritten."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(
            f"{path.name} was not saved: its original could not be put by first ({reason}). The file on disk is as it "
            "was, and your text is still here; save it under another name."
        )


def save_over(path: Path, data: bytes) -> Saved:
    """Write ``data`` to ``path`` atomically; what Redraft did not make there is kept first. How it was written.

    Raises:
        SaveError: when either cannot be done; the old file is untouched.
    """
    keep(path)
    saved = write(path, data)
    _remember(path, digest(data))
    return saved


def keep(path: Path) -> Path | None:
    """Keep what stands at ``path`` now; the copy's place, or None when there is nothing to keep (or Redraft made it).

    Raises:
        OriginalNotKept: when it cannot be read or copied.
    """
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise OriginalNotKept(path, error.strerror or str(error)) from error
    mark = digest(data)
    if mark == _written(path):
        return None
    copy = _folder(path) / f"{mark[:12]}{path.suffix}"
    if copy.exists() and copy.stat().st_size == len(data):
        return copy
    try:
        write_in_new_folder(copy, data)
    except SaveError as error:
        reason = getattr(error.__cause__, "strerror", None) or "the disk is full or may not be written"
        raise OriginalNotKept(path, reason) from error
    return copy


def kept(path: Path) -> list[Path]:
    """The originals kept of the file at ``path``, oldest first."""
    folder = _folder(path)
    copies = [each for each in folder.glob("*") if each.name != _WRITTEN] if folder.is_dir() else []
    return sorted(copies, key=lambda each: each.stat().st_mtime_ns)


def _folder(path: Path) -> Path:
    return folder_aside("originals", path)


def _written(path: Path) -> str | None:
    try:
        return (_folder(path) / _WRITTEN).read_text(encoding="ascii").strip()
    except (OSError, UnicodeDecodeError):
        return None


def _remember(path: Path, mark: str) -> None:
    """Losing this note costs one copy more, nothing else; so a full disk here is no failure of the save."""
    try:
        write_in_new_folder(_folder(path) / _WRITTEN, mark.encode("ascii"))
    except SaveError:
        return
