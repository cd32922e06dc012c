// For the list of people alone.
import "./parts/filter.js";
