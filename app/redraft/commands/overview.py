# SPDX-License-Identifier: GPL-3.0-or-later
"""What the window would show, printed: for a machine without a display."""

from __future__ import annotations

import sys

from redraft.analysis.analyst import Analyst
from redraft.checks.finding import Severity
from redraft.commands.cast import print_cast
from redraft.commands.check import print_findings, tell_notices
from redraft.commands.continuity import print_conflicts
from redraft.commands.opening import decisions_of, each_opened, progress_bar
from redraft.commands.stats import print_scenes

NO_DISPLAY = (
    "Redraft's window needs a display, and there is none here (neither DISPLAY nor WAYLAND_DISPLAY is set). "
    "This is what it would show; 'redraft --help' lists the commands that work without one."
)


def run(files: list[str]) -> int:
    """Print findings, scenes, cast and continuity of every file; 2 when one cannot be read or none was named."""
    print(NO_DISPLAY, file=sys.stderr)
    if not files:
        print("Name a story to read: redraft FILE", file=sys.stderr)
        return 2
    status = 0
    with Analyst() as analyst:
        for name, manuscript in each_opened(files):
            if manuscript is None:
                status = 2
                continue
            report = analyst.analyse(manuscript, decisions_of(manuscript), progress_bar())
            tell_notices(name, report)
            print_findings(name, manuscript, report, [e for e in report.findings if e.severity is not Severity.HINT])
            print()
            print_scenes(name, report)
            print()
            print_cast(name, manuscript, report)
            print()
            print_conflicts(name, manuscript, report)
    return status
