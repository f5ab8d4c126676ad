# SPDX-License-Identifier: GPL-3.0-or-later
"""Whether this installation works: data, models, judges, an analysis from end to end, and the window."""

from __future__ import annotations

import argparse
import importlib.util
import os
import subprocess
from collections.abc import Callable

from redraft.analysis.launch import command, environment
from redraft.children import surroundings
from redraft.commands.terminal import coloured

_DISPLAY = ("DISPLAY", "WAYLAND_DISPLAY", "XAUTHORITY")
_TEXT = "He was crying to.\n“I will not go.” She said.\nThe the lamp went out.\n"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """No arguments."""


def run(options: argparse.Namespace) -> int:
    """Try everything; 0 when all of it works, otherwise 2."""
    del options
    steps: list[tuple[str, Callable[[], str]]] = [
        ("sample stories and word lists", _data), ("rules", _rules), ("analysis", _analysis), ("window", _window)]
    good = True
    for name, step in steps:
        try:
            said = step()
        except Exception as error:
            good = False
            print(f"{coloured('fails', 'error')}  {name}: {type(error).__name__}: {error}")
        else:
            print(f"{coloured('works', 'good')}  {name}: {said}")
    return 0 if good else 2


def _data() -> str:
    from redraft.places import resource, seed

    stories = [each for each in seed().glob("0*") if each.suffix in (".txt", ".md")]
    lists = [each for each in resource().rglob("*") if each.is_file()]
    if not stories or not lists:
        raise FileNotFoundError("resources or sample stories are missing from this installation")
    return f"{len(stories)} stories, {len(lists)} data files"


def _rules() -> str:
    from redraft.checks.catalogue import by_id

    if len(by_id()) < 20:
        raise LookupError(f"only {len(by_id())} rules were found")
    return f"{len(by_id())}"


def _analysis() -> str:
    from redraft.analysis.analyst import Analyst
    from redraft.formats.registry import read_bytes

    with Analyst(cache=False) as analyst:
        report = analyst.analyse(read_bytes(_TEXT.encode(), "self-test.txt").manuscript)
    states = {each.name: each for each in report.engines}
    if states["builtin"].reason:
        raise RuntimeError(states["builtin"].reason)
    if len(report.findings) < 2:
        raise RuntimeError(f"{len(report.findings)} of the planted mistakes were found")
    return f"{len(report.findings)} findings in {report.seconds:.1f} s, Harper {states['harper'].state}"


def _window() -> str:
    if importlib.util.find_spec("PySide6") is None:
        return "left out, Qt is not installed"
    platform = os.environ.get("QT_QPA_PLATFORM", "offscreen")
    settings = {**surroundings(*_DISPLAY), **environment(), "QT_QPA_PLATFORM": platform}
    done = subprocess.run(command("--try-window"), capture_output=True, text=True, env=settings, timeout=120)
    if done.returncode != 0:
        raise RuntimeError((done.stderr.strip().splitlines() or ["the window did not open"])[-1])
    return done.stdout.strip()
