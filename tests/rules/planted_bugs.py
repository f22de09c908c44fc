"""What is done wrong in an app with rules, or by the compiler that makes it; each is noticed."""

from tests.rules.ruled_apps import Bug
from tests.rules.ruled_projects import EVERY_KIND, LINKS, PUT_AWAY, VERSIONS

RULED = [
    EVERY_KIND.splitlines(),
    ["tenant: team"],
    [*PUT_AWAY, "permit:", *(f"  {each}: true" for each in ("list", "read", "create", "update"))],
]
RULED[2] += ["  delete: is_public and role(chief)"]
RULED.append(
    [
        *VERSIONS,
        *LINKS,
        "permit:",
        *(f"  {each}: true" for each in ("list", "read", "update", "delete")),
    ]
)
RULED[3] += ["  create: not is_public or role(chief)"]
RULED[2] += ["forbid:", "  update: role(guest) or state = gone"]
# To list counts as to read, so nobody lists; and what has no scope of its own has that of `list`.
RULED.append(["permit:", "  read: role(chief, clerk)", "  update: true"])
RULED[4] += ["scope:", "  list: team = current_user.team"]
PAGES: list[dict[str, list[str]]] = [
    {"list": ["for chief:", "  scope: current_user.trusted"]},
    {"list": ["for clerk:", "  scope: is_public", "  hide: points"]},
    {
        "list": ["for guest:", "  read_only: true", "for clerk:", "  scope: state != gone"],
        "view": ["for chief:", "  scope: points > 1", "  hide: is_public"],
        "create": ["for clerk:", "  hide: points"],
        "edit": ["for clerk:", "  read_only: true", "for guest:", "  scope: is_public"],
    },
    {
        "list": ["access: persona(clerk, chief)", "for clerk:", "  show: name, points"],
        "view": ["access: authenticated", "for clerk:", "  hide: points"],
        "create": ["access: public", "for guest:", "  show: name, state"],
        "edit": ["access: persona(chief, clerk)"],
    },
]
POLICIES, PAGE = "records/policies.py", "pages/generic/page.py"
OF_PAGES, BY_ROLE = "records/page_policies.py", "pages/generic/by_role.py"
MUTANTS: dict[str, Bug] = {
    "a policy that isn't asked": (
        "records/permissions.py",
        "if model and not is_allowed(user, action, model, obj):",
        "if False:",
    ),
    "all rows for everybody": (
        "records/querysets.py",
        "policy.narrow(self, user, operation) if policy else self",
        "self",
    ),
    "scopes that are left out": (
        POLICIES,
        "if scopes := self.list_scopes(operation):",
        "if False:",
    ),
    "bans that are left out": (POLICIES, "if bans := ", "if False and "),
    "scopes for everybody": (POLICIES, "to & condition", "condition"),
    "a query that is turned round": (
        POLICIES,
        "return self.query(user)",
        "return ~self.query(user)",
    ),
    "a test that is turned round": (
        POLICIES,
        "return bool(self.test(row, user))",
        "return not self.test(row, user)",
    ),
    "roles that are mixed up": ("records/roles.py", " in names", " not in names"),
    "pages of rows that can only be listed": (
        PAGE,
        '"read" if self.is_about_row',
        '"list" if True',
    ),
    "buttons for all who may read": (PAGE, "OPERATIONS[action])", '"list")'),
    "rows of all tenants": (
        POLICIES,
        "return self.tenant & granted if self.tenant else granted",
        "return granted",
    ),
    "tests that know no tenant": (
        POLICIES,
        """return key is not None and getattr(row, f"{self.name}_id") == key""",
        "return key is not None",
    ),
    "rows of no tenant for people of none": (
        POLICIES,
        "return key is not None and Q(**{self.name: key})",
        "return Q(**{self.name: key})",
    ),
    "tenants that one chooses": (
        "pages/forms/models.py",
        "self.fields.pop(self.tenant_field, None)",
        "pass",
    ),
    "new rows of any kind": (
        "pages/forms/models.py",
        "refuse_forbidden_row(self, self.user)",
        "pass",
    ),
    "bans that forget who asks": (
        POLICIES,
        "if left is self.decisive:\n            return left",
        "if left is self.decisive:\n            return False",
    ),
    "queries that forget who asks": (
        POLICIES,
        "if isinstance(left, bool) or right is self.decisive:",
        "if isinstance(left, bool):",
    ),
    "pages of all rows": (OF_PAGES, "return rows.filter(asked)", "return rows"),
    "pages that hide nothing": (
        OF_PAGES,
        "return bool(found) and all(each.hides(name) for each in found)",
        "return False",
    ),
    "pages that can be changed by everybody": (
        OF_PAGES,
        "return bool(found) and all(each.read_only for each in found)",
        "return False",
    ),
    "pages that are alike for all roles": (
        OF_PAGES,
        "return found if len(found) == len(roles) else []",
        "return []",
    ),
    "forms that take what they hide": (
        BY_ROLE,
        "form.leave_out([name for name in form.fields if self.omits(name)])",
        "pass",
    ),
    "links to forms that are closed": (
        OF_PAGES,
        "return is_there and not self.is_read_only(user)",
        "return True",
    ),
    "records that were put away": (
        "records/soft_deletion.py",
        "super().get_queryset().filter(is_put_away(self.model, False))",
        "super().get_queryset()",
    ),
    "records that everybody restores": (
        "pages/generic/put_away.py",
        'restrict(restrict(list_put_away(self.model), user), user, "delete")',
        "list_put_away(self.model)",
    ),
    "scopes that permit what is like it": (
        POLICIES,
        "alike = READING if operation in READING else (operation,)",
        "alike = (operation,)",
    ),
    "scopes that are for one operation": (
        POLICIES,
        'names = (operation, "read", "list")',
        'names = (operation, "read")',
    ),
    "pages of rows that they have for nobody": (
        OF_PAGES,
        "return rows if asked else rows.none()",
        "return rows",
    ),
    "pages for everybody": (
        "pages/generic/access.py",
        "if not self.page_access.lets_in(request.user):",
        "if False:",
    ),
    "counts of lists that are for others": (
        "pages/generic/home.py",
        "if is_for(user, each.url_name)",
        "if True",
    ),
    "pages with more than they show": (
        OF_PAGES,
        "return name in self.hide or bool(self.show) and name not in self.show",
        "return name in self.hide",
    ),
    "links that are lost": (
        "pages/forms/links.py",
        "[*self.cleaned_data[name], *hidden]",
        "[*self.cleaned_data[name]]",
    ),
    "links to what one mayn't see": (
        "pages/generic/details.py",
        "rows = restrict(everything, self.request.user)\n        return rows.filter",
        "rows = everything\n        return rows.filter",
    ),
    "versions that everybody restores": (
        "pages/generic/versions.py",
        "may_restore = False",
        "pass",
    ),
}
COMPILER_BUGS: dict[str, Bug] = {
    "scopes of all roles": (
        "django/policies.py",
        "to = name_roles(scope.personas) if scope.personas else None",
        "to = None",
    ),
    "bans that permit": (
        "django/policies.py",
        "yield refer_to(each.effect).call(",
        'yield refer_to("permit").call(',
    ),
    "policies without a tenant": (
        "django/policies.py",
        'return refer_to("Tenant").call(words[0], own=words[1])',
        'return refer_to("always")',
    ),
    "pages without their scope": (
        "django_micro/page_policies.py",
        "scope=_make_scope(variant.scope, entity, plan) if variant.scope else None",
        "scope=None",
    ),
    "pages with what is hidden": (
        "django_micro/page_policies.py",
        "hide=make_texts(each for each in hidden if each) if hidden else None",
        "hide=None",
    ),
    "pages that aren't read only": (
        "django_micro/page_policies.py",
        "read_only=make_literal(True) if variant.read_only else None",
        "read_only=None",
    ),
    "pages for whoever is signed in": (
        "django_micro/page_access.py",
        "people = name_roles(access.personas) if access.personas else refer_to(_PEOPLE[access.to])",
        'people = refer_to("signed_in")',
    ),
    "pages that show everything": (
        "django_micro/page_policies.py",
        "show=make_texts(shown) if shown and not is_form else None",
        "show=None",
    ),
    "views without their policy": (
        "django_micro/page_policies.py",
        "if page is not None and has_policy(page):",
        "if False:",
    ),
}
