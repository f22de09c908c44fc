"""What `make precision` finds too vague."""

from pathlib import Path

import pytest

from tools.precision import list_faults, list_shares, main

REPORT = """\
            Name   Anys   Exprs   Coverage
------------------------------------------
       app.clear      1     100     99.00%
       app.vague      6     100     94.00%
       app.empty      0       0    100.00%
        app.edge      5     100     95.00%
------------------------------------------
           Total     12     300     96.00%
"""


def test_each_module_is_counted() -> None:
    names = [name for name, _, _ in list_shares(REPORT)]
    assert names == ["app.clear", "app.vague", "app.empty", "app.edge", "Total"]


def test_vague_module_and_vague_whole_are_named() -> None:
    assert [fault.split(":")[0] for fault in list_faults(REPORT)] == ["app.vague", "Total"]


def test_vague_report_is_a_failure(tmp_path: Path) -> None:
    file = tmp_path / "any-exprs.txt"
    file.write_text(REPORT, encoding="utf-8")
    with pytest.raises(SystemExit, match=r"app\.vague: 94\.0 %"):
        main(str(file))
    file.write_text(REPORT.replace("      6 ", "      1 ").replace(" 12 ", "  6 "), "utf-8")
    with pytest.raises(SystemExit) as done:
        main(str(file))
    assert done.value.code == 0
