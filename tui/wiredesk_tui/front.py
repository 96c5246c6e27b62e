"""What the panes show of all there is, kept beside the index: the next start need not compute it."""

from collections.abc import Mapping
from typing import Final, get_args

import polars as pl

from wiredesk.brief import Brief, BriefLine
from wiredesk.query import Address, Begun, Listing, Selection, Zoom
from wiredesk.store import Index
from wiredesk_tui.contents import (
    BriefContent,
    Content,
    Options,
    PaneName,
    SearchContent,
    TimelineContent,
)
from wiredesk_tui.first import NAME, First, called, to_text
from wiredesk_tui.making import content

_SMALL: Final[tuple[PaneName, ...]] = ("refused",)
"""Panes that are as fast without."""

_LINES: Final = pl.Schema(
    {
        "text": pl.String,
        "heading": pl.Boolean,
        "indent": pl.Int64,
        **dict.fromkeys(Address._fields, pl.Int64),
    }
)
"""A brief's lines; where one stands for no sentence, its address is null."""


def shown(name: PaneName, index: Index, selection: Selection, options: Options) -> Content:
    """`content`: as it was kept beside the index, where nothing is narrowed and the reader set nothing."""
    usual = selection.everything and not options.sorts.get(name) and options.zoom is None
    if not usual or name in _SMALL:
        return content(name, index, selection, options)
    known = _kept(name, index, selection)
    if known is not None:
        return known
    made = content(name, index, selection, options)
    _keep(name, index, made)
    return made


def file_states(index: Index) -> Mapping[str, int]:
    """How many of an index's files are in which state."""
    states = index.kept(called("files"))
    if states is None:
        states = index.files.group_by("status").len().sort("status")
        index.keep(called("files"), states)
    return dict(states.iter_rows())


def _keep(name: PaneName, index: Index, made: Content) -> None:
    listing = made.listing
    zoom = made.zoom if isinstance(made, TimelineContent) else None
    about = {"height": listing.height, "begin": listing.begin, "most": made.most, "sort": made.sort}
    frames = {"rows": listing.made, "sample": made.sample}
    match made:
        case TimelineContent():
            frames["more"] = made.buckets
        case SearchContent():
            frames["more"] = made.keywords
        case BriefContent(brief=Brief(lines) as brief):
            rows = [(line.text, line.heading, line.indent, *(line.address or (None,) * 4)) for line in lines]
            frames["more"] = pl.DataFrame(rows, schema=_LINES, orient="row")
            index.keep_text(called(NAME), to_text(First(brief, index.height("articles"), file_states(index))))
        case _:
            pass
    for part, frame in frames.items():
        if frame is not None and frame.width:
            index.keep(called(name, part), frame)
    index.keep(
        called(name, "about"), pl.DataFrame({**about, "zoom": zoom})
    )  # the last one: with it, all others are there


def _kept(name: PaneName, index: Index, selection: Selection) -> Content | None:
    about = index.kept(called(name, "about"))
    if about is None:
        return None
    told = about.row(0, named=True)
    rows, sample, more = (index.kept(called(name, part)) for part in ("rows", "sample", "more"))
    sample = pl.DataFrame() if sample is None else sample
    listing = Listing.of(pl.DataFrame() if rows is None else rows)
    if rows is not None and rows.height < told["height"]:
        listing = Begun(
            rows, told["begin"], told["height"], lambda: content(name, index, selection, Options()).listing
        )
    sort, most = told["sort"], told["most"]
    match name:
        case "timeline" if more is not None and told["zoom"] in get_args(Zoom):
            zoom: Zoom = told["zoom"]
            begin: int = told["begin"]
            return TimelineContent(listing, selection, sort, False, sample, most, zoom, more, begin)
        case "search" if more is not None:
            return SearchContent(listing, selection, sort, sample=sample, keywords=more)
        case "brief" if more is not None:
            return BriefContent(listing, selection, sort, brief=_brief(more))
        case "articles" | "actors" | "figures" if rows is not None:
            return Content(listing, selection, sort, sample=sample, most=most)
        case _:
            return None


def _brief(lines: pl.DataFrame) -> Brief:
    return Brief(
        tuple(
            BriefLine(text, heading, None if place[0] is None else Address(*place), indent)
            for text, heading, indent, *place in lines.iter_rows()
        )
    )
