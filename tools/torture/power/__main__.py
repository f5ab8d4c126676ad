# SPDX-License-Identifier: GPL-3.0-or-later
"""``python -m tools.torture.power``: the power fails after every deed; status 1 when anything was lost."""

from __future__ import annotations

from tools.torture.power.judging import main

if __name__ == "__main__":
    raise SystemExit(main())
