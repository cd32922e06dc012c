// For the list of experts alone.
import "./parts/choose.js";
