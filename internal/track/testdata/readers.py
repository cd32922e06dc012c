# Prints what two libraries read from a GPX and from a KML file: of each its
# name, then its stops and, from KML, the points of its line.
import sys, warnings

warnings.simplefilter("ignore")  # fastkml misses lxml, which it does without
import gpxpy, fastkml

gpx = gpxpy.parse(open(sys.argv[1], encoding="utf-8"))
route, = gpx.routes
print(gpx.name, gpx.keywords, len(gpx.waypoints))
for waypoint, stop in zip(gpx.waypoints, route.points):
    assert (waypoint.name, waypoint.latitude, waypoint.longitude) == (stop.name, stop.latitude, stop.longitude)
    print(stop.name, f"{stop.longitude:.7f},{stop.latitude:.7f}", waypoint.link)

kml = fastkml.kml.KML()
kml.from_string(open(sys.argv[2], "rb").read())
document, = kml.features()
*stops, line = document.features()
print(document.name, document.extended_data.elements[0].value, len(stops))
for stop in stops:
    at, = stop.geometry.coords
    print(stop.name, "%.7f,%.7f" % at, stop._atom_link and stop.link)
print(line.geometry.geom_type, *("%.7f,%.7f" % at for at in line.geometry.coords))
