"""Documentation keeps up with the code: nothing public is undocumented, no generated page is stale, no link is dead."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest
from typer.main import get_command

import reportedly
from reportedly import errors
from reportedly.cli.app import app
from reportedly.cli.pages import PAGES, rendered, stale_pages, write_pages
from reportedly.settings import Settings

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"
COMMANDS: dict[str, Any] = get_command(app).commands  # type: ignore[attr-defined]

_LINK = re.compile(r"\[[^\]]*\]\(([^)#\s]+)(?:#[^)]*)?\)")
_CODE = re.compile(r"```.*?```|`[^`\n]*`", re.DOTALL)


def page(name: str) -> str:
    """Returns a page of docs/reference."""
    return (DOCS / "reference" / name).read_text("utf-8")


def prose_pages() -> list[Path]:
    """Returns every Markdown page of the repository that people read."""
    return [*ROOT.glob("*.md"), *DOCS.rglob("*.md")]


def test_generated_pages_are_fresh() -> None:
    """`make docs` has been run since the code changed."""
    assert stale_pages(DOCS) == [], "run `make docs` and commit what it writes"


def test_stale_page_is_named_with_what_to_run(tmp_path: Path) -> None:
    """The check says which page and which command."""
    write_pages(tmp_path)
    (tmp_path / "reference" / "errors.md").write_text("old")
    ran = subprocess.run(
        [sys.executable, "-m", "reportedly.cli.pages", "--check", str(tmp_path)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 1
    assert ran.stderr == (
        f"{tmp_path}/reference/errors.md: stale; run `make docs` and commit what it writes\n"
    )


def test_pages_are_the_same_twice() -> None:
    """No page depends on the order of a set or on the clock."""
    assert rendered() == rendered()


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_command_is_documented(name: str) -> None:
    """Each command has a section with every argument and option, each with a sentence of help."""
    section = page("commands.md").split(f"\n## {name}\n")[1].split("\n## ")[0]
    assert COMMANDS[name].help
    for param in COMMANDS[name].params:
        assert param.help, f"{name} {param.name} has no help"
        shown = param.metavar if param.param_type_name == "argument" else param.opts[0]
        assert shown.replace("|", "\\|") in section or shown in section


@pytest.mark.parametrize("name", sorted(Settings.model_fields))
def test_setting_is_documented(name: str) -> None:
    """Each setting has a row and a description."""
    assert Settings.model_fields[name].description
    assert f"`REPORTEDLY_{name.upper()}`" in page("settings.md")


def test_every_error_is_documented() -> None:
    """Each class of the tree has a row."""
    listed = page("errors.md")
    classes = [value for value in vars(errors).values() if isinstance(value, type)]
    assert len(classes) > 10
    assert not [kind.__name__ for kind in classes if f"| `{kind.__name__}` |" not in listed]


def test_every_public_name_is_documented() -> None:
    """Each name of `reportedly.__all__` has a row and a docstring."""
    listed = page("python.md")
    names = getattr(reportedly, "__all__", ())
    assert not [name for name in names if f"| `{name}" not in listed]
    assert not [
        name
        for name in names
        if not isinstance(getattr(reportedly, name), str) and not getattr(reportedly, name).__doc__
    ]


def test_every_page_is_listed() -> None:
    """docs/README.md leads to every page below docs/."""
    index = (DOCS / "README.md").read_text("utf-8")
    paths = [path.relative_to(DOCS).as_posix() for path in DOCS.rglob("*.md")]
    assert not [path for path in paths if path != "README.md" and f"({path})" not in index]
    assert set(PAGES) <= set(paths)


def test_no_link_is_dead() -> None:
    """Each link to a file of the repository leads somewhere."""
    dead = [
        f"{path.relative_to(ROOT)}: {target}"
        for path in prose_pages()
        for target in _LINK.findall(_CODE.sub("", path.read_text("utf-8")))
        if not re.match(r"[a-z]+:", target) and not (path.parent / target).exists()
    ]
    assert not dead, "\n".join(dead)


def test_every_dependency_has_its_reason() -> None:
    """docs/design/dependencies.md has a row for each runtime dependency and each extra's."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    extras = project["optional-dependencies"]
    wanted = {*project["dependencies"]}
    wanted |= {each for extra, needed in extras.items() if extra != "dev" for each in needed}
    names = {re.split(r"[<>=\[]", each)[0] for each in wanted}
    table = (DOCS / "design" / "dependencies.md").read_text("utf-8")
    assert not [name for name in names if f"| {name} |" not in table]
    rows = set(re.findall(r"^\| ([a-z0-9-]+) \|", table, re.MULTILINE)) - {"package"}
    assert rows <= names | {"pytest", "hypothesis", "mypy", "ruff", "pytest-xdist"}


def test_changelog_has_the_version() -> None:
    """What is installed is what the newest entry tells of, or it is still unreleased."""
    changelog = (ROOT / "CHANGELOG.md").read_text("utf-8")
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert f"## [{project['version']}]" in changelog or "## [Unreleased]" in changelog


def test_makefile_lists_every_target_with_a_sentence() -> None:
    """`make help` shows each target, and each sentence ends like one."""
    text = (ROOT / "Makefile").read_text("utf-8")
    phony = re.findall(r"^\.PHONY: (.+)$", text, re.MULTILINE)[0].split()
    sentences = dict(re.findall(r"^([a-z-]+):.*## (.+)$", text, re.MULTILINE))
    assert set(phony) == set(sentences)
    assert all(sentence.endswith(".") for sentence in sentences.values())
