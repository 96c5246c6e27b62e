"""What can be typed at the prompt. Where a command is an action of the screen, it has that action's name."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from wiredesk_tui.keys import BY_ID
from wiredesk_tui.plain.answer import Answer, Item, answer_of


@dataclass(frozen=True, slots=True)
class Command:
    """A command.

    Attributes:
        name: What is typed, or as much of it as tells it from the others.
        argument: What may follow, as help shows it.
        text: What it does.
        also: Other names.
    """

    name: str
    argument: str
    text: str
    also: tuple[str, ...] = ()


def _action(name: str, text: str = "", argument: str = "") -> Command:
    """An action of the screen, with those of its keys that are signs or letters."""
    key = BY_ID[name]
    signs = tuple(sign for sign in key.keys.split(",") if len(sign) == 1 and not sign.isdigit())
    return Command(name, argument, text or key.text, signs)


QUERY: Final = "[QUERY]"
COMMANDS: Final[tuple[Command, ...]] = (
    *(_action(name, argument=QUERY) for name in ("brief", "articles", "actors", "timeline", "figures")),
    Command("keywords", QUERY, "what the articles are about"),
    Command("ambiguous", QUERY, "names that fit several actors"),
    _action("refused"),
    _action("agreement"),
    _action("search", "narrow everything to a query and tell the sentences that match", "QUERY"),
    Command("query", "", "what everything is narrowed to"),
    _action("drop-facet"),
    _action("only-matching"),
    _action("sort"),
    _action("save-search", argument="NAME"),
    _action("searches"),
    Command("search-rename", "N NAME", "give the saved search of a row another name"),
    Command("search-remove", "N", "remove the saved search of a row"),
    _action("mark-seen"),
    Command("open", "N", "open the row of a number: its sentence, its article, or the actor", ("enter",)),
    Command("next", "", "open the row after the one that was opened last", ("]", "n")),
    Command("previous", "", "open the row before it", ("[", "N")),
    _action("text-start"),
    Command("add", "N", "narrow the query to a row"),
    Command("cite", "[N]", "sentence and citation of a row, or of what is open", ("y",)),
    Command("more", "", "the next page of what was told; so does an empty line"),
    Command("redraw", "", "the last page once more", ("again",)),
    Command("page", "LINES", "how long a page is; 0 tells everything at once"),
    Command("back", "", "back to the list before; at the top: clear the query"),
    Command("help", "[WORD]", "what can be typed, or the commands that a word occurs in", ("?",)),
    Command("quit", "", "leave; so does the end of input", ("q", "quit-now", "exit")),
)
"""In the order of help."""


def parted(line: str) -> tuple[str, str]:
    """The command and its argument in a line: `/x` is `search x`, and a number alone opens its row."""
    line = " ".join(line.split())
    if line[:1] == "/" or line[:1] == "?":
        return line[0], line[1:].strip()
    if line.isdecimal() and line.isascii():
        return "open", line
    word, _, argument = line.partition(" ")
    return word, argument


def commands_named(word: str) -> Sequence[Command]:
    """The command that is called so, or all those that begin so."""
    exactly = [command for command in COMMANDS if word in (command.name, *command.also)]
    if exactly:
        return exactly
    lower = word.lower()
    called = [command for command in COMMANDS if lower == command.name]
    return called or [command for command in COMMANDS if lower and command.name.startswith(lower)]


def helped(word: str) -> Answer:
    """The commands that a word occurs in, or all of them."""
    word = word.lower()
    items = [
        Item(
            " ".join(filter(None, (command.name, command.argument))) + f": {command.text}",
            (f"also: {' '.join(command.also)}",) if command.also else (),
        )
        for command in COMMANDS
        if word in f"{command.name} {command.text}".lower()
    ]
    heading = "Commands; the beginning of a name is enough, and a number alone opens its row"
    return answer_of(heading, items, numbered=())
