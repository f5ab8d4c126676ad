# SPDX-License-Identifier: GPL-3.0-or-later
"""The main loop of a judge process: load the judges named, read batches, answer."""

from __future__ import annotations

import contextlib
import sys
import threading
from collections.abc import Callable, Sequence
from typing import BinaryIO, Protocol

from redraft.analysis.codec import to_plain
from redraft.analysis.framing import BrokenStream, Message, encode, read_message
from redraft.analysis.judges import Batches, Marks
from redraft.analysis.pipes import own_pipes, serve_and_leave
from redraft.analysis.state import EngineState
from redraft.errors import RedraftError


class Judge(Protocol):
    """Somebody who marks errors in paragraphs and learned it elsewhere."""

    def marks(self, texts: Sequence[str], pause: Callable[[], None]) -> list[Marks]:
        """The marks in each of ``texts``; offsets are code points. ``pause`` is called often: it may ask the same judge
        about something more urgent in between."""
        ...

    def close(self) -> None:
        """Let go of what it holds."""
        ...


def run(names: Sequence[str]) -> int:
    """``redraft --worker judges NAME…``: serve until the input ends."""
    source, target = own_pipes()
    serve_and_leave(lambda: serve(names, source, target), target)


def load(name: str) -> Judge:
    """The judge of that name, ready.

    Raises:
        RedraftError: when it cannot work here; the sentence says why.
    """
    if name == "tagger":
        from redraft.analysis.tagger_judge import TaggerJudge

        return TaggerJudge()
    if name == "harper":
        from redraft.checks.engines.harper import Harper

        return Harper()
    if name == "languagetool":
        from redraft.checks.engines.languagetool import LanguageTool

        return LanguageTool()
    raise ValueError(f"no judge is called {name}")


def serve(names: Sequence[str], source: BinaryIO, target: BinaryIO) -> None:
    """Answer batches from ``source`` on ``target`` until the input ends."""
    batches = Batches()
    threading.Thread(target=_listen, args=(source, batches), daemon=True).start()
    judges = {name: judge for name in names if (judge := _loaded(name, target)) is not None}
    try:
        while (message := batches.get()) is not None:
            _answer_all(judges, message, target, batches)
    finally:
        for judge in judges.values():
            judge.close()


def _loaded(name: str, target: BinaryIO) -> Judge | None:
    try:
        judge = load(name)
    except RedraftError as error:
        _tell_state(target, EngineState(name, "unavailable", str(error)))
        return None
    except Exception as error:
        print(f"{name}: {error!r}", file=sys.stderr)
        _tell_state(target, EngineState(name, "unavailable", f"It could not be started ({type(error).__name__})."))
        return None
    _tell_state(target, EngineState(name, "used"))
    return judge


def _answer_all(
    judges: dict[str, Judge], message: Message, target: BinaryIO, batches: Batches | None = None,
) -> None:
    """Have all judges answer, and in between what is urgent in ``batches``; one that cannot go on is let go."""

    def pause() -> None:
        while batches is not None and (urgent := batches.urgent()) is not None:
            _answer_all(judges, urgent, target)

    for name in list(judges):
        pause()
        judge = judges.get(name)
        if judge is not None and not _answer(name, judge, message, target, pause):
            judges.pop(name, judge).close()


def _answer(name: str, judge: Judge, message: Message, target: BinaryIO, pause: Callable[[], None]) -> bool:
    """Whether the judge can go on."""
    try:
        marks = judge.marks(message["texts"], pause)
    except Exception as error:
        print(f"{name}: {error!r}", file=sys.stderr)
        reason = str(error) if isinstance(error, RedraftError) else f"It stopped working ({type(error).__name__})."
        _tell_state(target, EngineState(name, "unavailable", reason))
        return False
    _tell(target, {"type": "marks", "judge": name, "batch": message["batch"], "marks": to_plain(marks)})
    return True


def _tell_state(target: BinaryIO, state: EngineState) -> None:
    _tell(target, {"type": "state", "value": to_plain(state)})


def _tell(target: BinaryIO, message: Message) -> None:
    with contextlib.suppress(OSError):  # nobody listens any more; the end of the input follows
        target.write(encode(message))
        target.flush()


def _listen(source: BinaryIO, batches: Batches) -> None:
    try:
        while (message := read_message(source)) is not None:
            batches.put(message, bool(message.get("urgent")))
    except (BrokenStream, OSError):
        pass
    batches.put(None)
