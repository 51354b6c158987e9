"""Reads acts, issues, targets, conditions and deadlines from the words of a content or sentence.

Who speaks and which party an agent belongs to are read in `resolving`.
"""

from reportedly.coding.act_classifier import ActClassifier
from reportedly.coding.content import code_content
from reportedly.coding.judging import judge
from reportedly.coding.pairs import code_pair
from reportedly.coding.parties import PartyNames
from reportedly.coding.voice import code_voice

__all__ = ["ActClassifier", "PartyNames", "code_content", "code_pair", "code_voice", "judge"]
