"""YAML by PyYAML, which only this package imports."""

from __future__ import annotations

from typing import Any

import yaml

Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""libyaml's parser, if PyYAML was built with it."""
Broken = (yaml.YAMLError, UnicodeEncodeError)
"""Errors raised for invalid YAML."""
