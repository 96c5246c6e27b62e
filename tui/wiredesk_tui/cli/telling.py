"""What is said on standard error, and what becomes of a stream that takes no more."""

import os
import sys
from typing import TextIO

import click


def tell(text: str) -> None:
    """Say something on standard error; that it cannot be said undoes nothing that was done."""
    try:
        click.echo(text, err=True)
    except OSError:
        send_nowhere(sys.stderr)


def send_nowhere(stream: TextIO) -> None:
    """Send the rest of a stream nowhere, or Python would complain of it at the end."""
    nothing = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nothing, stream.fileno())
    os.close(nothing)
