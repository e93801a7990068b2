"""desk: the site as of one moment -> everything that needs a person, by the agency that answers for it."""

from sitegen.desk.calendar import next_change
from sitegen.desk.forms import FORMS
from sitegen.desk.report import Report, report
from sitegen.desk.weights import Weight, weigh

__all__ = ["FORMS", "Report", "Weight", "next_change", "report", "weigh"]
