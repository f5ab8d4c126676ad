# SPDX-License-Identifier: GPL-3.0-or-later
"""The layers are a fact: a folder imports only what stands above it, and only ui/ imports Qt."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parents[2] / "app" / "redraft"
LAYERS = [
    "text", "manuscript", "language", "readability", "characters", "checks", "continuity", "notes", "formats",
    "storage", "settings", "analysis", "commands", "ui",
]
FREE = {"errors", "places", "children", "__init__"}
ENTRY = {"cli", "__main__"}


def layer(path: Path) -> str:
    parts = path.relative_to(PACKAGE).parts
    return parts[0] if len(parts) > 1 else path.stem


def imported(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (each.name for each in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: a relative import hides its layer"
            yield node.module or ""
            yield from (f"{node.module}.{each.name}" for each in node.names)


MODULES = sorted(PACKAGE.rglob("*.py"))


def test_every_folder_is_a_layer() -> None:
    folders = {each.name for each in PACKAGE.iterdir() if each.is_dir() and not each.name.startswith("_")}
    assert folders <= {*LAYERS, "resources", "seeds", "packaging"}


@pytest.mark.parametrize("path", MODULES, ids=lambda each: str(each.relative_to(PACKAGE)))
def test_imports_only_from_above(path: Path) -> None:
    here = layer(path)
    if here in FREE | ENTRY:
        return
    for name in imported(path):
        if not name.startswith("redraft."):
            continue
        other = name.split(".")[1]
        if other in FREE or other == "__version__":
            continue
        assert other in LAYERS, f"{path} imports {name}"
        assert LAYERS.index(other) <= LAYERS.index(here), f"{here} may not import {other} ({path})"


@pytest.mark.parametrize("path", MODULES, ids=lambda each: str(each.relative_to(PACKAGE)))
def test_only_the_window_imports_qt(path: Path) -> None:
    if layer(path) == "ui":
        return
    assert not [each for each in imported(path) if each.split(".")[0] in ("PySide6", "shiboken6")]
