# SPDX-License-Identifier: GPL-3.0-or-later
"""The timeline panel: when each scene happens, by the words of the text or by the author's word."""
