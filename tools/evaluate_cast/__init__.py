# SPDX-License-Identifier: GPL-3.0-or-later
"""How well names, speakers and cast are found, measured on texts with known answers (ours in ``labels``)."""
