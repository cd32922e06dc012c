// For the directory of organizations alone.
import "./parts/tree.js";
