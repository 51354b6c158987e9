"""Finds attributions in texts with a trained encoder, exact rules for lists, and nested reading."""

from reportedly.attributing.attributor import Attributor
from reportedly.attributing.forms import SHALL

__all__ = ["SHALL", "Attributor"]
