# SPDX-License-Identifier: GPL-3.0-or-later
"""Print the manuscript's text in UTF-8, nothing added: every offset in every JSON counts code points of it."""

from __future__ import annotations

import argparse
import sys

from redraft.commands.opening import add_files, opened


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """FILE"""
    add_files(parser, several=False)


def run(options: argparse.Namespace) -> int:
    """Print it."""
    text = opened(options.files[0]).source
    sys.stdout.flush()
    sys.stdout.buffer.write(text.encode("utf-8", "surrogatepass"))
    sys.stdout.buffer.flush()
    return 0
