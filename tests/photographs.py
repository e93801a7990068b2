"""Pictures for tests, made by the tests: the project has no photographs."""

from io import BytesIO
from typing import Any

from PIL import Image


def photograph(size: tuple[int, int] = (40, 30), form: str = "JPEG", mode: str = "RGB", **options: Any) -> bytes:  # noqa: ANN401  # what the library takes
    """Return a picture whose left half is red and whose right half is blue, as a file."""
    return saved(halves(size).convert(mode), form, **options)


def halves(size: tuple[int, int]) -> Image.Image:
    """Return a picture whose left half is red and whose right half is blue."""
    image = Image.new("RGB", size, "blue")
    image.paste("red", (0, 0, size[0] // 2, size[1]))
    return image


def saved(image: Image.Image, form: str, **options: Any) -> bytes:  # noqa: ANN401  # as above
    """Return a picture as a file."""
    file = BytesIO()
    image.save(file, form, **options)
    return file.getvalue()
