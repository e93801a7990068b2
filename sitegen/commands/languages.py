"""In which language to speak: the one that is asked for, else that of the system, else English."""

import re
import sys
from collections.abc import Mapping, Sequence

from sitegen.speech import ENGLISH, LANGUAGES

OPTION = "--lang"
VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG")
KOREAN_ON_WINDOWS = 0x12  # LANG_KOREAN, in the lower ten bits of a language identifier
PRIMARY = 0x3FF


def taken_out(arguments: Sequence[str]) -> tuple[list[str], list[str]]:
    """Return the arguments that say the language, wherever they stand, and the others."""
    asked: list[str] = []
    others: list[str] = []
    left = iter(arguments)
    for argument in left:
        if argument == OPTION:
            asked += [argument, *([value] if (value := next(left, None)) is not None else [])]
        elif argument.startswith(f"{OPTION}="):
            asked.append(argument)
        else:
            others.append(argument)
    return asked, others


def wanted(asked: Sequence[str], environment: Mapping[str, str]) -> str:
    """Return the code of the language to speak."""
    named = asked[-1].removeprefix(f"{OPTION}=") if asked else ""
    if named in LANGUAGES:
        return named
    locale = next((value for name in VARIABLES if (value := environment.get(name))), "")
    return _of_locale(locale) if locale else _of_system()


def _of_locale(locale: str) -> str:
    """Return the language of a locale as POSIX writes it: ko_KR.UTF-8, C."""
    code = re.split(r"[_.@-]", locale)[0].lower()
    return code if code in LANGUAGES else ENGLISH.code


def _of_system() -> str:
    """Return the language in which Windows speaks; other systems have said it by now."""
    if sys.platform == "win32":
        import ctypes  # noqa: PLC0415  # takes time, and is needed nowhere else

        identifier = ctypes.windll.kernel32.GetUserDefaultUILanguage()
        return "ko" if identifier & PRIMARY == KOREAN_ON_WINDOWS else ENGLISH.code
    return ENGLISH.code
