"""Manifests are written as PyYAML writes them."""

import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from transformer.manifest.records.documents import Document, Part
from transformer.manifest.serialization.yaml_writing import dump_manifest

ODD = (
    *("yes", "nO", "Null", "on", "y", "~", "=", "<<", "#a1", "#é", "# a", "#", "/", "/a-b/"),
    *("0", "12", "08", "1.0", "1.2.3", "0x1f", "1e3", "1_000", ".5", "+1", ".inf", "٣", "1:30"),
    *("2020-01-01", "- a", "a: b", "a:", "a #b", "{x}", "[x]", "%x", "!x", "a, b", "a'b", '"a"'),
    *("\n", "a\n", " a", "a ", "a\n b\n\nc", "\ta", "a\x00", "é ü", "\u2028", "😀", ""),
)
LONG = ("a" * 2000, "ab " * 2000, "é ü\nx " * 900)
TEXTS = st.one_of(
    st.sampled_from(ODD), st.text(), st.text(alphabet="ab :#-'\"\n,[]{}é yno~0.!&*%@`|>?=<\\")
)
PLAIN = st.one_of(st.none(), st.booleans(), st.integers(), st.floats(allow_nan=False), TEXTS)
KEYS = st.one_of(st.sampled_from(["name", "on", "x y", "1"]), st.text("ab_1 :-é'", max_size=9))


def nest(inner: st.SearchStrategy[Document]) -> st.SearchStrategy[Document]:
    return st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=4)


DOCUMENTS: st.SearchStrategy[Document] = st.recursive(PLAIN, nest, max_leaves=20)


class Dumper(yaml.CSafeDumper):
    """Writes every part in full: no anchors, which people would have to look up."""

    def ignore_aliases(self, data: object) -> bool:
        return True


@given(st.dictionaries(KEYS, DOCUMENTS, max_size=5))
def test_text_is_that_of_pyyaml(manifest: Part) -> None:
    text = yaml.dump(
        manifest, Dumper=Dumper, sort_keys=False, allow_unicode=True, width=4096, indent=2
    )
    assert dump_manifest(manifest) == text


@example({"\n": [], "a\nb": [], "\x85\u2028😀": [], "\x00": ["ab " * 2000]})
@given(st.dictionaries(st.text(max_size=50), st.lists(st.sampled_from(LONG)), max_size=3))
def test_long_texts_and_odd_keys_are_read_again(manifest: Part) -> None:
    assert yaml.load(dump_manifest({"x": manifest}), Loader=yaml.CSafeLoader) == {"x": manifest}
