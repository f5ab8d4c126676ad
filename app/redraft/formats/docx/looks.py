# SPDX-License-Identifier: GPL-3.0-or-later
"""How a run's letters look: its own properties over its character style over its paragraph's style."""

from __future__ import annotations

from dataclasses import dataclass

from redraft.formats.docx.names import Element, is_on, kind, value
from redraft.formats.docx.styles import RAISED, SWITCHES, Style, Styles
from redraft.manuscript.marks import MarkKind
from redraft.manuscript.shape import ShapeKind

_TELLING = frozenset({*SWITCHES, "u", "vertAlign", "vanish", "rStyle", "lang"})
_OWN_BOLD = (ShapeKind.HEADING, ShapeKind.TITLE)


@dataclass(frozen=True, slots=True)
class Look:
    """The looks of a run; ``language`` is the tag that it gives itself ("" for none), ``hidden``: it is not shown."""

    kinds: frozenset[MarkKind] = frozenset()
    language: str = ""
    hidden: bool = False


class Looker:
    """Tells the look of runs, and remembers it: a document has few different ones."""

    def __init__(self, styles: Styles) -> None:
        self._styles = styles
        self._known: dict[tuple[object, ...], Look] = {}

    def look(self, properties: Element | None, paragraph_style: str | None) -> Look:
        """The look of a run with these properties (``w:rPr``) in a paragraph of that style."""
        own: tuple[tuple[str, str | None], ...] = ()
        if properties is not None:
            own = tuple((kind(each), value(each)) for each in properties if kind(each) in _TELLING)
        key = (paragraph_style, own)
        if key not in self._known:
            self._known[key] = self._made(properties, own, paragraph_style)
        return self._known[key]

    def _made(
        self, properties: Element | None, own: tuple[tuple[str, str | None], ...], paragraph_style: str | None
    ) -> Look:
        said = dict(own)
        character = self._styles.style(said.get("rStyle"))
        paragraph = self._styles.style(paragraph_style or self._styles.paragraph_default)
        direct = {kind(each): is_on(each) for each in properties} if properties is not None else {}
        kinds: set[MarkKind] = set()
        for name, which in SWITCHES.items():
            if self._is_on(name, direct.get(name), character, paragraph):
                kinds.add(which)
        drawn = said["u"] not in ("none", "0") if "u" in said else None
        underline = _first(drawn, character.underline, paragraph.underline)
        raised = _text(said.get("vertAlign"), character.raised, paragraph.raised)
        if underline and paragraph.kind not in _OWN_BOLD:
            kinds.add(MarkKind.UNDERLINE)
        if raised in RAISED:
            kinds.add(RAISED[raised])
        hidden = bool(_first(direct.get("vanish"), character.hidden, paragraph.hidden))
        return Look(frozenset(kinds), said.get("lang") or "", hidden)

    def _is_on(self, name: str, direct: bool | None, character: Style, paragraph: Style) -> bool:
        """A switch: what is said directly holds; styles that both turn it on turn it off (17.7.3).

        A heading's own bold is the heading's look, not emphasis in it.
        """
        inherited = paragraph.switches.get(name, False)
        if paragraph.kind in _OWN_BOLD:
            return (direct if direct is not None else character.switches.get(name, inherited)) and not inherited
        if direct is not None:
            return direct
        if self._styles.defaults.switches.get(name):
            return True
        return character.switches.get(name, False) != inherited


def _first(*said: bool | None) -> bool | None:
    return next((each for each in said if each is not None), None)


def _text(*said: str | None) -> str:
    return next((each for each in said if each is not None), "")
