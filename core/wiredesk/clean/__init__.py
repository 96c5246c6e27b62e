"""Documents to articles: split, headline, captions, furniture, date and source of publication."""
