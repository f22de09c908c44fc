"""A frontend in Next.js for the API that `openapi` describes."""
