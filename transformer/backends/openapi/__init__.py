"""The API of an app as one document of OpenAPI 3.1, built as data and written as YAML."""
