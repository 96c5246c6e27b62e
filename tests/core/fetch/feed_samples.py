"""Feeds of invented outlets."""


def rss(*entries: tuple[str, str], outlet: str = "The Lund Gazette", encoding: str = "utf-8") -> bytes:
    """An RSS feed of titles and texts."""
    items = "".join(
        f"<item><title>{title}</title><guid>urn:{title}</guid><link>https://lund.example/{len(text)}</link>"
        f"<pubDate>Mon, 03 May 2021 08:00:00 +0200</pubDate><description>{text}</description></item>"
        for title, text in entries
    )
    head = f'<?xml version="1.0" encoding="{encoding}"?>' if encoding else ""
    return f'{head}<rss version="2.0"><channel><title>{outlet}</title>{items}</channel></rss>'.encode(
        encoding or "utf-8"
    )


STORM = ("Storm over Lund", "Mayor Ida Falk closed the schools on Monday.")
DYKE = ("A new dyke", "The dyke will cost 4 million euros, said the council.")
