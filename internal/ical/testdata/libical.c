/*
 * Reads calendars from files and prints, a line each, what libical has against
 * them ("error", path, text) and when it takes their events to start ("start",
 * path, UID, time in UTC or date).
 */
#include <libical/ical.h>
#include <stdio.h>
#include <stdlib.h>

static char *slurp(const char *path)
{
	FILE *f = fopen(path, "rb");
	if (f == NULL) {
		perror(path);
		exit(1);
	}
	fseek(f, 0, SEEK_END);
	long n = ftell(f);
	rewind(f);
	char *text = calloc(1, n + 1);
	if (text == NULL || fread(text, 1, n, f) != (size_t)n) {
		perror(path);
		exit(1);
	}
	fclose(f);
	return text;
}

/* report prints the X-LIC-ERROR properties that parser and check left. */
static void report(const char *path, icalcomponent *c)
{
	icalproperty *p = icalcomponent_get_first_property(c, ICAL_XLICERROR_PROPERTY);
	for (; p != NULL; p = icalcomponent_get_next_property(c, ICAL_XLICERROR_PROPERTY)) {
		printf("error\t%s\t%s\n", path, icalproperty_get_xlicerror(p));
	}
	icalcomponent *in = icalcomponent_get_first_component(c, ICAL_ANY_COMPONENT);
	for (; in != NULL; in = icalcomponent_get_next_component(c, ICAL_ANY_COMPONENT)) {
		report(path, in);
	}
}

/* starts prints DTSTART of each event, by the VTIMEZONE of the file. */
static void starts(const char *path, icalcomponent *calendar)
{
	icalcomponent *e = icalcomponent_get_first_component(calendar, ICAL_VEVENT_COMPONENT);
	for (; e != NULL; e = icalcomponent_get_next_component(calendar, ICAL_VEVENT_COMPONENT)) {
		icaltimetype t = icalcomponent_get_dtstart(e);
		if (!t.is_date) {
			t = icaltime_convert_to_zone(t, icaltimezone_get_utc_timezone());
		}
		printf("start\t%s\t%s\t%s\n", path, icalcomponent_get_uid(e), icaltime_as_ical_string(t));
	}
}

int main(int argc, char **argv)
{
	for (int i = 1; i < argc; i++) {
		char *text = slurp(argv[i]);
		icalcomponent *c = icalparser_parse_string(text);
		free(text);
		if (c == NULL) {
			printf("error\t%s\tcannot be read\n", argv[i]);
			continue;
		}
		if (!icalrestriction_check(c)) {
			printf("error\t%s\tfails the restriction check\n", argv[i]);
		}
		report(argv[i], c);
		starts(argv[i], c);
		icalcomponent_free(c);
	}
	return 0;
}
