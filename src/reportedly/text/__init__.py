"""Cuts texts into paragraphs, sentences and words with offsets. Imports only `model`."""

from reportedly.text.characters import storable
from reportedly.text.listed import word_set
from reportedly.text.sentences import paragraph_spans, sentence_spans, trim
from reportedly.text.stretches import Stretches

__all__ = ["Stretches", "paragraph_spans", "sentence_spans", "storable", "trim", "word_set"]
