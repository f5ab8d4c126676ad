# SPDX-License-Identifier: GPL-3.0-or-later
"""Small on purpose, and held there: the size of files and functions, and what the repository never mentions."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).resolve().parents[2]
MODULES = sorted((CHECKOUT / "app" / "redraft").rglob("*.py"))
FILE_LINES = 500
FUNCTION_LINES = 60


@pytest.mark.parametrize("path", MODULES, ids=lambda each: str(each.relative_to(CHECKOUT)))
def test_files_and_functions_are_short(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert len(text.splitlines()) <= FILE_LINES
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            assert (node.end_lineno or 0) - node.lineno < FUNCTION_LINES, f"{node.name} is too long"


@pytest.mark.parametrize("path", MODULES, ids=lambda each: str(each.relative_to(CHECKOUT)))
def test_modules_say_what_they_are(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.startswith("# SPDX-License-Identifier: GPL-3.0-or-later")
    assert ast.get_docstring(ast.parse(text)) or path.name == "__main__.py"


def test_public_names_are_explained() -> None:
    """At least 95 % of public classes and functions have a docstring."""
    explained = silent = 0
    for path in MODULES:
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_"):
                told = ast.get_docstring(node) is not None
                explained, silent = explained + told, silent + (not told)
    assert explained / (explained + silent) >= 0.95
