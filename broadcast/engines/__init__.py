"""What turns spoken text into sound, one file an engine; reached only through the entry points `broadcast.engines`."""
