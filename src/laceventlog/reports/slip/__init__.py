"""Slip: the shifts of the dates of one event, and figures over many."""
