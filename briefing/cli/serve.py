"""The site while it is edited: builds, serves on this machine only, builds again on change, and reloads open browsers.

The process stays: it keeps what it read and made, so that a change costs only what it touches. An error is shown in the
page itself and in the terminal, the last good site stays, and the next save that mends it takes the message away.
"""

from __future__ import annotations

import contextlib
import signal
import sys
import threading
from urllib.parse import urlsplit

from briefing.build.build_record import Summary
from briefing.build.builder import build
from briefing.build.faults import BuildFault, BuildStopped
from briefing.cli import stopping
from briefing.cli.host import News, Server
from briefing.cli.watching import changes
from briefing.desk.answers import PATH, Desk
from briefing.dossier import completing, parse
from briefing.model import problems
from briefing.model.settings import Settings, default_root
from briefing.store.files import OutputError
from briefing.store.memo import Memo


class ServeError(Exception):
    """A server that cannot run; the text says what must hold."""


def once(settings: Settings, memo: Memo, news: News, desk: Desk) -> Summary | None:
    """Build, tell the browsers and the desk, and say on standard error what is wrong; None when the last site stays."""
    root = "" if settings.root == default_root() else str(settings.root)
    try:
        summary = build(settings, memo, desk.look)
    except BuildStopped as stop:
        desk.tell(stop.problems)
        text = problems.for_root(problems.as_text(stop.problems), root)
        entries = [
            {
                "where": f"{problem.path}:{problem.line}:{problem.column}",
                "message": problem.message,
                "remedy": problems.for_root(problem.remedy, root),
            }
            for problem in problems.errors(stop.problems)
        ]
    except Exception as error:  # whatever it is, the last good site stays and the next save may mend it
        is_ours = isinstance(error, (OutputError, BuildFault))
        text = str(error) if is_ours else f"The build failed: {error!r}."
        desk.tell([], text)
        entries = [{"where": "", "message": text, "remedy": "" if is_ours else "Please report it."}]
    else:
        news.tell([])
        return summary
    stays = "The last good site stays. " if settings.output.is_dir() else ""
    print(f"{text}\n{stays}Waiting for the next change.", file=sys.stderr)
    news.tell(entries)
    return None


def serve(settings: Settings, port: int) -> None:
    """Build, serve on 127.0.0.1, and build again whenever content, seeds or theme change. Ends on Ctrl-C.

    Raises ServeError when the port is taken, or folders cannot be watched.
    """
    if hasattr(signal, "SIGPIPE"):
        signal.signal(signal.SIGPIPE, signal.SIG_IGN)  # a browser that goes away is no reason to end
    settings = settings._replace(site_url=settings.site_url or f"http://localhost:{port}/")
    try:
        desk = Desk(settings)
        server = Server(port, settings.output, urlsplit(settings.site_url).path or "/", desk)
    except OSError as error:
        raise ServeError(f"port {port} must be free ({error.strerror}). Name another with --port") from None
    memo = Memo(settings.root, settings.output)
    with server:
        summary = once(settings, memo, server.news, desk)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        state = "Ctrl-C ends" if summary else "not built yet; Ctrl-C ends"
        print(f"Look at http://localhost:{port}{server.base} ({state})", flush=True)
        print(f"The desk, for you alone: http://localhost:{port}{server.base}{PATH}", flush=True)
        _tell_editors(settings, memo)
        try:
            _follow(settings, server, memo, summary.warnings if summary else ())
        except KeyboardInterrupt:
            stopping.say()
        except OSError as error:
            raise ServeError(f"content, seeds and theme must be folders that can be watched ({error})") from None
        finally:
            stopping.no_more()
            server.shutdown()


def _follow(settings: Settings, server: Server, memo: Memo, warnings: tuple[str, ...]) -> None:
    """Build again after every change, and tell the warnings that it brought, those of before being `warnings`; ends by
    an interrupt only, amid a build at once.
    """
    root = "" if settings.root == default_root() else str(settings.root)
    stopping.by_interrupt()
    for _ in changes(settings.sources):
        stopping.at_once()
        if made := once(settings, memo, server.news, server.desk):
            new = [warning for warning in made.warnings if warning not in warnings]
            told = "".join(f"{problems.for_root(warning, root)} (warning)\n" for warning in new)
            print(f"{told}Built again: {made.pages} pages in {made.seconds:.1f} s\n", end="", flush=True)
            warnings = made.warnings
        _tell_editors(settings, memo)
        stopping.by_interrupt()


def _tell_editors(settings: Settings, memo: Memo) -> None:
    """Keep what editors' programs complete from up to date, where the dossier has the folder for it."""
    if (settings.root / completing.FOLDER).is_dir():
        with contextlib.suppress(OSError):  # a help only, which `invoke schema --write` tells of
            completing.renew(settings.root, parse.load(settings.root, memo))
