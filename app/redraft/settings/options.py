# SPDX-License-Identifier: GPL-3.0-or-later
"""Every option as data: read once from ``resources/settings/options.toml``, where each is said for the author."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from typing import cast

from redraft.places import resource

Value = str | int | bool | tuple[str, ...]
"""What an option may hold: a choice or text, a number, a flag, or names."""


@dataclass(frozen=True, slots=True)
class Option:
    """One option. ``kind``: "choice", "flag", "number", "names" or "text". ``label`` and ``help`` are for the author;
    an option without a label is remembered but never shown. ``least``/``most`` bound a number, both included.
    """

    name: str
    kind: str
    default: Value
    choices: tuple[str, ...] = ()
    least: int = 0
    most: int = 0
    group: str = ""
    label: str = ""
    help: str = ""

    def accepts(self, value: object) -> bool:
        """Whether ``value`` is one that this option may have."""
        if self.kind == "flag":
            return isinstance(value, bool)
        if self.kind == "number":
            return isinstance(value, int) and not isinstance(value, bool) and self.least <= value <= self.most
        if self.kind == "choice":
            return value in self.choices
        if self.kind == "names":
            return isinstance(value, tuple) and all(isinstance(each, str) for each in value)
        return isinstance(value, str)


@cache
def options() -> dict[str, Option]:
    """All options by name, in the order in which they are shown."""
    told = tomllib.loads(resource("settings", "options.toml").read_text(encoding="utf-8"))
    return {name: _option(name, entry) for name, entry in told.items()}


def _option(name: str, entry: dict[str, object]) -> Option:
    default = entry["default"]
    return Option(
        name,
        str(entry["type"]),
        tuple(default) if isinstance(default, list) else cast(Value, default),
        tuple(cast("list[str]", entry.get("choices", []))),
        cast(int, entry.get("least", 0)),
        cast(int, entry.get("most", 0)),
        str(entry.get("group", "")),
        str(entry.get("label", "")),
        str(entry.get("help", "")),
    )
