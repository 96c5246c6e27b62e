"""The careful tagger's network: a small pretrained encoder that also sees what is known of each word."""

from pathlib import Path
from typing import Final

import torch
from torch import Tensor, nn
from transformers import BertModel

from wiredesk.extract.names.decoding import LABELS
from wiredesk.extract.names.encoding import TRAITS

SCHEMAS: Final = ("newsroom", "uner", "wikigold", "wnut", "politics")
"""By whose conventions a text was annotated; the first one's are ours."""
DROPPED: Final = 0.1


class Network(nn.Module):
    """Sub-words and their words' traits in, a score for each label out.

    The encoder folds case, so a word's shape is one of its traits. A vector for the schema is added to every
    sub-word: the sets disagree on what a name is, and so the network learns from all without mixing them up.
    """

    def __init__(self, base: Path) -> None:
        super().__init__()
        # Without dropout of attention the fused kernel can be used: a fifth faster, and no worse.
        self.encoder = BertModel.from_pretrained(
            str(base), add_pooling_layer=False, attention_probs_dropout_prob=0.0
        )
        size: int = self.encoder.config.hidden_size
        self.traits = nn.Linear(len(TRAITS), size, bias=False)
        self.schemas = nn.Embedding(len(SCHEMAS), size)
        self.drop = nn.Dropout(DROPPED)
        self.out = nn.Linear(size, len(LABELS))
        nn.init.normal_(self.traits.weight, std=0.02)
        nn.init.normal_(self.schemas.weight, std=0.02)

    def forward(self, pieces: Tensor, mask: Tensor, traits: Tensor, schema: Tensor) -> Tensor:
        """Scores (stretch, sub-word, label); `mask` is 1 for sub-words and 0 for padding."""
        seen = (
            self.encoder.embeddings.word_embeddings(pieces)
            + self.traits(traits)
            + self.schemas(schema)[:, None]
        )
        return self.out(self.drop(self.encoder(inputs_embeds=seen, attention_mask=mask).last_hidden_state))


class OurSchema(nn.Module):
    """A trained network with our schema's vector built in, for stretches without padding: what is shipped."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        network.encoder.set_attn_implementation("eager")  # the fused kernel's guards would be traced, too
        self.network = network

    def forward(self, pieces: Tensor, traits: Tensor) -> Tensor:
        """Log-probabilities (stretch, sub-word, label)."""
        encoder = self.network.encoder
        seen = encoder.embeddings.word_embeddings(pieces) + self.network.traits(traits)
        placed = encoder.embeddings(inputs_embeds=seen + self.network.schemas.weight[0])
        outcome = encoder.encoder(placed, attention_mask=None).last_hidden_state
        return torch.log_softmax(self.network.out(outcome), dim=-1)
