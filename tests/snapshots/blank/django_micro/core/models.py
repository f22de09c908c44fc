"""The records that the app keeps."""
