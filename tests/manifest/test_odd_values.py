"""Values that no field could have are problems, never tracebacks."""

from pathlib import Path

from transformer.manifest import dump_manifest, read_manifest, read_project

SOURCE = """
entity Box:
  title: str
  size: float
scenario full:
  demo:
    Box:
      - title: "A", size: 1.5
service post:
  spec: url "https://example.com"
integration send:
  uses service post
  action go:
    call post.send with:
      size <- 1
"""


def test_record_in_a_field_of_numbers_is_a_problem(tmp_path: Path) -> None:
    file = tmp_path / "app.dsl"
    file.write_text(SOURCE, encoding="utf-8")
    manifest = read_project(file).manifest
    assert manifest
    values = manifest["scenarios"][0]["demo"][0]["records"][0]["values"]
    values[1] = {"field": "size", "record": "other"}
    written = tmp_path / "app.yaml"
    written.write_text(dump_manifest(manifest), encoding="utf-8")
    assert [problem.code for problem in read_manifest(written).problems] == ["wrong-value"]


def test_source_of_thousands_of_digits_is_read(tmp_path: Path) -> None:
    file = tmp_path / "app.dsl"
    file.write_text(SOURCE.replace("<- 1", f"<- {'9' * 5000}"), encoding="utf-8")
    assert read_project(file).problems == []
