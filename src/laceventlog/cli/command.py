"""The command `laceventlog`: the only place that reads the clock, the terminal and standard input.

Exit status: 0 none, 1 some (overdue things, problems, differences), 2 usage or unreadable.
"""

from __future__ import annotations

import argparse
import io
import os
import sys
from collections.abc import Sequence
from datetime import date
from time import monotonic
from typing import TextIO

from .. import __version__
from ..errors import LaceventlogError, LoadError
from ..progress import watched_by
from ..views.i18n import voice
from ..views.render_options import RenderOptions, coloured, plain
from .parser import HelpRequested, parse
from .progress_bar import Bar
from .standard_input import handed
from .verbs import VERBS, Answer, Context

COMPLETE = "__complete"
"""The first word of a shell that asks what may stand next."""
PIPE_WIDTH = 100
CLOSED = "laceventlog: the output was closed before all was written"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and give its exit status; never raises for what a user can get wrong."""
    _speak_utf8()
    try:
        return _run(sys.argv[1:] if arguments is None else arguments)
    except BrokenPipeError:
        return _closed(CLOSED)
    except LoadError as error:
        told = "\n".join(problem.render(_width(sys.stderr)) for problem in error.problems)
        return _complain(f"{told}\nlaceventlog: {_count(error)}; nothing was done", error.exit_code)
    except LaceventlogError as error:
        return _complain(f"laceventlog: {error}", error.exit_code)
    except KeyboardInterrupt:
        return 130


def _run(words: Sequence[str]) -> int:
    """What was asked for; help; or what may stand next on a command line."""
    if list(words[:1]) == [COMPLETE]:
        from .completion import completions

        return _print(Answer(completions(words[1:])))
    try:
        args = parse(words, __version__, _width(sys.stdout))
    except HelpRequested as request:
        return _print(Answer(request.text), pages="--no-pager" not in words)
    verb = VERBS[args.verb]
    with _bar(args) as bar, watched_by(bar):
        answer = verb.run(handed(args, lambda: sys.stdin), _scene(args))
    if args.quiet:
        answer = answer._replace(text="" if verb.is_told_by_status else answer.text, remark="")
    return _print(answer, pages=args.pager)


def _bar(args: argparse.Namespace) -> Bar:
    """What shows on a terminal how far long work is."""
    is_shown = sys.stderr.isatty() and not args.quiet and os.environ.get("TERM") != "dumb"
    return Bar(sys.stderr, monotonic, _width(sys.stderr), is_shown=is_shown)


def _speak_utf8() -> None:
    """UTF-8 whatever the machine speaks; a stream that was closed before the start is nobody's ear."""
    for name in ("stdin", "stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:
            mode = "r" if name == "stdin" else "w"
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: SIM115 - for the process
        elif isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace" if name == "stdin" else "backslashreplace")


def _scene(args: argparse.Namespace) -> Context:
    today = getattr(args, "today", None) or getattr(args, "as_of", None) or date.today()  # noqa: DTZ011 - the user's
    return Context(today, _look(args), lambda: sys.stdin, _password)


def _look(args: argparse.Namespace) -> RenderOptions:
    """Columns, language and colours: as asked, else as the terminal has them; no locale is read."""
    width = getattr(args, "width", None) or _width(sys.stdout)
    paint = coloured if _has_colours(getattr(args, "color", "never")) else plain
    return RenderOptions(width, voice(getattr(args, "lang", "en")), paint)


def _has_colours(wanted: str) -> bool:
    """Whether to paint: where nobody says, on a terminal that has colours (https://no-color.org)."""
    if wanted == "auto":
        return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    return wanted == "always"


def _password() -> str:
    """The password of a server, from the environment: on the command line others could see it."""
    return os.environ.get("LACEVENTLOG_PASSWORD", "")


def _width(stream: TextIO) -> int:
    """The columns of the terminal that a stream is, at least 20; 100 in a pipe."""
    return max(20, _terminal().columns) if stream.isatty() else PIPE_WIDTH


def _terminal() -> os.terminal_size:
    """Columns and lines of the terminal; asked by shutil, which takes long to import and no pipe needs."""
    from shutil import get_terminal_size

    return get_terminal_size()


def _print(answer: Answer, *, pages: bool = False) -> int:
    try:
        if not (pages and sys.stdout.isatty() and _paged(answer.text)):
            _write(answer.text.encode("utf-8", "backslashreplace"))
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as error:  # a full disk
        return _closed(f"laceventlog: the output cannot be written: {error.strerror}")
    for said in filter(None, (answer.problems, answer.remark)):
        sys.stderr.write(said + "\n")
    return answer.status


def _paged(text: str) -> bool:
    """Whether a pager has shown it."""
    from .pager import Terminal, paged

    size = _terminal()
    return paged(text, Terminal(size.columns, size.lines, os.environ))


def _write(data: bytes) -> None:
    """Write all of it: an unbuffered stream may take only a part at a time, and says how much."""
    raw = getattr(sys.stdout, "buffer", None)
    if raw is None:
        sys.stdout.write(data.decode())
        return
    rest = memoryview(data)
    while rest:
        rest = rest[raw.write(rest) or 0 :]


def _complain(text: str, status: int) -> int:
    sys.stdout.flush()
    sys.stderr.write(text + "\n")
    return status


def _count(error: LoadError) -> str:
    number = len(error.problems)
    return "1 problem" if number == 1 else f"{number} problems"


def _closed(reason: str) -> int:
    """Say so, and keep Python from complaining again when it flushes at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    sys.stderr.write(reason + "\n")
    return 2
