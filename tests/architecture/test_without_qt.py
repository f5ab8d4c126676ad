# SPDX-License-Identifier: GPL-3.0-or-later
"""The command line works where Qt is not installed."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

APP = Path(__file__).resolve().parents[2] / "app"
BLOCK = """
import sys
class Blocked:
    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] in ("PySide6", "shiboken6"):
            raise ImportError(name + " is not installed")
sys.meta_path.insert(0, Blocked())
sys.path.insert(0, sys.argv.pop(1))
from redraft.cli import main
sys.exit(main(sys.argv[1:]))
"""


def test_check_finds_a_mistake_without_qt(tmp_path: Path) -> None:
    story = tmp_path / "story.txt"
    story.write_text("The lamp went out. He saw the the door.\n", encoding="utf-8")
    done = subprocess.run([sys.executable, "-c", BLOCK, str(APP), "check", str(story)],
                          capture_output=True, text=True, encoding="utf-8", timeout=120)
    assert done.returncode == 1, done.stderr
    assert "[the the]" in done.stdout
    assert "PySide6" not in done.stderr
