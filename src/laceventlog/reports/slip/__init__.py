"""How far dates moved, of one event and over many."""
