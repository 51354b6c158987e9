"""A brief as JSON: the same sections, sentences, rows and footnotes, for other programs."""

from __future__ import annotations

import json
from dataclasses import fields, is_dataclass
from typing import Any

from reportedly.briefing.quoting import check_quote
from reportedly.briefing.records import Brief, Quote, Ref


def render_json(brief: Brief) -> str:
    """Renders a brief as one JSON object; texts of reports are left out.

    Raises:
        NotVerbatim: a quotation does not stand in its report.
    """
    reports = {report.id: report for report in brief.reports}

    def plain(value: object) -> Any:  # noqa: ANN401  (a JSON tree)
        if isinstance(value, Ref):
            return {"note": value.number}
        if isinstance(value, Quote):
            check_quote(value, reports)
            return {"quote": value.shown, **_fields(value)}
        if isinstance(value, tuple):
            return [plain(item) for item in value]
        return _fields(value) if is_dataclass(value) else value

    def _fields(value: object) -> dict[str, Any]:
        names = [f.name for f in fields(value)]  # type: ignore[arg-type]
        return {name: plain(getattr(value, name)) for name in names if name != "reports"}

    return json.dumps(plain(brief), ensure_ascii=False, indent=2) + "\n"
