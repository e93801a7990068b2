"""Pictures for pages: small, upright, in the colours of screens, and without what tells on people."""

from collections.abc import Callable, Mapping
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageCms

from sitegen.imaging import Imaged, files_in, imaged_in, render_pictures
from sitegen.model import Picture
from tests.photographs import halves, photograph, saved

RED, BLUE = (254, 0, 0), (0, 0, 254)
CLOSE = 40  # of 255: lossy formats change colours a little
AUTHOR = "Kim Secret"
NO_PICTURE = "this is not a picture that can be read"
DAMAGED = "this file is damaged, or breaks off"
MOVING = "this picture moves, which nobody can stop on a page"
FOR_PRINT = "the colours of this picture are not those of screens ({mode})"
TOO_LARGE = "this picture has more than {most} million pixels"
DRAWING = "a drawing in SVG can hold programs, and is not published"
REFUSED: Mapping[str, tuple[Callable[[], bytes], str]] = {
    "text": (lambda: b"not a picture", NO_PICTURE),
    "nothing": (bytes, NO_PICTURE),
    "a drawing": (lambda: b"<?xml version='1.0'?><SVG onload='x()'/>", DRAWING),
    "a gif": (lambda: photograph(form="GIF"), NO_PICTURE),
    "half a photograph": (lambda: photograph((400, 300))[:2_000], DAMAGED),
    "half a png": (lambda: photograph((400, 300), "PNG")[:300], DAMAGED),
    "a film": (lambda: photograph(form="WEBP", save_all=True, append_images=[Image.new("RGB", (40, 30))]), MOVING),
    "a moving png": (lambda: photograph(form="PNG", save_all=True, append_images=[Image.new("RGB", (9, 9))]), MOVING),
    "colours for print": (lambda: photograph(mode="CMYK"), FOR_PRINT),
    "sixteen bits": (lambda: saved(Image.new("I;16", (9, 9)), "PNG"), FOR_PRINT),
    "a bomb": (lambda: saved(Image.new("1", (8_000, 7_000)), "PNG"), TOO_LARGE),
    "a larger bomb": (lambda: saved(Image.new("1", (20_000, 10_000)), "PNG"), TOO_LARGE),
}


@pytest.mark.parametrize(
    ("width", "widths"),
    [(40, [40]), (480, [480]), (500, [500]), (600, [480, 600]), (1000, [480, 800, 1000]), (1500, [480, 800, 1200])],
)
def test_a_picture_has_a_few_widths_and_is_never_made_wider(width: int, widths: list[int]) -> None:
    """In each format; how high it is stays in proportion."""
    picture, files = _rendered(photograph((width, 30)))
    assert [(each.form, each.width) for each in picture.renditions] == [
        (form, each) for form in ("avif", "webp", "jpeg") for each in widths
    ]
    assert [Image.open(BytesIO(file)).size for file in files][: len(widths)] == [
        (each, max(1, round(30 * each / width))) for each in widths
    ]
    assert (picture.width, picture.height) == (widths[-1], round(30 * widths[-1] / width))


def test_files_are_what_their_formats_say() -> None:
    """And as large as is said of them."""
    picture, files = _rendered(photograph())
    assert ["AVIF", "WEBP", "JPEG"] == [Image.open(BytesIO(file)).format for file in files]
    assert [each.size for each in picture.renditions] == list(map(len, files))


def test_nothing_is_published_but_what_is_seen() -> None:
    """Neither place nor camera, author, comment, colour profile or thumbnail."""
    exif = Image.Exif()
    exif[0x013B] = AUTHOR  # the author
    exif.get_ifd(0x8825)[1] = "N"  # the place
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    told = {"exif": exif.tobytes(), "icc_profile": profile, "xmp": AUTHOR.encode()}
    _, files = _rendered(photograph(comment=AUTHOR, **told))
    assert [] == [file for file in files if AUTHOR.encode() in file or b"Exif" in file or b"GPS" in file]
    infos = [Image.open(BytesIO(file)).info.keys() for file in files]
    assert [set()] * 3 == [{"exif", "icc_profile", "xmp", "comment"} & info for info in infos]


def test_a_photograph_that_lies_on_its_side_is_turned_upright() -> None:
    """What was left is up, as the camera noted."""
    exif = Image.Exif()
    exif[0x0112] = 6  # turn it to the right
    picture, files = _rendered(photograph((40, 30), exif=exif.tobytes()))
    assert (picture.width, picture.height) == (30, 40)
    assert _is_close(_pixel(files[0], (15, 5)), RED)
    assert _is_close(_pixel(files[0], (15, 35)), BLUE)


def test_colours_are_those_of_screens() -> None:
    """In this profile red and green have changed places."""
    profile = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    red, green = profile.index(b"rXYZ"), profile.index(b"gXYZ")
    profile[red : red + 4], profile[green : green + 4] = b"gXYZ", b"rXYZ"
    _, files = _rendered(photograph(icc_profile=bytes(profile)))
    assert _is_close(_pixel(files[0], (5, 15)), (0, 255, 0))


def test_a_broken_profile_is_passed_over() -> None:
    """Colours are taken as they are, as browsers do."""
    _, files = _rendered(photograph(icc_profile=b"broken"))
    assert _is_close(_pixel(files[0], (5, 15)), RED)


@pytest.mark.parametrize(("alpha", "fallback"), [(120, "png"), (255, "jpeg")])
def test_what_is_transparent_stays_so(alpha: int, fallback: str) -> None:
    """In formats that know it; a picture that could be and is not has the lighter format."""
    image = halves((40, 30))
    image.putalpha(alpha)
    picture, files = _rendered(saved(image, "PNG"))
    assert picture.renditions[-1].form == fallback
    assert Image.open(BytesIO(files[-1])).convert("RGBA").getpixel((5, 5))[3] == alpha  # type: ignore[index]  # a colour


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGBA"])
def test_pictures_come_in_many_ways(mode: str) -> None:
    """Black and white, grey, with a palette."""
    assert _rendered(photograph(form="PNG", mode=mode))[0].width == 40


def test_a_photograph_with_a_second_one_in_it_is_the_first() -> None:
    """As phones save them."""
    _, files = _rendered(photograph(form="MPO", save_all=True, append_images=[Image.new("RGB", (40, 30))]))
    assert _is_close(_pixel(files[0], (5, 15)), RED)


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_no_photograph_is_refused(name: str) -> None:
    """With what is wrong, and something to do about it."""
    data, fault = REFUSED[name]
    imaged = _imaged(data())
    assert (imaged.picture, imaged.fault) == (None, fault)
    assert imaged.fix


def test_the_same_photograph_gives_the_same_bytes() -> None:
    """Each time."""
    assert render_pictures([photograph((700, 500))]) == render_pictures([photograph((700, 500))])


@given(st.sampled_from(["JPEG", "PNG", "WEBP"]), st.floats(0, 1), st.binary(min_size=1, max_size=6))
def test_a_damaged_file_is_a_picture_or_a_message(form: str, where: float, damage: bytes) -> None:
    """Whatever stands in it."""
    data = bytearray(photograph((9, 7), form))
    start = int(where * len(data))
    data[start : start + len(damage)] = damage
    imaged = _imaged(bytes(data))
    assert (imaged.picture is None) == bool(imaged.fault)


def _imaged(data: bytes) -> Imaged:
    (result,) = render_pictures([data])
    return imaged_in(result.head)


def _rendered(data: bytes) -> tuple[Picture, tuple[bytes, ...]]:
    (result,) = render_pictures([data])
    picture = imaged_in(result.head).picture
    assert picture
    return picture, files_in(result.rest)


def _pixel(file: bytes, spot: tuple[int, int]) -> tuple[int, ...]:
    colour = Image.open(BytesIO(file)).convert("RGB").getpixel(spot)
    assert isinstance(colour, tuple)
    return colour


def _is_close(colour: tuple[int, ...], expected: tuple[int, ...]) -> bool:
    return all(abs(one - other) < CLOSE for one, other in zip(colour, expected, strict=True))
