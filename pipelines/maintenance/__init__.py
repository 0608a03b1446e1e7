"""Jobs of the timetable, and batches that an admin confirmed."""
