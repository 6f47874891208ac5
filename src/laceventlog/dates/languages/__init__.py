"""One table of words for each language that prose dates are read in; the grammar is in `prose`.

To add a language: write a module with one `Language` and list it in `LANGUAGES`. No code is needed.
"""

from .english import ENGLISH
from .portuguese import PORTUGUESE
from .russian import RUSSIAN
from .spanish import SPANISH
from .table import Language, Relative, Token, Words

LANGUAGES: dict[str, Language] = {language.code: language for language in (ENGLISH, SPANISH, PORTUGUESE, RUSSIAN)}

__all__ = ["LANGUAGES", "Language", "Relative", "Token", "Words"]
