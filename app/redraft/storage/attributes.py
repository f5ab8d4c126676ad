# SPDX-License-Identifier: GPL-3.0-or-later
"""What a file has beside its bytes: who owns it, who may read it, what other programs keep with it.

A file that takes another's place must be given all of this. On Linux an access list is one of the extended attributes;
on macOS the system's own ``copyfile`` carries both; on Windows the access list is a security descriptor, and the
attributes are a number.
"""

from __future__ import annotations

import contextlib
import errno
import os
import stat
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

ACCESS_LIST = "the list of who may read it"
EXTRAS = "what other programs keep with it (tags, colours)"
_ACL = "system.posix_acl_access"
_NONE_THERE = frozenset({errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENODATA, errno.ENOSYS})


class OwnerWouldChange(OSError):
    """The file belongs to somebody else, and a new one in its place would be ours."""

    def __init__(self, path: Path) -> None:
        super().__init__(errno.EPERM, "the file belongs to somebody else", str(path))


@dataclass(frozen=True, slots=True)
class Standing:
    """How a file stands: ``mode`` (None: there is none), who owns it, how many names it has, whether it is writable."""

    mode: int | None = None
    owner: tuple[int, int] = (-1, -1)
    names: int = 1
    writable: bool = True

    @classmethod
    def of(cls, path: Path) -> Standing:
        """How the file at ``path`` stands."""
        try:
            found = path.stat()
        except OSError:
            return cls()
        owner = (found.st_uid, found.st_gid)
        return cls(stat.S_IMODE(found.st_mode), owner, found.st_nlink, os.access(path, os.W_OK))


def carry(standing: Standing, target: Path, temporary: Path) -> list[str]:
    """Give ``temporary`` all that ``target`` has beside its bytes; what could not be carried over, in words.

    Raises:
        OwnerWouldChange: when the new file cannot be given to whom the old one belongs.
        OSError: when its permissions cannot be set.
    """
    if standing.mode is None:
        temporary.chmod(0o666 & ~_mask())
        return []
    _give(standing, temporary)
    temporary.chmod(standing.mode)
    return _carry_rest(target, temporary)


def _mask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _give(standing: Standing, temporary: Path) -> None:
    """Owner and group as they were; a group that we may not give away is no reason to stop."""
    if os.name == "nt":
        return
    made = temporary.stat()
    if (made.st_uid, made.st_gid) == standing.owner:
        return
    if made.st_uid != standing.owner[0]:
        try:
            os.chown(temporary, *standing.owner)
        except OSError as error:
            raise OwnerWouldChange(temporary) from error
        return
    with contextlib.suppress(OSError):
        os.chown(temporary, -1, standing.owner[1])


def _tried(what: str, deed: Callable[[], None]) -> list[str]:
    """``what`` where the deed failed, and there was something to do."""
    try:
        deed()
    except OSError as error:
        return [] if error.errno in _NONE_THERE else [what]
    return []


if sys.platform == "win32":

    def _carry_rest(target: Path, temporary: Path) -> list[str]:
        from redraft.storage.windows import carry_access_list, carry_attributes

        return [*_tried(ACCESS_LIST, lambda: carry_access_list(target, temporary)),
                *_tried(EXTRAS, lambda: carry_attributes(target, temporary))]

elif sys.platform == "darwin":

    def _carry_rest(target: Path, temporary: Path) -> list[str]:
        from redraft.storage.macos import carry_access_list, carry_attributes

        return [*_tried(ACCESS_LIST, lambda: carry_access_list(target, temporary)),
                *_tried(EXTRAS, lambda: carry_attributes(target, temporary))]

else:

    def _carry_rest(target: Path, temporary: Path) -> list[str]:
        try:
            names = os.listxattr(target)
        except OSError:
            return []
        lost: list[str] = []
        for name in names:
            if not name.startswith("security."):  # the system's own, which it gives by itself
                what = ACCESS_LIST if name == _ACL else EXTRAS
                lost += _tried(what, lambda name=name: os.setxattr(temporary, name, os.getxattr(target, name)))  # type: ignore[misc]
        return sorted(set(lost))
