"""The texts of evaluation data that labels of ours are about, by name of the corpus and id of the report."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from labelled import Label, WrongText, text_of

_FILES = {
    "ukr2022": "corpora/ukr2022",
    "ukr2014": "corpora/ukr2014",
    "thinktank": "corpora/thinktank",
    "polnear": "polnear/train",
    "newsim": "newsim/semeval22_en_train",
    "ecb": "ecbplus/train_dev",
}
"""File under the folder of the data by name of the corpus."""


@dataclass(frozen=True, slots=True)
class Texts:
    """Texts, each file read when the first of its texts is asked for."""

    # Folder of the evaluation data.
    data: Path
    known: dict[tuple[str, str], str] = field(default_factory=dict)
    read: set[str] = field(default_factory=set)

    def of(self, label: Label) -> str:
        """Returns the text that a label is about.

        Raises:
            WrongText: the text is not there, or not the one that was labelled.
        """
        corpus, report = label["corpus"], label["report"]
        if corpus not in self.read:
            self.read.add(corpus)
            self.known.update(((corpus, id_), text) for id_, text in self._texts(corpus))
        text = self.known.get((corpus, report), "")
        if hashlib.sha256(text.encode()).hexdigest()[:12] != label["sha"]:
            raise WrongText(f"{report} is not the text that was labelled")
        return text

    def _texts(self, corpus: str) -> Iterator[tuple[str, str]]:
        path = self.data / f"{_FILES[corpus]}.jsonl"
        for line in path.read_text("utf-8").splitlines():
            row = json.loads(line)
            if corpus == "newsim":
                yield from ((f"{row['id']}{side}", row[side]) for side in ("text1", "text2"))
            elif corpus == "ecb":
                yield row["id"], " ".join(row["sentences"])
            else:
                yield row["id"], text_of(row)
