"""How hard we try: queue engines, attempts, heartbeats, rescue, the timetable."""
