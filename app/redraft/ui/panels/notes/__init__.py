# SPDX-License-Identifier: GPL-3.0-or-later
"""The notes panel: what readers and the author noted, by place or by time."""
