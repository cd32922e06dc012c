// For the page of a place alone.
import "./parts/opening.js";
