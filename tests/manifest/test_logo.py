"""The logo of a project: what is one, and where it gets to."""

import struct
import zlib
from base64 import b64decode, b64encode
from pathlib import Path

import pytest

from tests.projects import run_dazzle
from transformer.manifest import dump_manifest, read_manifest, read_project

DRAWING = (
    '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">{}</svg>'
)
SVG = DRAWING.format('<circle id="a" r="4"/><use href="#a"/>').encode()


def chunk(name: bytes, content: bytes) -> bytes:
    packed = name + content
    return struct.pack(">I", len(content)) + packed + struct.pack(">I", zlib.crc32(packed))


PNG = (
    b"\x89PNG\r\n\x1a\n"
    + chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0))
    + chunk(b"IDAT", zlib.compress(b"\0\x2f\x5d\x62"))
    + chunk(b"IEND", b"")
)


def make(folder: Path, name: str, content: bytes | None) -> Path:
    """A project that calls a file its logo."""
    (folder / "shop/dsl").mkdir(parents=True)
    shop = folder / "shop"
    (shop / "dazzle.toml").write_text(f'[project]\nname = "shop"\n[app]\nlogo = "{name}"\n')
    (shop / "dsl/shop.dsl").write_text("entity Note:\n  text: str required\n")
    if content is not None:
        (shop / name).parent.mkdir(parents=True, exist_ok=True)
        (shop / name).write_bytes(content)
    return shop


@pytest.mark.parametrize(("name", "content"), [("art/our.SVG", SVG), ("our.png", PNG)])
def test_logo_is_built_byte_by_byte_also_from_a_manifest(
    tmp_path: Path, name: str, content: bytes
) -> None:
    shop = make(tmp_path, name, content)
    analysis = read_project(shop)
    assert not analysis.problems and analysis.manifest
    manifest = tmp_path / "manifest.yaml"
    manifest.write_text(dump_manifest(analysis.manifest), encoding="utf-8")
    target = f"static/logo{Path(name).suffix.lower()}"
    for number, words in enumerate(([str(shop)], ["--manifest", str(manifest)])):
        out = tmp_path / f"out{number}"
        done = run_dazzle(tmp_path, "build", *words, "--output", str(out))
        assert done.returncode == 0, done.stdout + done.stderr
        built = out / "django_micro"
        assert (built / target).read_bytes() == content
        assert not (built / "static/favicon.svg").exists()
        for page in ("core/templates/core/base.html", "pages/templates/pages/bare.html"):
            text = (built / page).read_text(encoding="utf-8")
            assert Path(target).name in text and "favicon.svg" not in text


def test_without_a_logo_the_initial_is_drawn(tmp_path: Path) -> None:
    shop = make(tmp_path, "logo.svg", None)
    (shop / "dazzle.toml").write_text('[project]\nname = "shop"\n[app]\nbrand = "#ffee00"\n')
    done = run_dazzle(tmp_path, "build", str(shop), "--output", "out")
    assert done.returncode == 0, done.stdout
    drawn = (tmp_path / "out/django_micro/static/favicon.svg").read_text(encoding="utf-8")
    assert ">S</text>" in drawn and 'fill="#ffee00"' in drawn


LAUGHS = '<!ENTITY a0 "ha">' + "".join(
    f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10)
)
LAUGHING = DRAWING.format("<text>&a9;</text>")
BAD: dict[str, tuple[str, bytes | None, str]] = {
    "missing": ("logo.svg", None, "no such file"),
    "a folder": ("dsl", None, "no such file"),
    "outside": ("../logo.svg", SVG, "outside"),
    "absolute": ("/etc/hostname", None, "outside"),
    "too large": ("logo.png", PNG + b"x" * 200_000, "more than 200 kB"),
    "other kind": ("logo.gif", b"GIF89a", "neither"),
    "no PNG": ("logo.png", b"GIF89a", "not a PNG"),
    "no SVG": ("logo.svg", b"<html/>", "not an SVG"),
    "no XML": ("logo.svg", b"\0\xff", "not an SVG"),
    "empty": ("logo.svg", b"", "not an SVG"),
    "entities": ("logo.svg", b'<!DOCTYPE svg [<!ENTITY a "b">]>' + SVG, "entities"),
    "entities in UTF-16": (
        "logo.svg",
        '<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE svg [<!ENTITY a "b">]>'.encode("utf-16")
        + SVG.decode().encode("utf-16")[2:],
        "entities",
    ),
    "billion laughs": ("logo.svg", f"<!DOCTYPE svg [{LAUGHS}]>{LAUGHING}".encode(), "entities"),
    "file from outside": (
        "logo.svg",
        f'<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/hostname">]>{DRAWING}'.replace(
            "{}", "<text>&a;</text>"
        ).encode(),
        "entities",
    ),
    "parameter entity": (
        "logo.svg",
        b'<!DOCTYPE svg [<!ENTITY % a SYSTEM "http://127.0.0.1:9/a"> %a;]>' + SVG,
        "entities",
    ),
} | {
    f"active: {part}": ("logo.svg", DRAWING.format(part).encode(), "active content")
    for part in (
        "<script>alert(1)</script>",
        "<g onclick='alert(1)'/>",
        "<g OnLoad='alert(1)'/>",
        "<foreignObject/>",
        "<foreignObject><body xmlns='http://www.w3.org/1999/xhtml'/></foreignObject>",
        "<iframe xmlns='http://www.w3.org/1999/xhtml' src='x'/>",
        "<a xlink:href=' JavaScript:alert(1)'/>",
        "<a href='java&#9;script:alert(1)'/>",
        "<image href='https://example.com/a.png'/>",
        "<image href='data:image/svg+xml;base64,AAAA'/>",
        "<animate attributeName='href' values='javascript:alert(1)'/>",
        "<a href='javascript:alert(1)'/>",
        "<use xlink:href='other.svg#a'/>",
        "<set attributeName='onclick' to='alert(1)'/>",
        "<animate attributeName='xlink:href' to='javascript:alert(1)'/>",
    )
}


def test_drawing_as_programs_save_it_is_a_logo(tmp_path: Path) -> None:
    public = '"-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd"'
    content = f'<?xml version="1.0"?>\n<!DOCTYPE svg PUBLIC {public}>\n'.encode() + SVG
    assert read_project(make(tmp_path, "logo.svg", content)).problems == []


@pytest.mark.parametrize("case", BAD)
def test_what_is_no_logo_has_a_place(tmp_path: Path, case: str) -> None:
    name, content, reason = BAD[case]
    (problem,) = read_project(make(tmp_path, name, content)).problems
    assert problem.code == "bad-logo" and problem.span
    assert problem.span.line == 4
    assert reason in problem.words["reason"]


def test_link_to_a_file_elsewhere_is_no_logo(tmp_path: Path) -> None:
    shop = make(tmp_path, "logo.svg", None)
    (tmp_path / "far.svg").write_bytes(SVG)
    (shop / "logo.svg").symlink_to(tmp_path / "far.svg")
    assert [problem.code for problem in read_project(shop).problems] == ["bad-logo"]


@pytest.mark.parametrize(
    "content", [b"<script/>", DRAWING.format("<script/>").encode(), SVG + b" " * 200_000]
)
def test_written_manifest_is_checked_as_well(tmp_path: Path, content: bytes) -> None:
    manifest = read_project(make(tmp_path, "logo.svg", SVG)).manifest
    assert manifest and b64decode(manifest["app"]["logo"]["data"]) == SVG
    manifest["app"]["logo"]["data"] = b64encode(content).decode()
    path = tmp_path / "manifest.yaml"
    path.write_text(dump_manifest(manifest), encoding="utf-8")
    (problem,) = read_manifest(path).problems
    assert problem.code == "manifest-fault" and problem.span
