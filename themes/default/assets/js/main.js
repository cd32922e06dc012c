// Runs before the page is drawn, so that a reader's choice of size and colour
// never flickers. Everything works without it.
import "./parts/prefs.js";
import "./parts/dates.js";
import "./parts/copy.js";
