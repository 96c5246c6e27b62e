"""Write a trained network as an 8-bit ONNX file, with the card of what it was trained for."""

import json
from hashlib import blake2b
from pathlib import Path
from tempfile import TemporaryDirectory

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from tokenizers import Tokenizer
from torch import Tensor

from training.network import Network, OurSchema
from wiredesk.extract.names.careful import MODEL, TOKENIZER
from wiredesk.extract.names.decoding import LABELS
from wiredesk.extract.names.encoding import TRAITS
from wiredesk.extract.names.tiers import CARD

OPSET = 17
INPUTS = ("pieces", "traits")


def export(network: Network, tokenizer: Tokenizer, folder: Path) -> None:
    """Write the model, its tokenizer and its card into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as aside:
        whole = Path(aside) / "whole.onnx"
        torch.onnx.export(
            OurSchema(network).eval(),
            _example(),
            whole,
            input_names=list(INPUTS),
            output_names=["scores"],
            dynamic_axes={name: {0: "stretch", 1: "piece"} for name in (*INPUTS, "scores")},
            opset_version=OPSET,
            dynamo=False,
        )
        # Seven bits of the eight: without the newest instructions, sums of eight would overflow.
        quantize_dynamic(
            whole, folder / MODEL, weight_type=QuantType.QInt8, per_channel=True, reduce_range=True
        )
    tokenizer.save(str(folder / TOKENIZER), pretty=False)
    hashed = blake2b((folder / MODEL).read_bytes(), digest_size=16)
    hashed.update((folder / TOKENIZER).read_bytes())
    card = {"digest": hashed.hexdigest(), "labels": LABELS, "traits": TRAITS}
    (folder / CARD).write_text(json.dumps(card, indent=1) + "\n", encoding="utf-8")


def _example() -> tuple[Tensor, Tensor]:
    return torch.ones(2, 16, dtype=torch.long), torch.zeros(2, 16, len(TRAITS))
