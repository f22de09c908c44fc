entity Tool:
  name: str required
  kind: str

entity Street:
  name: str required
