"""What the extractors say of a text that is in the form of a benchmark."""

import sys
from pathlib import Path

import click

from wiredesk.errors import ReadError
from wiredesk_tui.cli.exits import Exit
from wiredesk_tui.cli.failures import tells_failures
from wiredesk_tui.cli.options import PILE


@click.command("tag")
@click.option(
    "--conll",
    "file",
    type=PILE,
    required=True,
    metavar="FILE",
    help="A token a line in the first column, an empty line between sentences, -DOCSTART- before each "
    "document; - is standard input.",
)
@click.option(
    "--names",
    default="auto",
    metavar="TAGGER",
    help="Who finds the names: fast, careful, spacy:MODEL or auto (default), the best that is installed.",
)
@tells_failures
def tag(file: Path, names: str) -> int:
    """Print the tokens of a CoNLL file with tags for names, a line each: PER, ORG, LOC, MISC."""
    from wiredesk.extract.names import load_tagger, tag_conll

    # In UTF-8, as it came, whatever a terminal here would want.
    tagged = tag_conll(_text(file), tagger=load_tagger(names))
    click.echo(tagged.encode("utf-8", "replace"), nl=False)
    return Exit.DONE


def _text(file: Path) -> str:
    try:
        content = sys.stdin.buffer.read() if str(file) == "-" else file.read_bytes()
    except OSError as error:
        raise ReadError(
            f"{file}: cannot be read ({error.strerror}); name a file with a token a line"
        ) from error
    return content.decode("utf-8", "replace")
