"""A photograph as it comes from a camera or a colleague, opened with care: upright, in sRGB, and nothing but pixels."""

import struct
import warnings
from io import BytesIO

from PIL import Image, ImageCms, ImageOps, UnidentifiedImageError

from sitegen.diagnostics import Translatable

FORMATS = ("JPEG", "PNG", "WEBP", "AVIF")
ONE_OF_SEVERAL = "MPO"
"""What the library calls a JPEG with a second picture in it, as phones write for depth or brightness: not the first."""
MOST = 50_000_000
"""Pixels: a few bytes can pretend to hold thousands of times as many, which would take all the memory there is."""
MODES = frozenset({"1", "L", "LA", "P", "PA", "RGB", "RGBA"})
"""Ways to keep colours that are known to be those of screens."""
DAMAGES = (OSError, SyntaxError, ValueError, EOFError, IndexError, TypeError, OverflowError, struct.error)
"""What the library raises for files that break off, or are not what they say."""
DRAWING = b"<svg"
OPAQUE = 255
START = 1_000  # bytes in which a drawing says that it is one


class RefusedPhotographError(Exception):
    """A photograph is not made into a picture: the message says why, and the fix what to do."""

    def __init__(self, fault: str, fix: str, **values: object) -> None:
        super().__init__(fault)
        self.fault = fault
        self.fix = fix
        self.values = {name: str(value) for name, value in values.items()}


def opened(photograph: bytes) -> Image.Image:
    """Return a photograph upright, in RGB or RGBA, in sRGB, and without anything that is not its pixels.

    Raises:
        RefusedPhotographError: if it is none, is damaged, moves, is too large, or has colours for print.

    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # the library warns of what is refused here
        try:
            return _read(photograph)
        except UnidentifiedImageError:
            raise _unknown(photograph) from None
        except Image.DecompressionBombError:
            raise _too_large() from None
        except DAMAGES:
            raise RefusedPhotographError(
                Translatable("this file is damaged, or breaks off"), Translatable("save it again, or take another copy")
            ) from None


def _read(photograph: bytes) -> Image.Image:
    image = Image.open(BytesIO(photograph), formats=FORMATS)
    if image.width * image.height > MOST:
        raise _too_large()
    if getattr(image, "n_frames", 1) > 1 and image.format != ONE_OF_SEVERAL:
        fix = Translatable("save one picture of it as PNG or JPEG")
        raise RefusedPhotographError(Translatable("this picture moves, which nobody can stop on a page"), fix)
    if image.mode not in MODES:
        fault = Translatable("the colours of this picture are not those of screens ({mode})")
        fix = Translatable("save it in RGB with 8 bits for each colour")
        raise RefusedPhotographError(fault, fix, mode=image.mode)
    image.load()
    profile = image.info.get("icc_profile")
    upright = ImageOps.exif_transpose(image)
    return _bare(_in_srgb(_plain(upright), profile) if profile else _plain(upright))


def _plain(image: Image.Image) -> Image.Image:
    """Return an image in RGB, with transparency if it has any."""
    if image.mode not in {"LA", "PA", "RGBA"} and "transparency" not in image.info:
        return image.convert("RGB")
    transparent = image.convert("RGBA")
    is_opaque = transparent.getchannel("A").getextrema() == (OPAQUE, OPAQUE)
    return transparent.convert("RGB") if is_opaque else transparent


def _in_srgb(image: Image.Image, profile: bytes) -> Image.Image:
    """Return an image in the colours that browsers expect; transparency has none."""
    try:
        given = ImageCms.ImageCmsProfile(BytesIO(profile))
        converted = ImageCms.profileToProfile(image.convert("RGB"), given, ImageCms.createProfile("sRGB"))
    except (ImageCms.PyCMSError, OSError):
        return image  # a profile for grey, or a broken one: what browsers show then is what the file says
    assert converted is not None  # noqa: S101  # narrows the type: it is None only if it is done in place
    if image.mode == "RGBA":
        converted.putalpha(image.getchannel("A"))
    return converted


def _bare(image: Image.Image) -> Image.Image:
    """Return an image without place, time, camera, comments and colour profile, which the library would write again."""
    bare = Image.new(image.mode, image.size)
    bare.paste(image)
    return bare


def _unknown(photograph: bytes) -> RefusedPhotographError:
    if DRAWING in photograph[:START].lower():
        return RefusedPhotographError(
            Translatable("a drawing in SVG can hold programs, and is not published"),
            Translatable("save it as PNG; if it shows data, let the build draw it as the chart of an indicator"),
        )
    return RefusedPhotographError(
        Translatable("this is not a picture that can be read"), Translatable("save it as JPEG, PNG, WebP or AVIF")
    )


def _too_large() -> RefusedPhotographError:
    return RefusedPhotographError(
        Translatable("this picture has more than {most} million pixels"),
        Translatable("make it smaller: pages show it at most 1200 pixels wide"),
        most=MOST // 1_000_000,
    )
