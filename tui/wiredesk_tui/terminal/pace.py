"""How much of what was sent is still on its way, as the terminal's own answers tell.

Between the program and the terminal lie buffers: the kernel's, those of ssh and of the network. On a slow
line they hold seconds of frames that nobody wants any more once another key is pressed, and nothing tells
the program of them. But every terminal answers a request for its status, in its turn: its answer says that
all before it has been shown. So a request goes along every now and then, and while too much has not been
answered for, no frame is sent. The next one shows what stands by then: frames are left out, not queued.
"""

from collections import deque
from collections.abc import Callable
from time import monotonic
from typing import Final

ASK: Final = "\x1b[5n"
"""Device status report (ECMA-48, DSR), known since the VT100."""
ANSWERS: Final = ("\x1b[0n", "\x1b[3n")
"""All is well; something is not. Either tells that what came before has been taken."""
WINDOW: Final = 512
"""Bytes on their way at which frames begin to wait: a quarter of a second of a line of 2 KB/s, and three
steps in a list, so that a far but fast line, too, shows several steps while one answer travels."""
EVERY: Final = WINDOW // 2
"""Bytes after which the terminal is asked again."""
PATIENCE: Final = 5.0
"""Seconds after which an answer is taken for lost: a multiplexer may have been detached meanwhile."""
FIRST_ANSWER: Final = 1.0
"""Seconds in which a terminal gives its first answer if it gives any, on all but the slowest lines."""


class Pace:
    """Counts what was sent and what was answered for. A terminal that never answers is never waited for.

    Args:
        clock: Gives seconds.
    """

    def __init__(self, clock: Callable[[], float] = monotonic) -> None:
        self._clock = clock
        self._sent = self._shown = self._sent_when_asked = 0
        self._asked: deque[tuple[int, float]] = deque()
        """For each request without an answer, what had been sent by then, and when that was."""
        self._answers = False

    def sent(self, size: int) -> None:
        """Count bytes."""
        self._sent += size

    def ask(self) -> bool:
        """Whether to ask the terminal now, which is noted as done."""
        if self._answers:
            if self._sent - self._sent_when_asked < EVERY:
                return False
        elif self._asked and self._age < PATIENCE:
            return False  # one that does not answer is not asked for ever
        else:
            self._asked.clear()
        self._sent_when_asked = self._sent
        self._asked.append((self._sent, self._clock()))
        return True

    def answered(self) -> None:
        """An answer has come: what was sent before the oldest request has been shown."""
        self._answers = True
        if self._asked:
            self._shown = self._asked.popleft()[0]

    @property
    def room(self) -> bool:
        """Another frame may be sent."""
        if not self._answers or not self._asked:
            return True
        if self._age >= PATIENCE:
            self._asked.clear()
            self._answers = False
            return True
        return self._sent - self._shown < WINDOW

    @property
    def answer_due(self) -> bool:
        """An answer is on its way, as far as is known."""
        return bool(self._asked) and self._age < (PATIENCE if self._answers else FIRST_ANSWER)

    @property
    def patience(self) -> float:
        """Seconds until there is room in any case."""
        return max(0.0, PATIENCE - self._age)

    @property
    def _age(self) -> float:
        return self._clock() - self._asked[0][1] if self._asked else 0.0
