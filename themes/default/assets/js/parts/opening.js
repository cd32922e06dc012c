// Says by the reader's clock, in China's time wherever the reader is, whether a
// place is open by the hours it has published. It cannot know of legal holidays,
// so the words must say whose hours these are. The element holds the hours and
// the words, in which {time} is when it closes or opens; data-all is for what stays
// open at midnight:
//
//	<p data-opening='{"w":…}' data-open="…" data-all="…" data-soon="…" data-closed="…"></p>
//
// The form of the hours is that of openingData in package page. The element stays
// empty where nothing can be said.
const day = 864e5;
const soon = 30; // minutes before it closes
const ahead = 366; // days to look for when it opens

// The spans of a day, a date in UTC; undefined where nothing is known of it.
const spansOn = (hours, date) => {
  const full = +date.toISOString().replace(/-|T.*/g, "");
  const monthDay = full % 1e4;
  if ((hours.c || []).some((x) => x[0] <= full && full <= x[1])) return [];
  // In a season two of three hold: it has begun, it has not ended, it goes on into the next year.
  const season = (hours.s || []).find((x) => (x[0] <= monthDay) + (monthDay <= x[1]) + (x[0] > x[1]) > 1);
  const spans = season ? season[2] : hours.w;
  return spans && spans.filter((x) => (x[0] >> date.getUTCDay()) & 1);
};

const clock = (minutes) => new Date(minutes * 6e4).toISOString().slice(11, 16);

// Which word to use, and with what time.
const state = (hours) => {
  const now = Date.now() + 8 * 36e5;
  const minute = (now % day) / 6e4;
  for (let i = 0; i < ahead; i++) {
    const date = new Date(now + i * day);
    const spans = spansOn(hours, date);
    if (!spans) break;
    for (const x of spans) {
      if (i || minute < x[1]) {
        return ["closed", (i ? date.toLocaleDateString(document.documentElement.lang,
          { timeZone: "UTC", ...(i < 7 ? { weekday: "short" } : { month: "long", day: "numeric" }) }) + " " : "") + clock(x[1])];
      }
      const left = x[2] - minute;
      if (left > 0) {
        const all = x[2] > 1439 && (spansOn(hours, new Date(now + day)) || []).some((x) => !x[1]);
        return [all ? "all" : left > soon ? "open" : "soon", x[2] < 1440 ? clock(x[2]) : "24:00"];
      }
    }
  }
  return [];
};

const tell = () => document.querySelectorAll("[data-opening]").forEach((item) => {
  const said = state(JSON.parse(item.dataset.opening));
  const text = (item.dataset[said[0]] || "").replace("{time}", said[1]);
  if (item.textContent !== text) item.textContent = text; // or it would be read out each minute
});

document.addEventListener("DOMContentLoaded", () => {
  tell();
  setInterval(tell, 6e4);
});
