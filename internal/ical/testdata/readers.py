"""Reads calendars from the files named and prints what each reader made of them, as JSON.

The occurrences, which take longest, are those of the first file alone.
"""

import datetime
import json
import sys

import icalendar
import recurring_ical_events
import vobject


def plain(value):
    """A date as it is, a time in UTC."""
    if isinstance(value, datetime.datetime):
        if value.tzinfo is None:
            return "floating " + value.isoformat()
        return value.astimezone(datetime.timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")
    return value.isoformat()


def by_icalendar(text):
    calendar = icalendar.Calendar.from_ical(text)
    events = []
    for e in calendar.walk("VEVENT"):
        assert not e.errors, e.errors
        events.append({
            "uid": str(e["UID"]),
            "summary": str(e.get("SUMMARY", "")),
            "description": str(e.get("DESCRIPTION", "")),
            "location": str(e.get("LOCATION", "")),
            "start": plain(e["DTSTART"].dt),
            "end": plain(e["DTEND"].dt) if "DTEND" in e else "",
            "categories": [str(c) for c in e["CATEGORIES"].cats] if "CATEGORIES" in e else [],
        })
    return events


def by_vobject(text):
    calendar = vobject.readOne(text)
    calendar.validate(raiseException=True)
    events = []
    for e in getattr(calendar, "vevent_list", []):
        def value(name, missing=""):
            return getattr(e, name).value if hasattr(e, name) else missing
        events.append({
            "uid": value("uid"),
            "summary": value("summary"),
            "description": value("description"),
            "location": value("location"),
            "start": plain(e.dtstart.value),
            "end": plain(e.dtend.value) if hasattr(e, "dtend") else "",
            "categories": value("categories", []),
        })
    return events


def occurrences(text):
    calendar = icalendar.Calendar.from_ical(text)
    found = recurring_ical_events.of(calendar).between((1950, 1, 1), (2030, 1, 1))
    return sorted([str(e["UID"]), plain(e["DTSTART"].dt)] for e in found)


answers = []
for path in sys.argv[1:]:
    with open(path, encoding="utf-8", newline="") as f:
        text = f.read()
    answers.append({
        "icalendar": by_icalendar(text),
        "vobject": by_vobject(text),
        "occurrences": [] if answers else occurrences(text),
    })
json.dump(answers, sys.stdout)
