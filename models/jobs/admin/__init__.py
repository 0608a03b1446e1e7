"""Jobs as admins see and change them: lists, search, wait reasons, batches, pauses, the timetable, workers."""
