# SPDX-License-Identifier: GPL-3.0-or-later
"""Questions several panels ask about scenes, answered from the desk. Knows no Qt."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from redraft.analysis.desk import Desk
from redraft.checks.finding import Finding
from redraft.manuscript.outline import Outline, Scene
from redraft.readability.report import SceneReport


def left_by_scene(outline: Outline, findings: Iterable[tuple[int, Finding]]) -> Counter[int]:
    """How many findings each scene has (0: front matter and notes). ``findings`` as the desk gives them."""
    return Counter(outline.scene_of(index) for index, _ in findings)


def reports_by_scene(desk: Desk) -> Mapping[int, SceneReport]:
    """The reports by number of scene; none while the outline is newer than the reports."""
    scenes, reports = desk.outline.scenes, desk.scene_reports
    if len(scenes) != len(reports):
        return {}
    return {scene.number: report for scene, report in zip(scenes, reports, strict=True)}


def scene_numbered(outline: Outline, number: int) -> Scene | None:
    """The scene of that number, if there is one."""
    return next((scene for scene in outline.scenes if scene.number == number), None)


def scene_name(outline: Outline, number: int) -> str:
    """How a scene is called in a heading: "1 The gate"; what is in no scene is "Outside the scenes"."""
    scene = scene_numbered(outline, number)
    return f"{scene.number}  {scene.label}" if scene else "Outside the scenes"
