"""Figures: numbers with unit, counted thing and bound."""

from wiredesk.extract.figures.extract import Figure, extract_figures, figures_of

__all__ = ["Figure", "extract_figures", "figures_of"]
