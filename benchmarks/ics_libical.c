/* Writes one VEVENT a record with libical, and prints the CPU seconds that took.
 *
 *     ics_libical RECORDS OUTPUT
 *
 * RECORDS: fields ended by NUL, FIELDS of them a record, in the order of the enum; they are read before the clock is.
 */
#include <libical/ical.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { UID, STAMP, SEQUENCE, START, END, SUMMARY, DESCRIPTION, CATEGORIES, LOCATION, URL, STATUS, XSTATUS, XWHEN, DATA, FIELDS };

static void add(icalcomponent *event, icalproperty *property) {
    icalcomponent_add_property(event, property);
}

static void add_x(icalcomponent *event, const char *name, const char *value) {
    icalproperty *property = icalproperty_new_x(value);
    icalproperty_set_x_name(property, name);
    add(event, property);
}

static icalcomponent *build(char **field) {
    icalcomponent *event = icalcomponent_new(ICAL_VEVENT_COMPONENT);
    icaltimetype stamp = icaltime_from_string(field[STAMP]);
    add(event, icalproperty_new_uid(field[UID]));
    add(event, icalproperty_new_dtstamp(stamp));
    add(event, icalproperty_new_lastmodified(stamp));
    add(event, icalproperty_new_sequence(atoi(field[SEQUENCE])));
    add(event, icalproperty_new_dtstart(icaltime_from_string(field[START])));
    add(event, icalproperty_new_dtend(icaltime_from_string(field[END])));
    add(event, icalproperty_new_summary(field[SUMMARY]));
    add(event, icalproperty_new_description(field[DESCRIPTION]));
    add(event, icalproperty_new_categories(field[CATEGORIES]));
    add(event, icalproperty_new_location(field[LOCATION]));
    add(event, icalproperty_new_url(field[URL]));
    add(event, icalproperty_new_status(icalproperty_string_to_status(field[STATUS])));
    add(event, icalproperty_new_transp(ICAL_TRANSP_TRANSPARENT));
    add_x(event, "X-LACEVENTLOG-STATUS", field[XSTATUS]);
    add_x(event, "X-LACEVENTLOG-WHEN", field[XWHEN]);
    if (field[DATA][0])
        add_x(event, "X-LACEVENTLOG-EVENT", field[DATA]);
    return event;
}

int main(int count, char **words) {
    if (count != 3)
        return 2;
    FILE *file = fopen(words[1], "rb"), *output = fopen(words[2], "wb");
    if (!file || !output)
        return 2;
    fseek(file, 0, SEEK_END);
    long size = ftell(file);
    char *text = malloc(size + 1), *at = text, *end = text + size;
    rewind(file);
    if (!text || fread(text, 1, size, file) != (size_t)size)
        return 2;
    clock_t begun = clock();
    fputs("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//benchmark//EN\r\n", output);
    while (at < end) {
        char *field[FIELDS];
        for (int n = 0; n < FIELDS; n++, at += strlen(at) + 1)
            field[n] = at;
        icalcomponent *event = build(field);
        char *written = icalcomponent_as_ical_string_r(event);
        fputs(written, output);
        free(written);
        icalcomponent_free(event);
    }
    fputs("END:VCALENDAR\r\n", output);
    fclose(output);
    printf("%f\n", (double)(clock() - begun) / CLOCKS_PER_SEC);
    return 0;
}
