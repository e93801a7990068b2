"""Lists of numbers in letters: digits would look like numbers that somebody has written."""

BASE = 26
SMALL, LARGE = "abcdefghijklmnopqrstuvwxyz", "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def lettered(number: int) -> str:
    """Return a number in letters, the last of which is a capital."""
    found = LARGE[number % BASE]
    while number := number // BASE:
        found = SMALL[number % BASE] + found
    return found
