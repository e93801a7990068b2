# /// script
# requires-python = ">=3.11"
# dependencies = ["fonttools==4.68.0"]
# ///
"""The font of the cards, made from Pretendard GOV: what Korean and English titles need, under a name of its own.

    npm pack pretendard-gov@1.3.9 && tar xzf pretendard-gov-1.3.9.tgz
    uv run scripts/card_font.py package/dist/public/static/PretendardGOV-Bold.otf assets/fonts/card.otf

The licence of the original reserves its name, so that what is made from it must have another one.
"""

import sys

from fontTools.subset import Options, Subsetter, load_font, save_font
from fontTools.ttLib import TTFont

NAME = "Campaign Card"
RANGES = (
    (0x0020, 0x017F),  # Latin
    (0x2010, 0x203B),  # dashes, quotation marks, reference mark
    (0x2080, 0x2089),  # subscripts, as in CO₂
    (0x20A9, 0x20AC),  # won, euro
    (0x2103, 0x2103),  # degrees Celsius
    (0x2190, 0x2193),  # arrows
    (0x2212, 0x2212),  # minus
    (0x2460, 0x2473),  # numbers in circles
    (0x3000, 0x301F),  # Korean brackets
    (0x3131, 0x318E),  # letters of Hangul
    (0xAC00, 0xD7A3),  # every syllable of Hangul
    (0xFF01, 0xFF5E),  # wide forms
)
NAMED = {1: NAME, 3: NAME, 4: NAME, 6: NAME.replace(" ", ""), 16: NAME}
"""The records that hold the name; those of copyright, licence and origin stay."""
UNUSED = ["GDEF", "GPOS", "GSUB", "vhea", "vmtx"]  # titles are set in one line after the other, letter by letter


def make(source: str, target: str) -> None:
    """Write the font; it is the same whenever it is made."""
    options = Options(name_IDs=["*"], name_languages=[0x409], hinting=False, notdef_outline=True)
    options.drop_tables += UNUSED
    font = load_font(source, options)
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=[code for first, last in RANGES for code in range(first, last + 1)])
    subsetter.subset(font)
    _rename(font)
    font.recalcTimestamp = False
    save_font(font, target, options)


def _rename(font: TTFont) -> None:
    for record in font["name"].names:
        record.string = NAMED.get(record.nameID, record.toUnicode())
    outlines = font["CFF "].cff
    outlines.fontNames = [NAMED[6]]
    outlines.topDictIndex[0].FullName = outlines.topDictIndex[0].FamilyName = NAME


if __name__ == "__main__":
    make(*sys.argv[1:])
