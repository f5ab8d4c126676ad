# SPDX-License-Identifier: GPL-3.0-or-later
"""Second versions of a story's files, which sync programs, merges and editors put beside them: none goes unseen."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from redraft.errors import RedraftError
from redraft.formats.registry import read
from redraft.formats.second_names import SecondName, second_of
from redraft.storage.atomic import digest
from redraft.storage.known import likeness, shared
from redraft.storage.sidecar import Sidecar

_KIND = "second-copy"
_ALIKE = 0.3
"""The share of paragraphs in common above which a file with a name that anybody may give is a version of the story."""
_LARGEST = 200_000_000


@dataclass(frozen=True, slots=True)
class SecondCopy:
    """A second version of ``original``; ``mark``: the digest of what it holds."""

    path: Path
    original: Path
    name: SecondName
    mark: str

    @property
    def sentence(self) -> str:
        """What to tell the author."""
        if self.name.earlier:
            return f"Beside {self.original.name} lies {self.path.name}, which is newer. It may hold what was not saved."
        maker = self.name.program[0].upper() + self.name.program[1:]
        sure = "has put" if self.name.sure else "may have put"
        return (f"{maker} {sure} a second version of {self.original.name} beside it: {self.path.name}. It was written "
                "elsewhere, and is not the same.")


def second_copies(files: Sequence[Path], settled: Callable[[str], bool]) -> list[SecondCopy]:
    """The second versions beside these files that hold something else, but for those whose digest is ``settled``."""
    found: list[SecondCopy] = []
    for folder in sorted({each.parent for each in files}):
        own = frozenset(each.name for each in files if each.parent == folder)
        found += [each for each in _in(folder, own) if not settled(each.mark) and _counts(each)]
    return found


def names_beside(files: Sequence[Path]) -> frozenset[tuple[str, int, int]]:
    """How the second versions beside the files look (name, time, size), without reading any."""
    looks: set[tuple[str, int, int]] = set()
    for folder in {each.parent for each in files}:
        own = frozenset(each.name for each in files if each.parent == folder)
        for path, _ in _named(folder, own):
            try:
                look = path.stat()
            except OSError:
                continue
            looks.add((str(path), look.st_mtime_ns, look.st_size))
    return frozenset(looks)


def is_settled(sidecar: Sidecar) -> Callable[[str], bool]:
    """Which second versions the author has dealt with."""
    marks = {each.id for each in sidecar.records(_KIND)}
    return marks.__contains__


def settle(sidecar: Sidecar, copy: SecondCopy) -> None:
    """The author has dealt with it: it is offered again only when it holds something else.

    Raises:
        SaveError: when that could not be written.
    """
    sidecar.put(_KIND, copy.mark, {"name": copy.path.name})


def _named(folder: Path, own: frozenset[str]) -> Iterator[tuple[Path, SecondName]]:
    try:
        names = sorted(each.name for each in folder.iterdir())
    except OSError:
        return
    for name in names:
        told = second_of(name, own) if name not in own else None
        if told is not None and (folder / name).is_file():
            yield folder / name, told


def _in(folder: Path, own: frozenset[str]) -> Iterator[SecondCopy]:
    for path, told in _named(folder, own):
        original = folder / told.original
        try:
            data = path.read_bytes() if path.stat().st_size <= _LARGEST else b""
            same = not data or data == original.read_bytes()
            newer = path.stat().st_mtime_ns > original.stat().st_mtime_ns
        except OSError:
            continue
        if not same and (newer or not told.earlier):
            yield SecondCopy(path, original, told, digest(data))


def _counts(copy: SecondCopy) -> bool:
    """Whether it is a version of the story: by its name alone, or, where anybody may have given that, by its text."""
    if copy.name.sure and not copy.name.earlier:
        return True
    try:
        one, other = (likeness(read(each).manuscript.paragraphs) for each in (copy.path, copy.original))
    except RedraftError:
        return False
    return shared(one, other) >= _ALIKE
