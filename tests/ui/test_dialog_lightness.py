# SPDX-License-Identifier: GPL-3.0-or-later
"""The window's process never loads the rules: with them would come a language model and seconds of waiting."""

from __future__ import annotations

import subprocess
import sys

from redraft.analysis.launch import environment

_CODE = """
import sys
import redraft.ui.panels.registry, redraft.ui.palette
import redraft.ui.dialogs.about, redraft.ui.dialogs.accept_all, redraft.ui.dialogs.export, redraft.ui.dialogs.preferences
import redraft.ui.dialogs.recovery, redraft.ui.dialogs.rule_page, redraft.ui.dialogs.shortcuts
import redraft.ui.dialogs.compare, redraft.ui.dialogs.told, redraft.ui.history.window
print(sorted({"spacy", "onnxruntime", "redraft.checks.catalogue"} & set(sys.modules)))
"""


def test_no_panel_and_no_dialog_loads_the_rules() -> None:
    done = subprocess.run([sys.executable, "-c", _CODE], capture_output=True, text=True, check=True, env=environment())
    assert done.stdout.strip() == "[]"
