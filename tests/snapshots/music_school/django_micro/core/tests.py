"""Every page of every entity, used as people use it."""

from pages.testing import PageTests

from .models import Lesson, Loan, Pupil, Teacher


class SiteTests(PageTests):
    def test_home(self):
        self.visit("home")

    def test_sign_in(self):
        self.client.logout()
        self.visit("login")
        self.assertEqual(self.client.get("/").status_code, 302)


def pupil_values(**changes):
    return {
        "name": "Sample 1",
        **changes,
    }


def make_pupil():
    return Pupil.objects.create(**pupil_values())


def teacher_values(**changes):
    return {
        "name": "Sample 1",
        **changes,
    }


def make_teacher():
    return Teacher.objects.create(**teacher_values())


def lesson_values(**changes):
    return {
        "title": "Sample 1",
        "pupil": Pupil.objects.first() or make_pupil(),
        **changes,
    }


def make_lesson():
    return Lesson.objects.create(**lesson_values())


def loan_values(**changes):
    return {
        "instrument": "Sample 1",
        **changes,
    }


def make_loan():
    return Loan.objects.create(**loan_values())


class PupilTests(PageTests):
    model = Pupil

    def test_list(self):
        row = make_pupil()
        response = self.visit("pupil_list")
        self.assertIn(row, response.context["object_list"])

    def test_create(self):
        self.visit("pupil_create")
        self.submit("pupil_create", pupil_values())
        self.assertEqual(self.model.objects.count(), 1)

    def test_view(self):
        row = make_pupil()
        response = self.visit("pupil_detail", row)
        self.assertEqual(response.context["object"], row)

    def test_edit(self):
        row = make_pupil()
        response = self.visit("pupil_update", row)
        self.assertEqual(response.context["object"], row)
        self.submit("pupil_update", pupil_values(name="Sample 2"), row)
        row.refresh_from_db()
        self.assertEqual(row.name, "Sample 2")

    def test_delete(self):
        row = make_pupil()
        response = self.visit("pupil_delete", row)
        self.assertEqual(response.context["object"], row)
        self.submit("pupil_delete", {}, row)
        self.assertFalse(self.model.objects.exists())


class TeacherTests(PageTests):
    model = Teacher

    def test_list(self):
        row = make_teacher()
        response = self.visit("teacher_list")
        self.assertIn(row, response.context["object_list"])

    def test_create(self):
        self.visit("teacher_create")
        self.submit("teacher_create", teacher_values())
        self.assertEqual(self.model.objects.count(), 1)

    def test_delete(self):
        row = make_teacher()
        response = self.visit("teacher_delete", row)
        self.assertEqual(response.context["object"], row)
        self.submit("teacher_delete", {}, row)
        self.assertFalse(self.model.objects.exists())


class LessonTests(PageTests):
    model = Lesson

    def test_list(self):
        row = make_lesson()
        response = self.visit("lesson_list")
        self.assertIn(row, response.context["object_list"])

    def test_create(self):
        self.visit("lesson_create")
        self.submit("lesson_create", lesson_values())
        self.assertEqual(self.model.objects.count(), 1)

    def test_edit(self):
        row = make_lesson()
        response = self.visit("lesson_update", row)
        self.assertEqual(response.context["object"], row)
        self.submit("lesson_update", lesson_values(title="Sample 2"), row)
        row.refresh_from_db()
        self.assertEqual(row.title, "Sample 2")

    def test_delete(self):
        row = make_lesson()
        response = self.visit("lesson_delete", row)
        self.assertEqual(response.context["object"], row)
        self.submit("lesson_delete", {}, row)
        self.assertFalse(self.model.objects.exists())


class LoanTests(PageTests):
    model = Loan

    def test_list(self):
        row = make_loan()
        response = self.visit("loan_list")
        self.assertIn(row, response.context["object_list"])

    def test_create(self):
        self.visit("loan_create")
        self.submit("loan_create", loan_values())
        self.assertEqual(self.model.objects.count(), 1)

    def test_delete(self):
        row = make_loan()
        response = self.visit("loan_delete", row)
        self.assertEqual(response.context["object"], row)
        self.submit("loan_delete", {}, row)
        self.assertFalse(self.model.objects.exists())
