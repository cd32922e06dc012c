// Says by the reader's clock, in China's time wherever the reader is, whether a
// place is open by the hours it has published. It cannot know of legal holidays,
// so the words must say whose hours these are. The element holds the hours and
// the words, in which {time} is when it closes or opens; data-through is for what
// does not close at midnight:
//
//	<p data-opening='{"w":…}' data-open="…" data-through="…" data-soon="…" data-closed="…"></p>
//
// The form of the hours is that of openingData in package page. The element stays
// empty where nothing can be said.
const day = 864e5;
const soon = 30; // minutes before it closes
const ahead = 366; // days to look for when it opens

// The spans of a day, a date in UTC; undefined where nothing is known of it.
const spansOn = (hours, date) => {
  const monthDay = 100 * date.getUTCMonth() + 100 + date.getUTCDate();
  const full = 1e4 * date.getUTCFullYear() + monthDay;
  if ((hours.c || []).some(([from, to]) => from <= full && full <= to)) return [];
  const season = (hours.s || []).find(([from, to]) =>
    from <= to ? from <= monthDay && monthDay <= to : from <= monthDay || monthDay <= to);
  const spans = season ? season[2] : hours.w;
  return spans && spans.filter((x) => (x[0] >> date.getUTCDay()) & 1);
};

const clock = (minutes) => new Date(minutes * 6e4).toISOString().slice(11, 16);

// Which word to use, and with what time.
const state = (hours) => {
  const now = Date.now() + 8 * 36e5;
  const minute = Math.floor((now % day) / 6e4);
  for (let i = 0; i < ahead; i++) {
    const date = new Date(now + i * day);
    const spans = spansOn(hours, date);
    if (!spans) break;
    for (const [, open, close] of spans) {
      if (i || minute < open) {
        const name = i < 7 ? { weekday: "short" } : { month: "long", day: "numeric" };
        const when = i ? date.toLocaleDateString(document.documentElement.lang, { timeZone: "UTC", ...name }) + " " : "";
        return ["closed", when + clock(open)];
      }
      if (minute < close) {
        if (close < 1440) return [close - minute > soon ? "open" : "soon", clock(close)];
        const next = spansOn(hours, new Date(now + day)) || [];
        if (next.some((x) => !x[1])) return ["through"];
        return [close - minute > soon ? "open" : "soon", "24:00"];
      }
    }
  }
  return [];
};

const tell = () => document.querySelectorAll("[data-opening]").forEach((item) => {
  const said = state(JSON.parse(item.dataset.opening));
  const text = said[0] ? item.dataset[said[0]].replace("{time}", said[1]) : "";
  if (item.textContent !== text) item.textContent = text; // or it would be read out each minute
});

document.addEventListener("DOMContentLoaded", () => {
  tell();
  setInterval(tell, 6e4);
});
