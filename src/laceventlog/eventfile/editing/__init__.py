"""Changing event files in place: characters that need not change stay."""
