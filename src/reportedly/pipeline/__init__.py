"""Puts the stages in order: from paths to bytes to reports to everything read from them.

What a stage decides lives in its own package; storing is handed in by the caller, so that this
package knows no ledger.
"""
