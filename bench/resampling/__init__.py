"""Large piles of articles, made by drawing sentences of given texts anew, with all that is known of them."""

from resampling.draw import CHUNK, draw_chunk
from resampling.stock import Stock, make_stock
from resampling.write import write_jsonl, write_store, write_texts

__all__ = ["CHUNK", "Stock", "draw_chunk", "make_stock", "write_jsonl", "write_store", "write_texts"]
