"""What a full-text search makes of what people type."""

from django.test import SimpleTestCase

from records.full_text import Term, read_terms


class TermTests(SimpleTestCase):
    def read(self, text):
        return [(*term.words, term.is_phrase) for term in read_terms(text)]

    def test_each_word_may_be_the_beginning_of_one(self):
        self.assertEqual(self.read("lost key"), [("lost", False), ("key", False)])

    def test_a_phrase_is_as_it_stands_once_it_ends(self):
        self.assertEqual(list(read_terms('"lost key"')), [Term(("lost", "key"), True)])
        self.assertEqual(list(read_terms('"lost key')), [Term(("lost", "key"), False)])
        self.assertEqual(self.read("a „lost key“ b")[1], ("lost", "key", True))

    def test_signs_mean_nothing(self):
        self.assertEqual(
            self.read("-NEAR(o'hara, *) & !x:y"),
            [(word, False) for word in ("NEAR", "o", "hara", "x", "y")],
        )
        self.assertEqual(self.read('\0 * "" - 😀 \u0301'), [])

    def test_letters_keep_their_marks(self):
        self.assertEqual(self.read("Cafe\u0301"), [("Café", False)])
        self.assertEqual(self.read("हिन्दी"), [("हिन्दी", False)])

    def test_no_text_is_too_long(self):
        self.assertLess(len(self.read("a " * 9_999)), 200)
