"""Jobs as admins see and change them: lists, search, causes, batches, pauses, the timetable, workers."""
