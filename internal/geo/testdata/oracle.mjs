// Writes the tables that the tests compare with:
//
//	npm install --no-save gcoord@1.0.7 geographiclib-geodesic@2.2.0
//	node oracle.mjs
//
// It needs the command cs2cs (Debian: proj-bin).
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import gcoord from "gcoord";
import geodesic from "geographiclib-geodesic";

// A small generator, so that the points are always the same.
let seed = 20261122;
const random = (from, to) => {
  seed = (seed * 1103515245 + 12345) % 2147483648;
  return from + ((to - from) * seed) / 2147483648;
};
const point = (south, north, west, east) => [+random(south, north).toFixed(6), +random(west, east).toFixed(6)];
const many = (n, ...box) => Array.from({ length: n }, () => point(...box));
const write = (name, head, rows) => writeFileSync(name, [head, ...rows.map((row) => row.join("\t"))].join("\n") + "\n");

const jilin = [40.8, 46.4, 121.6, 131.4];
const places = [
  [43.8868, 125.3245], [42.006, 128.055], [45.25, 124.28], [42.889, 129.505], // Changchun, Tianchi, Chagan, Yanji
  [39.909, 116.3974], [31.2304, 121.4737], [22.3193, 114.1694], [22.1987, 113.5439], // Beijing, Shanghai, Hong Kong, Macao
  [25.033, 121.5654], [43.8256, 87.6168], [29.65, 91.14], [53.48, 122.37], // Taipei, Urumqi, Lhasa, Mohe
  [35, 105], [55.8271, 90], [0.8293, 110], [30, 72.004], [30, 137.8347], // origin and edges
  [55.83, 90], [0.82, 110], [30, 72], [30, 137.84], [37.5665, 126.978], [43.1155, 131.8855], // beyond; Seoul, Vladivostok
  [51.5, -0.12], [-33.87, 151.21],
];
write("gcj02.tsv", "# WGS-84 latitude, longitude; GCJ-02 latitude, longitude (gcoord)",
  [...places, ...many(100, ...jilin), ...many(100, 18, 53.5, 73.5, 135)].map(([lat, lng]) => {
    const [x, y] = gcoord.transform([lng, lat], gcoord.WGS84, gcoord.GCJ02);
    return [lat, lng, y.toFixed(9), x.toFixed(9)];
  }));

const earth = [-90, 90, -180, 180];
const pairs = [
  [0, 0, 0, 0], [43.9, 125.3, 43.9, 125.3], [43.9, 125.3, 43.900001, 125.3], [90, 0, -90, 0], [0, 0, 0, 90], [0, 0, 90, 0],
  [0, 179.9, 0, -179.9], [0, 0, 0, 180], [0, 0, 0, 179.7], [0, 0, 0.5, 179.7], [30, 0, -29.9, 179.8], [-30, 10, 30, -170],
  [40.6, -73.8, 51.6, -0.5], [89.9, 10, 89.9, -170], [0, 0, 0, 179.3], [43.8868, 125.3245, -43.8868, -54.6755],
];
const antipodes = many(20, -1, 1, -1, 1).map(([dLat, dLng], i) => [i, 0, dLat - i, 180 - Math.abs(dLng)]);
const within = many(100, ...jilin).map((a) => [...a, ...point(...jilin)]);
const anywhere = many(80, ...earth).map((a) => [...a, ...point(...earth)]);
write("distance.tsv", "# latitude, longitude of a point and of another; metres (GeographicLib)",
  [...pairs, ...antipodes, ...within, ...anywhere].map((pair) =>
    [...pair, geodesic.Geodesic.WGS84.Inverse(...pair).s12.toFixed(4)]));

const frames = [
  { parallels: [41.8, 45.4], meridian: 126.4, origin: 43.6, box: jilin }, // of the province
  { parallels: [43.9, 43.9], meridian: 125.3, origin: 43.9, box: [43.7, 44.1, 125, 125.6] }, // of a city
  { parallels: [-25, -15], meridian: 20, origin: -20, box: [-35, -5, -10, 50] },
  { parallels: [20, 50], meridian: 105, origin: 35, box: [18, 54, 73, 135] },
];
write("lambert.tsv", "# standard parallels, meridian, origin; latitude, longitude; metres east, north (PROJ)",
  frames.flatMap(({ parallels, meridian, origin, box }) => {
    const points = many(40, ...box);
    const proj = `+proj=lcc +lat_1=${parallels[0]} +lat_2=${parallels[1]} +lat_0=${origin} +lon_0=${meridian} +ellps=WGS84`;
    const out = execFileSync("cs2cs", ["-f", "%.4f", ..."+proj=longlat +ellps=WGS84 +to".split(" "), ...proj.split(" ")],
      { input: points.map(([lat, lng]) => `${lng} ${lat}\n`).join(""), encoding: "utf8" });
    return out.trim().split("\n").map((line, i) =>
      [...parallels, meridian, origin, ...points[i], ...line.split(/\s+/).slice(0, 2)]);
  }));
