"""Finds attributions in texts with a trained encoder, exact rules for lists, and nested reading."""

from reportedly.attributing.attributor import Attributor

__all__ = ["Attributor"]
