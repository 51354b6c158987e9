"""Cuts texts into paragraphs, sentences and words with offsets. Imports only `model`."""

from reportedly.text.sentences import paragraph_spans, sentence_spans, trim

__all__ = ["paragraph_spans", "sentence_spans", "trim"]
