"""Documents from the command line: python -m exports brief --plan paga1 --salida informe.docx"""

import argparse
import os
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path

from data.published import Snapshot, is_intact, latest_revisions, published
from exports.meeting import WRITERS, Meeting
from language import FIRST, LANGUAGES, Language, known
from queries.plans import plans
from readings.changes import Changes, Compared, NothingToCompare, found, last_change
from readings.compromiso import titles
from readings.presentar import workshops

VOICES = ("lead", "counterpart", "core_group", "document")


class Refused(ValueError):
    """What was asked for cannot be made; the message says why, in the reader's language."""


def main(arguments: list[str] | None = None) -> int:
    """Write the document; 2 and a sentence where it cannot be made, nothing half-written."""
    given = sys.argv[1:] if arguments is None else arguments
    language = Language(known(_idioma(given)))
    asked = _parser(language).parse_args(given)
    try:
        _write(asked.salida, _made(asked, language))
    except Refused as refused:
        print(refused, file=sys.stderr)
        return 2
    except OSError as error:
        message = language.gettext("{file} cannot be written: {reason}.")
        print(message.format(file=asked.salida, reason=error.strerror), file=sys.stderr)
        return 1
    print(language.gettext("{file}: written.").format(file=asked.salida))
    return 0


def _idioma(given: list[str]) -> str | None:
    """The language asked for, before anything can be wrong with the rest."""
    parser = argparse.ArgumentParser(add_help=False)
    parser.add_argument("--idioma")
    return parser.parse_known_args(given)[0].idioma


def _parser(language: Language) -> argparse.ArgumentParser:
    _ = language.gettext
    parser = argparse.ArgumentParser("python -m exports", description=_("Documents to take along."))
    kinds = sorted({kind for kind, _ending in WRITERS})
    parser.add_argument("kind", choices=kinds, help=_("which document"))
    parser.add_argument("--plan", required=True, help=_("the plan, such as paga1"))
    parser.add_argument("--corte", help=_("the cut-off; without it the newest"))
    parser.add_argument("--desde", help=_("the earlier cut-off to compare with"))
    parser.add_argument("--voz", default="lead", choices=VOICES, help=_("whose reports"))
    parser.add_argument("--compromiso", help=_("a deck of this commitment only"))
    parser.add_argument("--evento", help=_("a deck of this workshop only, such as P1-CC-AMB"))
    parser.add_argument("--idioma", default=FIRST, choices=list(LANGUAGES), help=_("language"))
    parser.add_argument(
        "--salida", required=True, type=Path, help=_("file to write; its ending is the format")
    )
    return parser


def _made(asked: argparse.Namespace, language: Language) -> bytes:
    _ = language.gettext
    write = WRITERS.get((asked.kind, asked.salida.suffix.lower().lstrip(".")))
    if write is None:
        endings = [f".{ending}" for kind, ending in WRITERS if kind == asked.kind]
        message = _("{kind} is written as {endings}, not as {name}.")
        raise Refused(
            message.format(kind=asked.kind, endings=", ".join(endings), name=asked.salida.name)
        )
    cut_offs = latest_revisions([each for each in published() if is_intact(each)])
    if not cut_offs:
        raise Refused(_("No published cut-off is whole."))
    later = cut_offs[_known("--corte", asked.corte or max(cut_offs), cut_offs, language)]
    _known("--plan", asked.plan, sorted(plans(later)["plan_id"]), language)
    number = None
    if asked.compromiso:
        numbers = [each.rpartition("-")[2] for each in titles(later, asked.plan, language)]
        number = int(_known("--compromiso", asked.compromiso, numbers, language))
    if asked.evento:
        _known("--evento", asked.evento, workshops(later, asked.plan, language), language)
    changes = _changes(asked, later, cut_offs, language)
    return write(Meeting(later, asked.plan, language, changes, number, asked.evento))


def _changes(
    asked: argparse.Namespace, later: Snapshot, cut_offs: dict[str, Snapshot], language: Language
) -> Changes | None:
    """Since the cut-off asked for, else since the one before the last change."""
    if asked.desde:
        earlier = cut_offs[_known("--desde", asked.desde, cut_offs, language)]
    else:
        pair = last_change(tuple(cut_offs.values()), later, asked.plan)
        if pair is None:
            return None
        earlier = pair[0]
    try:
        return found(Compared(earlier, later, asked.plan, asked.voz))
    except NothingToCompare as error:
        message = language.gettext("--desde {earlier} is not before --corte {later}.")
        raise Refused(message.format(earlier=error.args[0], later=error.args[1])) from error


def _known(option: str, asked: str, existing: Iterable[str], language: Language) -> str:
    """What was asked for, where it exists; else Refused, with what does."""
    offered = list(existing)
    if asked in offered:
        return asked
    message = language.gettext("There is no {name} {asked}. There is: {offered}.")
    said = ", ".join(map(str, offered)) or language.gettext("none")
    raise Refused(message.format(name=option, asked=asked, offered=said))


def _write(path: Path, made: bytes) -> None:
    """Whole or not at all."""
    draft, name = tempfile.mkstemp(prefix=".draft-", dir=path.resolve().parent)
    try:
        with os.fdopen(draft, "wb") as file:
            file.write(made)
        os.chmod(name, 0o644)
        os.replace(name, path)
    except BaseException:
        os.unlink(name)
        raise


if __name__ == "__main__":
    sys.exit(main())
