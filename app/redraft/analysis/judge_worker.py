# SPDX-License-Identifier: GPL-3.0-or-later
"""What a judge process does: load the judges named, read batches, answer."""

from __future__ import annotations

import contextlib
import sys
import threading
from collections.abc import Callable, Sequence
from typing import BinaryIO, Protocol

from redraft.analysis.codec import to_plain
from redraft.analysis.framing import BrokenStream, Message, encode, read_message
from redraft.analysis.judges import READER, Batches
from redraft.analysis.pipes import own_pipes, serve_and_leave
from redraft.analysis.state import EngineState
from redraft.errors import RedraftError
from redraft.text.folding import read_markup

Tell = Callable[[Message], None]


class Judge(Protocol):
    """Somebody who marks errors in paragraphs and learned it elsewhere, or parses them."""

    def marks(self, texts: Sequence[str], pause: Callable[[], None]) -> Sequence[object]:
        """What there is to say of each of ``texts``, as they are read: marks, or an analysis; offsets are code points.

        ``pause`` is called often: it may ask the same judge about something more urgent in between.
        """
        ...

    def close(self) -> None:
        """Let go of what it holds."""
        ...


def run(names: Sequence[str]) -> int:
    """``redraft --worker judges NAME…``: serve until the input ends."""
    source, target = own_pipes(last=READER not in names)  # all that follows waits for the parse of the whole
    serve_and_leave(lambda: serve(names, source, target), target)


def load(name: str) -> Judge:
    """The judge of that name, ready.

    Raises:
        RedraftError: when it cannot work here; the sentence says why.
    """
    if name == READER:
        from redraft.analysis.reader_judge import ReaderJudge

        return ReaderJudge()
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
    """Answer batches from ``source`` on ``target`` until the input ends. Each judge works in a thread of its own: they
    load at the same time and leave the interpreter to each other while they read."""
    tell = _teller(target)
    queues = {name: Batches() for name in names}
    threads = [threading.Thread(target=_work, args=(name, queues[name], tell), daemon=True) for name in names]
    for each in threads:
        each.start()
    with contextlib.suppress(BrokenStream, OSError):
        while (message := read_message(source)) is not None:
            for batches in queues.values():
                batches.put(message, bool(message.get("urgent")))
    for batches in queues.values():
        batches.put(None)
    for each in threads:
        each.join()


def _work(name: str, batches: Batches, tell: Tell) -> None:
    """Load a judge and have it answer until the end; it stops where it cannot go on."""
    judge = _loaded(name, tell)
    if judge is None:
        return
    try:
        while (message := batches.get()) is not None and _answer(name, judge, message, batches, tell):
            pass
    finally:
        judge.close()


def _loaded(name: str, tell: Tell) -> Judge | None:
    try:
        judge = load(name)
    except RedraftError as error:
        _tell_state(tell, EngineState(name, "unavailable", str(error)))
        return None
    except Exception as error:
        print(f"{name}: {error!r}", file=sys.stderr)
        _tell_state(tell, EngineState(name, "unavailable", f"It could not be started ({type(error).__name__})."))
        return None
    _tell_state(tell, EngineState(name, "used"))
    return judge


def _answer(name: str, judge: Judge, message: Message, batches: Batches, tell: Tell) -> bool:
    """Whether the judge can go on. What is urgent is answered in between."""
    going_on = True

    def pause() -> None:
        nonlocal going_on
        while going_on and (urgent := batches.urgent()) is not None:
            going_on = _answer(name, judge, urgent, batches, tell)

    try:
        marks = judge.marks([read_markup(each).text for each in message["texts"]], pause)
    except Exception as error:
        print(f"{name}: {error!r}", file=sys.stderr)
        reason = str(error) if isinstance(error, RedraftError) else f"It stopped working ({type(error).__name__})."
        _tell_state(tell, EngineState(name, "unavailable", reason))
        return False
    said = marks if name == READER else to_plain(marks)
    tell({"type": "marks", "judge": name, "batch": message["batch"], "marks": said})
    return going_on


def _tell_state(tell: Tell, state: EngineState) -> None:
    tell({"type": "state", "value": to_plain(state)})


def _teller(target: BinaryIO) -> Tell:
    """What writes a message whole, whichever thread it comes from."""
    lock = threading.Lock()

    def tell(message: Message) -> None:
        with lock, contextlib.suppress(OSError):  # nobody listens any more; the end of the input follows
            target.write(encode(message))
            target.flush()

    return tell
