"""YAML, by PyYAML: its only home."""

from __future__ import annotations

from typing import Any

import yaml

Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""The parser of libyaml where PyYAML was built with it."""
Broken = (yaml.YAMLError, UnicodeEncodeError)
"""Raised for what is not YAML."""
