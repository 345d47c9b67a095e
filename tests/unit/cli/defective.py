"""A module that cannot be imported, for the exit status of a defect nobody foresaw."""

message = "odd"
raise RuntimeError(message)
