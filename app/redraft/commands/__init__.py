# SPDX-License-Identifier: GPL-3.0-or-later
"""The commands of ``redraft`` on the command line, one module each. None needs Qt or a display."""
