"""What differs per language, as data, and the analysis of words."""

from qualcode.lang.codes import language_code
from qualcode.lang.data import Language
from qualcode.lang.detect import detect
from qualcode.lang.language import language

__all__ = ["Language", "detect", "language", "language_code"]
