"""Vocabulary as data: names, acts, issues, units, likelihood, dossiers; each YAML has a loader that lints."""

from reportedly.vocabulary.dossier import Dossier
from reportedly.vocabulary.dossier_loading import load_dossier
from reportedly.vocabulary.gazetteer import Gazetteer, load_gazetteer, speaker_kind
from reportedly.vocabulary.likelihood import find_likelihood

__all__ = [
    "Dossier",
    "Gazetteer",
    "find_likelihood",
    "load_dossier",
    "load_gazetteer",
    "speaker_kind",
]
