# SPDX-License-Identifier: GPL-3.0-or-later
"""What only Windows has with a file: its access list and its attributes (hidden, archived, not to be indexed)."""

from __future__ import annotations

import ctypes
from pathlib import Path
from typing import Any

_ACCESS_LIST = 4
"""DACL_SECURITY_INFORMATION (winnt.h)."""
_KEPT = 0x2 | 0x4 | 0x20 | 0x2000
"""FILE_ATTRIBUTE_HIDDEN, _SYSTEM, _ARCHIVE, _NOT_CONTENT_INDEXED (winnt.h)."""
_INVALID = 0xFFFFFFFF


def carry_access_list(source: Path, target: Path, library: Any = None) -> None:
    """Give ``target`` the access list of ``source``. ``library``: advapi32.

    Raises:
        OSError: when it cannot be read or set.
    """
    advapi = library or _library("advapi32")
    needed = ctypes.c_ulong(0)
    advapi.GetFileSecurityW(str(source), _ACCESS_LIST, None, 0, ctypes.byref(needed))
    held = ctypes.create_string_buffer(max(needed.value, 1))
    _done(advapi.GetFileSecurityW(str(source), _ACCESS_LIST, held, len(held), ctypes.byref(needed)))
    _done(advapi.SetFileSecurityW(str(target), _ACCESS_LIST, held))


def carry_attributes(source: Path, target: Path, library: Any = None) -> None:
    """Give ``target`` the attributes of ``source`` that stay with a file. ``library``: kernel32.

    Raises:
        OSError: when they cannot be read or set.
    """
    kernel = library or _library("kernel32")
    found = kernel.GetFileAttributesW(str(source)) & _INVALID
    _done(found != _INVALID)
    own = kernel.GetFileAttributesW(str(target)) & _INVALID
    _done(own != _INVALID)
    wanted = (own & ~_KEPT) | (found & _KEPT)
    if wanted != own:
        _done(kernel.SetFileAttributesW(str(target), wanted))


def _library(name: str) -> Any:
    return ctypes.WinDLL(name, use_last_error=True)  # type: ignore[attr-defined,unused-ignore]


def _done(result: object) -> None:
    if not result:
        raise OSError(getattr(ctypes, "get_last_error", lambda: 0)(), "Windows did not carry it over")
