# SPDX-License-Identifier: GPL-3.0-or-later
"""``python -m redraft``: the same as the ``redraft`` command."""

from redraft.cli import main

if __name__ == "__main__":
    raise SystemExit(main())
