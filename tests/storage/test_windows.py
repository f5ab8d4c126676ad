# SPDX-License-Identifier: GPL-3.0-or-later
"""The calls of Windows and macOS that carry access lists and attributes over, against played libraries."""

from __future__ import annotations

import ctypes
from pathlib import Path
from typing import Any

import pytest

from redraft.storage import macos, windows

SOURCE, TARGET = Path("old.txt"), Path("new.txt")


class Advapi:
    """Keeps an access list a file; ``deaf`` says no to everything."""

    def __init__(self, deaf: bool = False) -> None:
        self.lists = {"old.txt": b"a list of some length", "new.txt": b""}
        self.deaf = deaf

    def GetFileSecurityW(self, name: str, what: int, held: Any, size: int, needed: Any) -> int:
        assert what == 4
        needed._obj.value = len(self.lists[name])
        if held is None or size < len(self.lists[name]) or self.deaf:
            return 0
        held.value = self.lists[name]
        return 1

    def SetFileSecurityW(self, name: str, what: int, held: Any) -> int:
        self.lists[name] = held.value
        return 1


class Kernel:
    """Keeps attributes a file."""

    def __init__(self, **attributes: int) -> None:
        self.attributes = {f"{name}.txt": value for name, value in attributes.items()}

    def GetFileAttributesW(self, name: str) -> int:
        return self.attributes.get(name, -1)

    def SetFileAttributesW(self, name: str, wanted: int) -> int:
        self.attributes[name] = wanted
        return 1


def test_an_access_list_is_carried_over() -> None:
    library = Advapi()
    windows.carry_access_list(SOURCE, TARGET, library)
    assert library.lists["new.txt"] == b"a list of some length"


def test_an_access_list_that_may_not_be_read_is_told() -> None:
    with pytest.raises(OSError, match="did not carry"):
        windows.carry_access_list(SOURCE, TARGET, Advapi(deaf=True))


def test_attributes_are_carried_over_and_no_others() -> None:
    library = Kernel(old=0x2 | 0x20 | 0x1, new=0x80 | 0x20)
    windows.carry_attributes(SOURCE, TARGET, library)
    assert library.attributes["new.txt"] == 0x80 | 0x20 | 0x2


def test_attributes_of_a_file_that_is_gone_are_told() -> None:
    with pytest.raises(OSError, match="did not carry"):
        windows.carry_attributes(SOURCE, TARGET, Kernel(new=0))


@pytest.mark.parametrize(("carry", "flags"), [(macos.carry_access_list, 1), (macos.carry_attributes, 4)])
def test_macos_copies_what_is_asked(carry: Any, flags: int) -> None:
    asked: list[tuple[bytes, bytes, int]] = []

    class System:
        """Remembers."""

        answer = 0

        def copyfile(self, source: bytes, target: bytes, state: None, flags: ctypes.c_uint32) -> int:
            asked.append((source, target, flags.value))
            return self.answer

    carry(SOURCE, TARGET, System())
    assert asked == [(b"old.txt", b"new.txt", flags)]
    System.answer = -1
    with pytest.raises(OSError):
        carry(SOURCE, TARGET, System())
