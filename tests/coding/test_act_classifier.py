"""The act classifier refuses a model of another version, in words that help."""

from __future__ import annotations

import json
from contextlib import contextmanager
from pathlib import Path

import pytest

from reportedly.coding import act_classifier
from reportedly.coding.act_classifier import NAME, ActClassifier
from reportedly.errors import ModelError


@pytest.mark.parametrize("facts", [{"model": "acts-0", "issues": []}, {"issues": []}])
def test_model_of_another_version_is_refused(
    facts: dict[str, object], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was expected, what came, what to do."""
    (tmp_path / "acts.json").write_text(json.dumps(facts), "utf-8")

    @contextmanager
    def folder(*_: str):
        yield tmp_path

    monkeypatch.setattr(act_classifier, "shipped_model", folder)
    monkeypatch.setattr(act_classifier, "open_session", lambda _: None)
    with pytest.raises(ModelError) as caught:
        ActClassifier.load(None)  # type: ignore[arg-type]
    assert NAME in caught.value.expected
    assert caught.value.came == facts.get("model", "one without a name")
    assert "Install" in caught.value.to_do
