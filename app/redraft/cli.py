# SPDX-License-Identifier: GPL-3.0-or-later
"""``redraft``: the command line. What a command needs is imported when it runs, so that each starts at once."""

from __future__ import annotations

import argparse
import contextlib
import importlib
import os
import sys
from collections.abc import Sequence

from redraft import __version__
from redraft.commands.verbosity import add_verbose, wish
from redraft.errors import RedraftError

COMMANDS = {
    "check": "mark what a copy editor would mark",
    "stats": "how each scene reads",
    "cast": "who is in the story, and who says what",
    "continuity": "where the story contradicts itself, and its timeline",
    "bible": "the story bible as a file: cast, spellings, timeline, open contradictions",
    "text": "the manuscript's text, as every offset counts it",
    "notes": "what readers say of the story: list it, take in what they sent back, write it out",
    "export": "the corrected text in another file",
    "reader-copy": "the story as a web page that beta readers write notes in",
    "history": "every earlier state: list, compare, have one back or one scene of it, keep one by name",
    "backups": "list, verify and restore the copies kept at each saving",
    "diff": "what differs between two versions, by word",
    "rules": "what is checked, and a rule's manual page",
    "languagetool": "install LanguageTool, or say how it is",
    "self-test": "whether this installation works",
}
_HELP = """redraft [FILE…]             open the editor (a file, several, or a folder of chapters)
redraft COMMAND …           one of the commands below; 'redraft COMMAND --help' tells more

"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; the exit status is 0 for done, 1 for findings, 2 for what could not be done."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    _speak_utf8()
    if given[:2] == ["--worker", "judges"]:
        from redraft.analysis.judge_worker import run as judge

        return judge(given[2:])
    if given[:1] == ["--worker"]:
        from redraft.analysis.worker import run as work

        return work()
    if given[:1] == ["--print-pdf"]:
        from redraft.ui.printing import print_pdf

        return print_pdf(given[1])
    if given[:1] == ["--try-window"]:
        from redraft.ui.selftest import open_and_close

        print(open_and_close())
        return 0
    try:
        if given and given[0] in COMMANDS:
            return _command(given[0], given[1:])
        return _open(given)
    except RedraftError as error:
        print(f"redraft: {error}", file=sys.stderr)
        return 2
    except BrokenPipeError:
        with contextlib.suppress(OSError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        return 0
    except KeyboardInterrupt:
        return 130
    except Exception as error:
        return _unexpected(error)


def _command(name: str, arguments: list[str]) -> int:
    module = importlib.import_module("redraft.commands." + name.replace("-", "_"))
    parser = argparse.ArgumentParser(prog=f"redraft {name}", description=(module.__doc__ or "").strip().splitlines()[0])
    module.add_arguments(parser)
    add_verbose(parser)
    options = parser.parse_args(arguments)
    wish(options)
    status: int = module.run(options)
    return status


def _open(arguments: list[str]) -> int:
    """Open the editor, or, where there is no display, print what it would show."""
    lines = "\n".join(f"  {name:<14}{what}" for name, what in COMMANDS.items())
    parser = argparse.ArgumentParser(
        prog="redraft", description="A desktop editor for people who revise fiction.", usage=_HELP.rstrip(),
        formatter_class=argparse.RawDescriptionHelpFormatter, epilog=f"commands:\n{lines}",
    )
    parser.add_argument("files", nargs="*", metavar="FILE", help="a story (.txt, .md), or a folder of chapters")
    parser.add_argument("--sample", action="store_true", help="open a copy of the first sample story")
    parser.add_argument("--version", action="version", version=f"Redraft {__version__}")
    options = parser.parse_args(arguments)
    if options.sample:
        from redraft.commands.sample import sample_copy

        options.files = [str(sample_copy())]
    if not _has_display():
        from redraft.commands.overview import run

        return run(options.files)
    from redraft.ui.main import run as open_editor

    return open_editor(options.files)


def _has_display() -> bool:
    """Whether a window can be shown (Qt's offscreen platform counts: it is asked for by name)."""
    if not sys.platform.startswith("linux"):
        return True
    return any(os.environ.get(each) for each in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def _speak_utf8() -> None:
    """What is printed is UTF-8 everywhere; a terminal that cannot show a character shows a question mark."""
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(AttributeError, ValueError, OSError):
            stream.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]


def _unexpected(error: Exception) -> int:
    from redraft.commands.trouble import write_report

    place = write_report(error)
    where = f" A report for the makers is in {place}." if place else ""
    print(f"redraft: Something went wrong in the program itself; your files were not changed.{where}", file=sys.stderr)
    return 2


if __name__ == "__main__":
    raise SystemExit(main())
