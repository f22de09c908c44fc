"""Every page of every entity, used as people use it."""

${test_imports}


class SiteTests(PageTests):
    def test_home(self):
        self.visit("home")

    def test_sign_in(self):
        self.client.logout()
        self.visit("login")
% if private:
        self.assertEqual(self.client.get("/").status_code, 302)
% endif
% for trial in trials:
% if trial.is_makeable:


def ${trial.values_name}(**changes):
${trial.values}


def ${trial.maker}():
${trial.make}
% endif
% endfor
% for trial in trials:
% if trial.visits:


class ${trial.name}(PageTests):
    model = ${trial.model}
% for visit in trial.pages["list"]:

    def ${visit.test}(self):
% if trial.is_makeable:
        row = ${trial.maker}()
${visit.answer}
        self.assertIn(row, response.context["object_list"])
% else:
${visit.open}
% endif
% endfor
% for visit in trial.pages["create"]:

    def ${visit.test}(self):
${visit.open}
% if visit.has_form and trial.is_makeable:
${visit.submit}
        self.assertEqual(self.model.objects.count(), 1)
% endif
% endfor
% if trial.is_makeable:
% for visit in trial.pages["view"]:

    def ${visit.test}(self):
        row = ${trial.maker}()
${visit.answer}
        self.assertEqual(response.context["object"], row)
% endfor
% for visit in trial.pages["edit"]:

    def ${visit.test}(self):
        row = ${trial.maker}()
${visit.answer}
        self.assertEqual(response.context["object"], row)
% if visit.has_form:
${visit.submit}
% endif
% if visit.has_form and visit.check:
        row.refresh_from_db()
${visit.check}
% endif
% endfor
% if trial.can_delete:

    def test_delete(self):
        row = ${trial.maker}()
${trial.open_delete}
        self.assertEqual(response.context["object"], row)
${trial.submit_delete}
        self.assertFalse(self.model.objects.exists())
% endif
% endif
% endif
% endfor
