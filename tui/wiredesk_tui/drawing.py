"""Bars and histograms, drawn with the characters at hand."""

from collections.abc import Sequence

from wiredesk_tui.look import Glyphs


def bar(value: float, largest: float, width: int, glyphs: Glyphs) -> str:
    """A bar of at most `width` cells; anything above nothing shows."""
    if largest <= 0 or value <= 0 or width <= 0:
        return " " * max(0, width)
    steps = len(glyphs.part) + 1
    eighths = max(1, round(value / largest * width * steps))
    whole, part = divmod(eighths, steps)
    text = glyphs.fill * whole
    if part:
        text += glyphs.part[part - 1]
    return text[:width].ljust(width)


def columns(values: Sequence[float], height: int, glyphs: Glyphs) -> list[str]:
    """A histogram, one character a value, as lines from the top down; anything above nothing shows."""
    largest = max(values, default=0.0)
    steps = len(glyphs.blocks)
    levels = [0 if v <= 0 or largest <= 0 else max(1, round(v / largest * height * steps)) for v in values]
    lines: list[str] = []
    for floor in range((height - 1) * steps, -1, -steps):
        cells = (min(steps, max(0, level - floor)) for level in levels)
        lines.append("".join(" " if cell == 0 else glyphs.blocks[cell - 1] for cell in cells))
    return lines


def progress(done: int, total: int, width: int, glyphs: Glyphs) -> str:
    """A progress bar of `width` cells."""
    filled = min(width, done * width // total) if total > 0 else 0
    return glyphs.fill * filled + glyphs.empty * (width - filled)


def duration(seconds: float) -> str:
    """A span of time as a clock writes it: 0:07, 12:30, 1:02:00."""
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02d}:{rest:02d}" if hours else f"{minutes}:{rest:02d}"
