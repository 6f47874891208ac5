"""Files to logs and logs to files; what is heavy is imported by the module that needs it."""
