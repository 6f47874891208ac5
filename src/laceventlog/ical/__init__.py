"""iCalendar (RFC 5545, 7986, 9253): what its writer, reader, checker and synchronisation share."""
