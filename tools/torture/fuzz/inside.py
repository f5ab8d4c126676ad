# SPDX-License-Identifier: GPL-3.0-or-later
"""The process that reads: ``python -m tools.torture.fuzz.inside READER FOLDER SECONDS SEED KEEP``.

Each input lies in ``FOLDER/input`` while it is read, so that one that ends the process is known; what came of all is
written to ``FOLDER/tally.json`` every second. An input that takes longer than four minutes ends the process.
"""

from __future__ import annotations

import faulthandler
import hashlib
import json
import random
import shutil
import sys
import time
import traceback
from dataclasses import dataclass, field
from pathlib import Path

from redraft.errors import RedraftError
from tools.torture.fuzz.readers import READERS, Reader

_LONGEST = 240.0
_SLOW = 8.0
"""CPU seconds for an input of at most 400 kB; more is as good as a hang."""
_MEMORY = 2 << 30
_MOST_KEPT = 400


@dataclass
class Tally:
    """See :class:`tools.torture.fuzz.watch.Findings`."""

    read: int = 0
    refused: int = 0
    slowest: float = 0.0
    memory: float = 0.0
    failed: dict[str, int] = field(default_factory=dict)


class Feeding:
    """Feeds one reader; an input of which the reader says something new becomes a sample itself."""

    def __init__(self, reader: Reader, folder: Path, seed: str, keep: Path | None) -> None:
        self.tally = Tally()
        self._reader, self._folder, self._keep = reader, folder, keep
        self._chance = random.Random(seed)
        self._samples = list(reader.samples())
        self._heard: set[str] = set()

    def once(self) -> None:
        """One input; the samples come first, as they are."""
        if self.tally.read < len(self._samples) and not self._heard:
            data = self._samples[self.tally.read]
        else:
            data = self._reader.mutator(self._chance.choice(self._samples), self._chance, self._reader.words)
        (self._folder / "input").write_bytes(data)
        home = self._folder / "own"
        home.mkdir()
        start = time.process_time()
        self._judge(data, self._answer(data, home), time.process_time() - start)
        shutil.rmtree(home, ignore_errors=True)

    def _answer(self, data: bytes, home: Path) -> str:
        """What the reader said, without what differs from one input to the next; raised and not allowed: with "!"."""
        try:
            found = self._reader.read(data, home)
        except RedraftError as error:
            self.tally.refused += 1
            told = str(error)
            return (
                f"{type(error).__name__} {len(told) // 40}"
                if told.endswith((".", "”", "…", "md"))
                else f"! no sentence: {told[:80]}"
            )
        except RecursionError as error:
            return "! " + _place(error)
        except Exception as error:
            return "! " + _place(error)
        return f"read {len(str(found)).bit_length()}"

    def _judge(self, data: bytes, answer: str, seconds: float) -> None:
        self.tally.read += 1
        self.tally.slowest = max(self.tally.slowest, seconds)
        if seconds > _SLOW:
            answer = f"! more than {_SLOW:.0f} s for {len(data) // 1000} kB"
        if answer.startswith("! "):
            self.tally.failed[answer[2:]] = self.tally.failed.get(answer[2:], 0) + 1
            if self.tally.failed[answer[2:]] <= 2 and self._keep is not None:
                self._keep.mkdir(parents=True, exist_ok=True)
                (self._keep / f"{self._reader.name}-{hashlib.sha1(data).hexdigest()[:8]}").write_bytes(data)
        elif answer not in self._heard:
            self._heard.add(answer)
            if len(self._samples) < _MOST_KEPT and len(data) < 100_000:
                self._samples.append(data)


def _place(error: BaseException) -> str:
    """The error and where in our code it was raised."""
    frames = [each for each in traceback.extract_tb(error.__traceback__) if "redraft" in each.filename]
    last = frames[-1] if frames else traceback.extract_tb(error.__traceback__)[-1]
    return f"{type(error).__name__} in {Path(last.filename).parent.name}/{Path(last.filename).name}, {last.name}"


def _limit_memory() -> None:
    """At most so much address space, where the system can say so."""
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))


def _megabytes() -> float:
    if sys.platform == "win32":
        return 0.0
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main(name: str, folder: Path, seconds: float, seed: str, keep: Path) -> None:
    """Read until the time is over."""
    _limit_memory()
    feeding = Feeding(READERS[name], folder, seed, keep)
    until, told = time.monotonic() + seconds, time.monotonic()
    while time.monotonic() < until:
        faulthandler.dump_traceback_later(_LONGEST, exit=True)
        feeding.once()
        faulthandler.cancel_dump_traceback_later()
        if time.monotonic() - told > 1:
            told = time.monotonic()
            _tell(folder, feeding.tally)
    _tell(folder, feeding.tally)


def _tell(folder: Path, tally: Tally) -> None:
    tally.memory = _megabytes()
    (folder / "tally.json").write_text(json.dumps(vars(tally)), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), float(sys.argv[3]), sys.argv[4], Path(sys.argv[5]))
