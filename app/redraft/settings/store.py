# SPDX-License-Identifier: GPL-3.0-or-later
"""The author's settings: read once, written at once, never lost to a newer or older Redraft."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from redraft.places import config_folder
from redraft.settings.options import Value, options
from redraft.storage.atomic import write_in_new_folder
from redraft.text.plain_data import plain_data


class Settings:
    """What the author set; an option not set has its default. Only what differs from the defaults is in the file.

    ``notice`` is a sentence for the author when the file could not be used. Options that this version does not know
    are kept as they stand.
    """

    def __init__(self, file: Path | None = None) -> None:
        self._file = file or config_folder() / "settings.json"
        self._listeners: list[Callable[[str], None]] = []
        self.notice: str | None = None
        self._told = self._read()

    def get(self, name: str) -> Value:
        """The value of an option: the author's, or the default where none is set or what is set cannot be.

        Raises:
            KeyError: when there is no such option.
        """
        option = options()[name]
        value = self._told.get(name)
        value = tuple(value) if isinstance(value, list) else value
        return value if option.accepts(value) else option.default  # type: ignore[return-value]

    def flag(self, name: str) -> bool:
        """The value of an option that is on or off."""
        return bool(self.get(name))

    def number(self, name: str) -> int:
        """The value of an option that is a whole number."""
        value = self.get(name)
        return value if isinstance(value, int) else 0

    def text(self, name: str) -> str:
        """The value of an option that is a choice or a text."""
        return str(self.get(name))

    def names(self, name: str) -> frozenset[str]:
        """The value of an option that is a set of names."""
        value = self.get(name)
        return frozenset(value) if isinstance(value, tuple) else frozenset()

    def set(self, name: str, value: Value | frozenset[str]) -> None:
        """Give an option a value, and tell everyone who listens.

        Raises:
            KeyError: when there is no such option.
            ValueError: when the option cannot have that value.
            SaveError: when it could not be written; it counts until the program ends.
        """
        option = options()[name]
        if isinstance(value, frozenset):
            value = tuple(sorted(value))
        if not option.accepts(value):
            raise ValueError(f"{name} cannot be {value!r}")
        if value == self.get(name):
            return
        if value == option.default:
            self._told.pop(name, None)
        else:
            self._told[name] = list(value) if isinstance(value, tuple) else value
        for listener in list(self._listeners):
            listener(name)
        self._write()

    def reset(self, name: str) -> None:
        """Give an option its default; raises as :meth:`set`."""
        self.set(name, options()[name].default)

    def subscribe(self, listener: Callable[[str], None]) -> Callable[[], None]:
        """Hear the name of every option that changes; the returned function ends it."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def _read(self) -> dict[str, object]:
        try:
            told = plain_data(self._file.read_text(encoding="utf-8"))
        except FileNotFoundError:
            return {}
        except OSError as error:
            self.notice = f"Your settings could not be read ({error.strerror}); Redraft uses its own for now."
            return {}
        except ValueError:
            return self._set_aside()
        return told if isinstance(told, dict) else self._set_aside()

    def _set_aside(self) -> dict[str, object]:
        """A file that is no settings is kept under another name, for somebody may have written it by hand."""
        aside = self._file.with_name(self._file.name + ".damaged")
        try:
            self._file.replace(aside)
            self.notice = f"Your settings were damaged and are back at their defaults; the old file is kept as {aside}."
        except OSError:
            self.notice = "Your settings are damaged and could not be set aside; Redraft uses its own for now."
        return {}

    def _write(self) -> None:
        text = json.dumps(self._told, indent=1, sort_keys=True, ensure_ascii=False) + "\n"
        write_in_new_folder(self._file, text.encode("utf-8", "replace"))  # half a character, which only damage makes
