# SPDX-License-Identifier: GPL-3.0-or-later
"""Everything one analysis says of a manuscript. All offsets are code points in the paragraph as it is written."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from redraft.analysis.state import EngineState
from redraft.characters.cast import Cast
from redraft.checks.finding import Finding
from redraft.continuity.alike import Alike
from redraft.continuity.conflicts import Conflict
from redraft.continuity.timeline import TimelineEntry
from redraft.manuscript.outline import Outline
from redraft.readability.report import SceneReport


@dataclass(frozen=True, slots=True)
class ScenesReport:
    """How each scene reads, in order, and the whole. ``roughness``: sure findings per 1,000 words, None where unknown;
    the rougher the draft, the more of what is doubtful is marked."""

    scenes: tuple[SceneReport, ...]
    whole: SceneReport
    roughness: float | None = None


@dataclass(frozen=True, slots=True)
class Continuity:
    """What contradicts itself, what happens when, whose names are much alike."""

    conflicts: tuple[Conflict, ...] = ()
    timeline: tuple[TimelineEntry, ...] = ()
    alike: tuple[Alike, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """The whole result. ``findings`` are in reading order; ``seconds`` is how long it took; ``faults`` are checks that
    failed, ``notices`` sentences for the author."""

    outline: Outline
    findings: tuple[Finding, ...]
    reading: ScenesReport
    cast: Cast
    continuity: Continuity
    engines: tuple[EngineState, ...]
    words: int
    seconds: float
    faults: tuple[str, ...] = ()
    notices: tuple[str, ...] = ()


def fingerprint(text: str) -> str:
    """A short digest of a paragraph's text: findings belong to exactly the text that they were made for."""
    return hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=12).hexdigest()
