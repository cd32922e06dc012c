# Expands a calendar with other people's code and compares the times of each
# event with those of the open data: expand.py calendar.ics events.json
import datetime, json, sys

import icalendar
import recurring_ical_events

CHINA = datetime.timezone(datetime.timedelta(hours=8))
calendar = icalendar.Calendar.from_ical(open(sys.argv[1], "rb").read())
data = json.load(open(sys.argv[2], encoding="utf-8"))
want = {}
last = "1000"
for event in data["events"]:
    times = set()
    for t in event["times"]:
        last = max(last, t["start"][:4])
        times.add((t["start"], t.get("end", t["start"])))
    want[event["id"]] = times
held = {str(e.get("RELATED-TO")) for e in calendar.walk("VEVENT") if e.get("RELATED-TO")}

def text(t, end=False):
    if isinstance(t, datetime.datetime):
        return t.astimezone(CHINA).isoformat() if t.utcoffset() != datetime.timedelta(hours=9) else t.isoformat()
    if end:
        t -= datetime.timedelta(days=1)
    return t.isoformat()

got = {id: set() for id in want}
for e in recurring_ical_events.of(calendar).between((1900, 1, 1), (int(last) + 1, 1, 1)):
    uid = str(e["UID"])
    if uid in held:
        continue
    id = uid.rsplit("@", 1)[0].partition("#")[0]
    if id not in got:
        continue # an observance
    start = e["DTSTART"].dt
    end = e["DTEND"].dt if "DTEND" in e else None
    whole = not isinstance(start, datetime.datetime)
    if end is None or end == start:
        end = start + datetime.timedelta(days=1) if whole else start
    got[id].add((text(start), text(end, whole)))

n = 0
for id in want:
    n += len(want[id])
    if got[id] != want[id]:
        print(id, "calendar only:", sorted(got[id] - want[id])[:5], "data only:", sorted(want[id] - got[id])[:5])
print("compared", len(want), "events with", n, "times")
