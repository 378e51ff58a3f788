"""The only SQL, the only writer, the only judge of who may see and do what."""
