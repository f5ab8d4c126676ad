# SPDX-License-Identifier: GPL-3.0-or-later
"""The history of a story as its author sees it: one line of time, and every state of it to be had back."""
