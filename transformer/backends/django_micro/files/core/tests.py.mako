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
% for entity in tests:
% if entity.account_values:


def values_of_account(**changes):
${entity.account_values}
% endif
% if entity.is_makeable:


def ${entity.values_name}(**changes):
${entity.values}


def ${entity.maker}():
${entity.make}
% endif
% endfor
% for entity in tests:
% if entity.visits:


class ${entity.name}(PageTests):
    model = ${entity.model}
% for visit in entity.pages["list"]:

    def ${visit.test}(self):
% if entity.is_makeable:
        row = ${entity.maker}()
${visit.answer}
        self.assertIn(row, response.context["object_list"])
% else:
${visit.open}
% endif
% endfor
% for visit in entity.pages["create"]:

    def ${visit.test}(self):
${visit.open}
% if visit.has_form and entity.is_makeable:
${visit.submit}
        self.assertEqual(self.model.objects.count(), ${2 if entity.account_values else 1})
% endif
% endfor
% if entity.is_makeable:
% for visit in entity.pages["view"]:

    def ${visit.test}(self):
        row = ${entity.maker}()
${visit.answer}
        self.assertEqual(response.context["object"], row)
% endfor
% for visit in entity.pages["edit"]:

    def ${visit.test}(self):
        row = ${entity.maker}()
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
% if entity.check_states:

    def test_transitions(self):
        row = ${entity.maker}()
${entity.check_states}
% endif
% if entity.is_audited:

    def test_audit(self):
        self.check_audit(${entity.maker}())
% endif
% if entity.put_away:

    def test_restore(self):
        row = ${entity.maker}()
        row.delete()
        self.assertFalse(self.model.objects.exists())
        response = self.visit("${entity.put_away}")
        self.assertIn(row, response.context["object_list"])
        self.submit(response.context["view"].restore_page, {}, row)
        self.assertEqual(self.model.objects.get(), row)
% endif
% if entity.can_delete:

    def test_delete(self):
        row = ${entity.maker}()
${entity.open_delete}
        self.assertEqual(response.context["object"], row)
${entity.submit_delete}
% if entity.account_values:
        self.assertFalse(self.model.objects.filter(pk=row.pk).exists())
% else:
        self.assertFalse(self.model.objects.exists())
% endif
% endif
% endif
% endif
% endfor
