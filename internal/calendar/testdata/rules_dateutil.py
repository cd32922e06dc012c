"""Reads lines of a start, a tab and RRULE values with spaces between, all in
UTC; writes for each line the first starts that any of the rules gives, as
dateutil finds them."""

import itertools
import sys
import warnings
from datetime import datetime, timezone

from dateutil.rrule import rruleset, rrulestr

STARTS = 50
YEARS = 20
FORM = "%Y%m%dT%H%M%SZ"

warnings.simplefilter("ignore", DeprecationWarning)  # COUNT and until together
for line in sys.stdin:
    start, texts = line.rstrip("\n").split("\t")
    start = datetime.strptime(start, FORM).replace(tzinfo=timezone.utc)
    horizon = datetime(start.year + YEARS, 1, 1, tzinfo=timezone.utc)
    union = rruleset()
    for text in texts.split(" "):
        rule = rrulestr(text, dtstart=start)
        union.rrule(rule if "UNTIL" in text else rule.replace(until=horizon))
    print(*(t.strftime(FORM) for t in itertools.islice(union, STARTS)))
