"""Random indexes of a few articles with any facts in them."""

from collections import defaultdict
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import polars as pl
from hypothesis import strategies as st

from wiredesk.schema import TABLES, conform
from wiredesk.store import Index

Rows = list[dict[str, Any]]
DAY = date(2020, 1, 1)
SAID = ("Ada saw a flood.", "Nothing was said.", "The flood met Bo.", "It rained.")
ACTORS = ((1, "Ada", "person"), (2, "Bo", "person"), (3, "Cy", "place"))


@st.composite
def indexes(draw: st.DrawFn) -> Index:
    """Some articles of a few sentences, with any facts in them, in the order that an index has."""
    rows: dict[str, Rows] = defaultdict(list)
    chance = draw(st.randoms(use_true_random=False))
    for article in range(draw(st.integers(0, 7))):
        number = 100 - article  # identifiers do not rise with rows
        sentences = [chance.choice(SAID) for _ in range(chance.randint(1, 4))]
        day = DAY + timedelta(chance.randrange(9)) if chance.random() < 0.7 else None
        original = (
            chance.choice(rows["articles"])["article_id"] if article and chance.random() < 0.3 else None
        )
        rows["articles"].append(
            {
                "article_id": number, "path": f"{article}.txt", "part": 0, "title": sentences[0],
                "source": chance.choice(["North", "South", None]), "published": day,
                "not_before": None if day else chance.choice([None, DAY, DAY + timedelta(3)]),
                "words": chance.randrange(9), "duplicate_of": original,
            }
        )  # fmt: skip
        rows["texts"].append({"article_id": number, "text": "\n".join(sentences)})
        at = 0
        for sentence, said in enumerate(sentences):
            place = {"article_id": number, "sentence": sentence, "start": at, "end": at + len(said)}
            rows["sentences"].append(
                {**place, "kind": chance.choice(["title", "body"]), "paragraph": sentence}
            )
            for _ in range(chance.randint(0, 2)):
                actor = chance.choice([*ACTORS, (None, "Ada", "person")])
                named = {"actor_id": actor[0], "surface": actor[1], "kind": actor[2]}
                rows["mentions"].append({**place, **named})
            if chance.random() < 0.6:
                first = DAY + timedelta(chance.randrange(40)) if chance.random() < 0.7 else None
                last = first + timedelta(chance.choice([0, 0, 9])) if first else None
                value = str(first) if first else None
                rows["events"].append(
                    {**place, "text": said, "value": value, "date_from": first, "date_to": last}
                )
            if chance.random() < 0.6:
                kind = chance.choice(["count", "money"])
                unit = chance.choice(["EUR", None]) if kind == "money" else None
                noun = chance.choice(["armed men", "Men", None])
                figure = {"value": float(chance.randrange(6)), "kind": kind, "unit": unit, "noun": noun}
                rows["figures"].append({**place, "text": said, **figure})
            at += len(said) + 1
        for rank in range(chance.randint(0, 4)):
            keyword = chance.choice(["flood", "Floods", "rain", "Ada"])
            sort = chance.choice(["name", "plain", None])
            place = {"article_id": number, "sentence": 0, "start": rank, "end": rank + 1}
            rows["keywords"].append({**place, "keyword": keyword, "rank": rank + 1, "sort": sort})
    rows["actors"] = [
        {"actor_id": i, "name": name, "kind": kind, "aliases": [name]} for i, name, kind in ACTORS
    ]
    frames = {
        name: conform(pl.DataFrame(rows[name], infer_schema_length=None), schema)
        if rows[name]
        else schema.to_frame()
        for name, schema in TABLES.items()
    }
    return replace(Index(), **frames)
