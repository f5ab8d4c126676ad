# SPDX-License-Identifier: GPL-3.0-or-later
"""Where the program finds its own data (from a checkout or installed) and keeps what is the user's."""

from __future__ import annotations

import hashlib
import os
from functools import cache
from pathlib import Path

import platformdirs

_PACKAGE = Path(__file__).resolve().parent
_CHECKOUT = _PACKAGE.parent.parent
_SUMS = "SHA256SUMS"


def resource(*parts: str) -> Path:
    """The path of a file or folder under ``resources/``; it need not exist."""
    return _root("resources").joinpath(*parts)


def seed(*parts: str) -> Path:
    """The path of a file or folder under ``seeds/`` (the sample stories); it need not exist."""
    return _root("seeds").joinpath(*parts)


def packaged(*parts: str) -> Path:
    """The path of a file under ``packaging/`` that the program needs (what LanguageTool is built from)."""
    return _root("packaging").joinpath(*parts)


def cache_folder() -> Path:
    """Where rebuildable data lies (evidence of earlier analyses). ``REDRAFT_HOME`` moves all user folders."""
    return _user("cache", Path(platformdirs.user_cache_dir("redraft", appauthor=False)))


def data_folder() -> Path:
    """Where the user's own data lies (recovery files, originals, decisions on read-only folders)."""
    return _user("data", Path(platformdirs.user_data_dir("redraft", appauthor=False)))


def config_folder() -> Path:
    """Where settings lie."""
    return _user("config", Path(platformdirs.user_config_dir("redraft", appauthor=False)))


@cache
def not_whole(folder: str) -> tuple[str, ...]:
    """The names of files in ``resources/FOLDER`` that are not what ``SHA256SUMS`` there says, or are gone; of the list
    itself, where that is gone."""
    try:
        lines = resource(folder, _SUMS).read_text("utf-8").splitlines()
    except OSError:
        return (_SUMS,)
    listed = [line.split() for line in lines if line]
    return tuple(name for digest, name in listed if _digest(resource(folder, *name.split("/"))) != digest)


def _digest(path: Path) -> str:
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError:
        return ""


@cache
def _root(name: str) -> Path:
    installed = _PACKAGE / name
    return installed if installed.is_dir() else _CHECKOUT / name


def _user(kind: str, default: Path) -> Path:
    home = os.environ.get("REDRAFT_HOME")
    return Path(home) / kind if home else default
