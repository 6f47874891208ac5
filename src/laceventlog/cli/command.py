"""The command `laceventlog`: the only module that reads the clock, the terminal and standard input.

Exit status: 0 nothing found, 1 something found (overdue events, problems, differences), 2 invalid usage or unreadable
files.
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
from .progress_bar import ProgressBar
from .standard_input import with_standard_input
from .verbs import VERBS, Answer, Context

COMPLETE = "__complete"
"""The first word of a completion request from a shell."""
PIPE_WIDTH = 100
CLOSED = "laceventlog: the output was closed before all was written"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status; errors of the user are printed, not raised."""
    _speak_utf8()
    try:
        return _run(sys.argv[1:] if arguments is None else arguments)
    except BrokenPipeError:
        return _closed(CLOSED)
    except LoadError as error:
        blocks = "\n".join(problem.render(_width(sys.stderr)) for problem in error.problems)
        return _complain(f"{blocks}\nlaceventlog: {_count(error)}; nothing was done", error.exit_code)
    except LaceventlogError as error:
        return _complain(f"laceventlog: {error}", error.exit_code)
    except KeyboardInterrupt:
        return 130


def _run(words: Sequence[str]) -> int:
    """Run a verb, print help, or answer a completion request."""
    if list(words[:1]) == [COMPLETE]:
        from .completion import completions

        return _print(Answer(completions(words[1:])))
    try:
        args = parse(words, __version__, _width(sys.stdout))
    except HelpRequested as request:
        return _print(Answer(request.text), pages="--no-pager" not in words)
    verb = VERBS[args.verb]
    with _bar(args) as bar, watched_by(bar):
        answer = verb.run(with_standard_input(args, lambda: sys.stdin), _context(args))
    if args.quiet:
        answer = answer._replace(text="" if verb.status_is_answer else answer.text, remark="")
    return _print(answer, pages=args.pager)


def _bar(args: argparse.Namespace) -> ProgressBar:
    """A progress bar, shown only on a terminal."""
    is_shown = sys.stderr.isatty() and not args.quiet and os.environ.get("TERM") != "dumb"
    return ProgressBar(sys.stderr, monotonic, _width(sys.stderr), is_shown=is_shown)


def _speak_utf8() -> None:
    """Use UTF-8 on any machine; a stream closed before start-up is replaced by /dev/null."""
    for name in ("stdin", "stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:
            mode = "r" if name == "stdin" else "w"
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: SIM115 - for the process
        elif isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace" if name == "stdin" else "backslashreplace")


def _context(args: argparse.Namespace) -> Context:
    today = getattr(args, "today", None) or getattr(args, "as_of", None) or date.today()  # noqa: DTZ011 - in the user's zone
    return Context(today, _render_options(args), lambda: sys.stdin, _password)


def _render_options(args: argparse.Namespace) -> RenderOptions:
    """Columns, language and colours as given, else those of the terminal; no locale is read."""
    width = getattr(args, "width", None) or _width(sys.stdout)
    paint = coloured if _has_colours(getattr(args, "color", "never")) else plain
    return RenderOptions(width, voice(getattr(args, "lang", "en")), paint)


def _has_colours(wanted: str) -> bool:
    """Whether to use colours: by default on a terminal that has them (https://no-color.org)."""
    if wanted == "auto":
        return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    return wanted == "always"


def _password() -> str:
    """The password of a server, from the environment, as others can see command lines."""
    return os.environ.get("LACEVENTLOG_PASSWORD", "")


def _width(stream: TextIO) -> int:
    """The columns of a terminal, at least 20; 100 for other streams."""
    return max(20, _terminal().columns) if stream.isatty() else PIPE_WIDTH


def _terminal() -> os.terminal_size:
    """Columns and lines of the terminal; shutil is imported only for terminals, as that is slow."""
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
    for text in filter(None, (answer.problems, answer.remark)):
        sys.stderr.write(text + "\n")
    return answer.status


def _paged(text: str) -> bool:
    """Whether a pager has shown the text."""
    from .pager import Terminal, paged

    size = _terminal()
    return paged(text, Terminal(size.columns, size.lines, os.environ))


def _write(data: bytes) -> None:
    """Write all data; an unbuffered stream may take only a part per call."""
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
    """Print the reason, and keep Python from reporting it again when it flushes at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    sys.stderr.write(reason + "\n")
    return 2
