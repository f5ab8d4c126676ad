# SPDX-License-Identifier: GPL-3.0-or-later
"""What macOS keeps with a file: its access list and its extended attributes (Finder's tags), carried by copyfile(3)."""

from __future__ import annotations

import ctypes
import os
from pathlib import Path
from typing import Any

_ACL, _XATTR = 1 << 0, 1 << 2
"""COPYFILE_ACL, COPYFILE_XATTR (copyfile.h)."""


def carry_access_list(source: Path, target: Path, library: Any = None) -> None:
    """Give ``target`` the access list of ``source``; raises OSError. ``library``: the system's C library."""
    _copyfile(source, target, _ACL, library)


def carry_attributes(source: Path, target: Path, library: Any = None) -> None:
    """Give ``target`` the extended attributes of ``source``; raises OSError. ``library``: the system's C library."""
    _copyfile(source, target, _XATTR, library)


def _copyfile(source: Path, target: Path, flags: int, library: Any) -> None:
    system = library or ctypes.CDLL(None, use_errno=True)
    if system.copyfile(os.fsencode(source), os.fsencode(target), None, ctypes.c_uint32(flags)) < 0:
        code = ctypes.get_errno()
        raise OSError(code, os.strerror(code))
