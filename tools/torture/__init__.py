# SPDX-License-Identifier: GPL-3.0-or-later
"""What no test has the time for: programs killed in the midst of their work, again and again."""
