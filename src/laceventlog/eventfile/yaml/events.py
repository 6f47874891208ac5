"""The events of PyYAML, and what it raises. The modules called so are its home."""

from __future__ import annotations

from typing import Any

import yaml

Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""The parser of libyaml where PyYAML was built with it."""
Broken = (yaml.YAMLError, UnicodeEncodeError)
"""Raised for what is no YAML."""
