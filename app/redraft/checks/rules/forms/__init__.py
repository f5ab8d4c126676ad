# SPDX-License-Identifier: GPL-3.0-or-later
"""Words in the wrong form: one for many, quick for quickly, more better."""
