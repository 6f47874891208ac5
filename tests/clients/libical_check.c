/* Reads a calendar with libical and tells, in fields ended by NUL, what it found.
 *
 *     libical_check FILE
 *
 * errors N; restrictions 0|1 (icalrestriction_check, asked where there is a METHOD: 1 is
 * good); X-LIC-ERROR TEXT for each; then every component as
 * BEGIN NAME, its properties as NAME VALUE, END NAME. Values are as libical decodes them.
 */
#include <libical/ical.h>
#include <stdio.h>
#include <stdlib.h>

static void tell(const char *name, const char *value) {
    fputs(name, stdout);
    putchar(0);
    fputs(value ? value : "", stdout);
    putchar(0);
}

static const char *decoded(icalproperty *property) {
    icalvalue *value = icalproperty_get_value(property);
    switch (value ? icalvalue_isa(value) : ICAL_NO_VALUE) {
    case ICAL_TEXT_VALUE:
        return icalvalue_get_text(value);
    case ICAL_X_VALUE:
        return icalvalue_get_x(value);
    default:
        return icalproperty_get_value_as_string(property);
    }
}

static void walk(icalcomponent *component) {
    const char *kind = icalcomponent_kind_to_string(icalcomponent_isa(component));
    tell("BEGIN", kind);
    icalproperty *property = icalcomponent_get_first_property(component, ICAL_ANY_PROPERTY);
    for (; property; property = icalcomponent_get_next_property(component, ICAL_ANY_PROPERTY))
        tell(icalproperty_get_property_name(property), decoded(property));
    icalcompiter each = icalcomponent_begin_component(component, ICAL_ANY_COMPONENT);
    for (; icalcompiter_deref(&each); icalcompiter_next(&each))
        walk(icalcompiter_deref(&each));
    tell("END", kind);
}

int main(int count, char **words) {
    FILE *file = count == 2 ? fopen(words[1], "rb") : NULL;
    if (!file)
        return 2;
    fseek(file, 0, SEEK_END);
    long size = ftell(file);
    rewind(file);
    char *text = calloc(size + 1, 1), number[32];
    if (!text || fread(text, 1, size, file) != (size_t)size)
        return 2;
    icalerror_set_errors_are_fatal(0);
    icalcomponent *calendar = icalparser_parse_string(text);
    if (!calendar)
        return 3;
    int errors = icalcomponent_count_errors(calendar);
    snprintf(number, sizeof number, "%d", errors);
    tell("errors", number);
    int published = icalcomponent_get_method(calendar) != ICAL_METHOD_NONE;
    tell("restrictions", published && icalrestriction_check(calendar) ? "1" : "0");
    walk(calendar);
    return 0;
}
