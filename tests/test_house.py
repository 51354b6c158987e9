"""The rules of the house that no linter knows: who imports whom, how big things grow, where effects live."""

from __future__ import annotations

import ast
import pickle
import statistics
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from reportedly import errors

ROOT = Path(__file__).parent.parent
SOURCE = ROOT / "src" / "reportedly"
SCRIPTS = [ROOT / "training", ROOT / "evals"]

LEVELS: tuple[frozenset[str], ...] = (
    frozenset({"model", "errors"}),
    frozenset({"text", "vocabulary", "settings", "sessions"}),
    frozenset({"reading", "attributing", "coding", "resolving", "measuring", "comparing"}),
    frozenset({"pipeline", "ledger", "briefing", "fetching", "review"}),
    frozenset({"cli", "web"}),
)
"""Packages from the bottom up; a package imports only lower levels, see docs/design/architecture.md."""

ALLOWED_NEIGHBOURS = frozenset({("vocabulary", "text")})
"""The one exception: `vocabulary` may use `text`."""

NETWORK = frozenset(
    {"socket", "ssl", "http", "urllib.request", "ftplib", "smtplib", "requests", "httpx", "aiohttp"}
    | {"urllib3", "httpx2", "websockets"}
)
BAD_NAMES = frozenset(
    {"utils", "util", "helpers", "helper", "manager", "managers", "common", "misc"}
)

MOST_LINES, USUAL_LINES = 500, 300
LONGEST_FUNCTION, USUAL_FUNCTION, MEDIAN_FUNCTION = 60, 30, 12


def modules(*folders: Path) -> list[Path]:
    """Returns the Python files below some folders."""
    return sorted(file for folder in folders for file in folder.rglob("*.py"))


def shown(path: Path) -> str:
    """Returns a path as read from the top of the repository."""
    return str(path.relative_to(ROOT))


@cache
def parsed(path: Path) -> ast.Module:
    """Returns the syntax tree of a file."""
    return ast.parse(path.read_text("utf-8"), str(path))


def imports(path: Path) -> Iterator[tuple[int, str]]:
    """Yields line and full name of what a file imports, in functions and for typing too."""
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{shown(path)}:{node.lineno} imports relatively"
            yield from ((node.lineno, f"{node.module}.{alias.name}") for alias in node.names)


def package_of(path: Path) -> str:
    """Returns the package of ours that a file belongs to: "ledger", or "errors" for a module."""
    return path.relative_to(SOURCE).parts[0].removesuffix(".py")


def level_of(package: str) -> int:
    """Returns the level of a package, from the bottom up."""
    return next(number for number, names in enumerate(LEVELS) if package in names)


def functions(path: Path) -> Iterator[tuple[str, int]]:
    """Yields name and length in lines of each function; what a function holds counts for it too."""
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield f"{shown(path)}:{node.lineno} {node.name}", body_length(node)


def body_length(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Returns the lines of a function from `def`, without its docstring."""
    length = (node.end_lineno or node.lineno) - node.lineno + 1
    first = node.body[0]
    if ast.get_docstring(node) is not None:
        length -= (first.end_lineno or first.lineno) - first.lineno + 1
    return length


def test_every_package_has_a_level() -> None:
    """A new package is given its place before it is used."""
    known = frozenset().union(*LEVELS) | {"__init__"}
    assert {package_of(path) for path in modules(SOURCE)} <= known


def test_imports_run_downhill() -> None:
    """A package imports only from levels below its own; neighbours do not know each other."""
    wrong = []
    for path in modules(SOURCE):
        mine = package_of(path)
        for line, name in imports(path):
            top, _, rest = name.partition(".")
            theirs = rest.partition(".")[0]
            if top != "reportedly" or mine in {"__init__", theirs}:
                continue
            if not theirs:  # the package itself, as its users see it: for the faces only
                theirs = "pipeline"
            if (mine, theirs) in ALLOWED_NEIGHBOURS:
                continue
            if level_of(theirs) >= level_of(mine):
                wrong.append(f"{shown(path)}:{line} {mine} imports {theirs}")
    assert not wrong, "\n".join(wrong)


def test_files_keep_their_size() -> None:
    """No file has more than 500 lines, and nine in ten have at most 300."""
    sizes = {shown(p): len(p.read_text("utf-8").splitlines()) for p in modules(SOURCE, *SCRIPTS)}
    assert not {name: size for name, size in sizes.items() if size > MOST_LINES}
    large = {name: size for name, size in sizes.items() if size > USUAL_LINES}
    assert len(large) <= len(sizes) / 10, large


def test_functions_keep_their_size() -> None:
    """No function is longer than 60 lines, nine in ten are under 30, half of them at most 12."""
    lengths = dict(pair for path in modules(SOURCE, *SCRIPTS) for pair in functions(path))
    assert not {name: n for name, n in lengths.items() if n > LONGEST_FUNCTION}
    long = {name: n for name, n in lengths.items() if n >= USUAL_FUNCTION}
    assert len(long) <= len(lengths) / 10, long
    assert statistics.median(lengths.values()) <= MEDIAN_FUNCTION


def test_no_module_is_a_drawer() -> None:
    """Names such as `utils` collect what belongs nowhere, so there are none."""
    assert not [shown(p) for p in modules(SOURCE, *SCRIPTS) if p.stem.strip("_") in BAD_NAMES]


def test_every_module_says_what_lives_there() -> None:
    """Each file begins with a docstring."""
    files = modules(SOURCE, *SCRIPTS, ROOT / "tests")
    bare = [shown(p) for p in files if parsed(p).body and ast.get_docstring(parsed(p)) is None]
    assert not bare, "\n".join(bare)


def test_only_the_entry_point_reads_the_clock() -> None:
    """`now()` and `today()` are called in cli/clock.py and handed down from there."""
    wrong = [
        f"{shown(path)}:{node.lineno}"
        for path in modules(SOURCE)
        if level_of_or_top(path) < level_of("cli")
        for node in ast.walk(parsed(path))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and (
            node.func.attr in {"now", "today", "utcnow", "localtime", "gmtime"}
            or (node.func.attr == "time" and ast.unparse(node.func) == "time.time")
        )
    ]
    assert not wrong, "\n".join(wrong)


def level_of_or_top(path: Path) -> int:
    """Returns the level of a file's package, -1 for the package's own `__init__`."""
    package = package_of(path)
    return -1 if package == "__init__" else level_of(package)


def test_only_the_entry_point_reads_the_environment() -> None:
    """What a run is told from outside comes through `settings` and is handed down."""
    wrong = [
        f"{shown(path)}:{line}"
        for path in modules(SOURCE)
        if package_of(path) not in {"settings", "cli", "web"}
        for node in ast.walk(parsed(path))
        if isinstance(node, ast.Attribute) and ast.unparse(node) in {"os.environ", "os.getenv"}
        for line in [node.lineno]
    ]
    assert not wrong, "\n".join(wrong)


def test_sql_stays_in_the_ledger() -> None:
    """Nobody else imports a database or its toolkit."""
    wrong = [
        f"{shown(path)}:{line} {name}"
        for path in modules(SOURCE)
        if package_of(path) != "ledger"
        for line, name in imports(path)
        if name.partition(".")[0] in {"sqlalchemy", "sqlite3", "alembic", "psycopg"}
    ]
    assert not wrong, "\n".join(wrong)


def test_network_stays_in_fetching() -> None:
    """Nobody else imports what can open a connection; adding and reading work offline."""
    wrong = [
        f"{shown(path)}:{line} {name}"
        for path in modules(SOURCE)
        if package_of(path) not in {"fetching", "web"}
        for line, name in imports(path)
        if any(name == banned or name.startswith(f"{banned}.") for banned in NETWORK)
    ]
    assert not wrong, "\n".join(wrong)


def test_training_is_not_imported_at_run_time() -> None:
    """Neither torch nor the training scripts are needed to run."""
    banned = {"torch", "transformers", "training", "evals", "tests"}
    found = {name.partition(".")[0] for path in modules(SOURCE) for _, name in imports(path)}
    assert not found & banned


def test_exceptions_are_swallowed_nowhere() -> None:
    """`except Exception` stands only at the batch runner's boundary, where it is recorded."""
    wrong = [
        f"{shown(path)}:{node.lineno}"
        for path in modules(SOURCE)
        if path != SOURCE / "pipeline" / "batch.py"
        for node in ast.walk(parsed(path))
        if isinstance(node, ast.ExceptHandler)
        and (node.type is None or ast.unparse(node.type) in {"Exception", "BaseException"})
        and not any(isinstance(inner, ast.Raise) for inner in ast.walk(node))
    ]
    assert not wrong, "\n".join(wrong)


def error_classes(top: type[errors.ReportedlyError]) -> Iterator[type[errors.ReportedlyError]]:
    """Yields a class of the error tree and all below it."""
    yield top
    for below in top.__subclasses__():
        yield from error_classes(below)


@pytest.mark.parametrize("kind", list(error_classes(errors.ReportedlyError)))
def test_error_pickles_and_tells_three_things(kind: type[errors.ReportedlyError]) -> None:
    """An error crosses processes whole, and its message says what was expected, came and helps."""
    error = kind("a report", "nothing", "Try another.", "a.txt")
    again = pickle.loads(pickle.dumps(error))  # noqa: S301  (our own bytes)
    assert type(again) is kind
    assert str(again) == "a.txt: expected a report; found nothing. Try another."
    assert (again.expected, again.came, again.to_do, again.where) == error.args


def test_all_errors_live_in_one_file() -> None:
    """The tree drawn in errors.py is the whole tree."""
    outside = [
        f"{shown(path)}:{node.lineno} {node.name}"
        for path in modules(SOURCE)
        if path != SOURCE / "errors.py"
        for node in ast.walk(parsed(path))
        if isinstance(node, ast.ClassDef)
        and any(ast.unparse(base).endswith(("Error", "Exception")) for base in node.bases)
    ]
    assert not outside, "\n".join(outside)


def test_every_error_is_in_the_drawing() -> None:
    """The docstring of errors.py names each class."""
    drawn = errors.__doc__ or ""
    assert not [
        k.__name__ for k in error_classes(errors.ReportedlyError) if k.__name__ not in drawn
    ]
