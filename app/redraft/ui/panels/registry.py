# SPDX-License-Identifier: GPL-3.0-or-later
"""The panels there are. A new one is added here, and everywhere else it appears by itself."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from PySide6.QtWidgets import QWidget

from redraft.ui.context import Context
from redraft.ui.panels.cast.panel import CastPanel
from redraft.ui.panels.continuity.panel import ContinuityPanel
from redraft.ui.panels.findings.panel import FindingsPanel
from redraft.ui.panels.notes.panel import NotesPanel
from redraft.ui.panels.outline.panel import OutlinePanel
from redraft.ui.panels.scene.panel import ScenePanel
from redraft.ui.panels.timeline.panel import TimelinePanel


@dataclass(frozen=True, slots=True)
class PanelSpec:
    """A panel: ``id`` for the saved layout, the side it starts on, the key that shows it, and how it is made."""

    id: str
    title: str
    area: Literal["left", "right"]
    shortcut: str
    icon: str
    factory: Callable[[Context], QWidget]


def panels() -> tuple[PanelSpec, ...]:
    """All panels, in the order of the View menu and of the tabs."""
    return (
        PanelSpec("outline", "Outline", "left", "Ctrl+1", "outline", OutlinePanel),
        PanelSpec("findings", "Findings", "right", "Ctrl+2", "findings", FindingsPanel),
        PanelSpec("scene", "Scene", "right", "Ctrl+3", "scene", ScenePanel),
        PanelSpec("cast", "Cast", "right", "Ctrl+4", "cast", CastPanel),
        PanelSpec("continuity", "Continuity", "right", "Ctrl+5", "continuity", ContinuityPanel),
        PanelSpec("timeline", "Timeline", "right", "Ctrl+6", "timeline", TimelinePanel),
        PanelSpec("notes", "Notes", "right", "Ctrl+7", "notes", NotesPanel),
    )
