"""What a row is linked to, or will be once the form is saved that changes its links."""


def list_linked(row, name):
    """The keys of the rows that a row is linked to; none where there is no row."""
    if row is None or row.pk is None:
        return getattr(row, "_links", {}).get(name, [])
    links = getattr(row, "_links", {})
    return links[name] if name in links else getattr(row, name).order_by().values("pk")
