# SPDX-License-Identifier: GPL-3.0-or-later
"""Invented stories that contradict themselves, and invented stories that only look as if they did."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from tests.continuity.conftest import Contradictions

PASSAGES = Path(__file__).parent / "passages"


def stories(name: str) -> list[dict[str, Any]]:
    return list(tomllib.loads((PASSAGES / f"{name}.toml").read_text(encoding="utf-8"))["story"])


def paragraphs(story: dict[str, Any]) -> list[str]:
    return [line for line in story["text"].splitlines() if line.strip()]


@pytest.mark.parametrize("story", stories("clashing"), ids=lambda story: story["about"])
def test_what_contradicts_itself_is_found(contradictions: Contradictions, story: dict[str, Any]) -> None:
    first, *rest = paragraphs(story)
    found = contradictions(*rest, opening=first)
    assert [(each.kind, each.about) for each in found] == [(story["kind"], story["about"])]


@pytest.mark.parametrize("story", stories("silent"), ids=lambda story: story["why"])
def test_what_only_looks_so_is_left_alone(contradictions: Contradictions, story: dict[str, Any]) -> None:
    first, *rest = paragraphs(story)
    assert contradictions(*rest, opening=first) == []
