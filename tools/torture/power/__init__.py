# SPDX-License-Identifier: GPL-3.0-or-later
"""A machine whose power fails: what was done to a folder is recorded, and every disk it may leave is made anew."""
