"""The words of the status bar and of what stands over a page that could not be built."""

from collections.abc import Mapping
from types import MappingProxyType

from sitegen.diagnostics import Translatable
from sitegen.speech import Language

WORDS: Mapping[str, Translatable] = MappingProxyType(
    {
        "bar": Translatable("Preview status"),
        "fine": Translatable("All fine"),
        "to_mend": Translatable("Something is wrong"),
        "building": Translatable("Building…"),
        "errors": Translatable("Errors: {count}"),
        "warnings": Translatable("Warnings: {count}"),
        "drafts": Translatable("Drafts: {count}"),
        "drafts_why": Translatable("Drafts are seen in the preview only; they do not go onto the site."),
        "scheduled": Translatable("Scheduled: {count}"),
        "scheduled_why": Translatable("Until their time comes they are nowhere to be seen, not even in the preview."),
        "expired": Translatable("Expired: {count}"),
        "expired_why": Translatable("Their time is over, and they are not seen any more."),
        "untranslated": Translatable("Not translated: {count}"),
        "untranslated_why": Translatable("They are written in one language only, and have no page in the other."),
        "stale": Translatable("Translations behind: {count}"),
        "stale_why": Translatable(
            "Their originals have changed since. Bring them up to date, then note it: python build.py translated FILE"
        ),
        "more": Translatable("And {count} more."),
        "see_then": Translatable("See the site at {when}"),
        "weight": Translatable("{size} KB · {grams} g CO₂e ({rating})"),
        "weight_why": Translatable(
            "What a first visit transfers, compressed, and the emissions estimated from that (SWDM 4)."
        ),
        "as_of": Translatable("As of"),
        "as_of_now": Translatable("As of now"),
        "apply": Translatable("Show this moment"),
        "now": Translatable("Back to now"),
        "shown_as_of": Translatable("As of {when}"),
        "edit": Translatable("Edit this page"),
        "fold": Translatable("Fold the status bar"),
        "unfold": Translatable("Unfold the status bar"),
        "failed": Translatable("The preview could not be renewed: something is wrong"),
        "failed_why": Translatable(
            "Behind this is the last page that was fine. Mend it and save, and this goes away by itself."
        ),
        "failed_first": Translatable("There is no page to show yet. Mend it and save, and it will be here at once."),
        "warned": Translatable("Worth a look"),
        "warned_why": Translatable("None of this keeps the site from being built."),
        "fault": Translatable("This is a fault of the program. Please report the lines below. What you wrote is safe."),
        "close": Translatable("Close"),
        "away": Translatable("The preview is not running. Start the command again, and it goes on from here."),
        "wrong_moment": Translatable("That is not a moment."),
    }
)


def words_in(language: Language) -> Mapping[str, str]:
    """Return the words in a language, and its code as `lang`."""
    return {"lang": language.code, **{name: language.translated(words) for name, words in WORDS.items()}}
