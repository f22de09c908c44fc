/** The app: its collections, their fields and pages. Written by dazzle from the app's .dsl files. */

import type { Model } from "@/model-types";

export const model: Model = {
  title: "\"Awkward\" {{ 7*7 }} ${7*7} {% now \"Y\" %}",
  description: "<script>alert(1)</script> \\ \"\"\" ## heading",
  language: "en",
  colours: {
    brand: "#2f5d62",
    brandStrong: "#224346",
    onBrand: "#ffffff",
    inkOnLight: "#2f5d62",
    inkOnDark: "#599ca1",
  },
  collections: [
    {
      name: "User",
      path: "/users",
      title: "User",
      plural: "Users",
      key: "id",
      fields: {
        id: { title: "ID", kind: "text" },
        name: { title: "Name", kind: "text" },
        models: { title: "Models", kind: "text" },
        objects: { title: "Objects", kind: "integer" },
        pk: { title: "Pk", kind: "text" },
      },
      list: {
        title: "Users",
        columns: [
          { field: "name", title: "Name" },
          { field: "models", title: "Models" },
          { field: "objects", title: "Objects" },
          { field: "pk", title: "Pk" },
        ],
        searchable: true,
        filters: [],
        sortable: ["name", "models", "objects", "pk"],
        sort: ["name"],
      },
      record: {
        title: "User",
        sections: [
          {
            title: "User",
            fields: [
              { field: "name", title: "Name" },
              { field: "models", title: "Models" },
              { field: "objects", title: "Objects" },
              { field: "pk", title: "Pk" },
            ],
          },
        ],
        related: [
          { collection: "Group", title: "Groups", by: "members" },
          { collection: "Session", title: "Sessions", by: "user" },
          { collection: "Form", title: "Forms", by: "owner" },
        ],
      },
      create: {
        title: "Add a user",
        sections: [
          {
            title: "Add a user",
            fields: [
              { field: "name", title: "Name", required: true, minLength: 1, maxLength: 80 },
              { field: "models", title: "Models", maxLength: 20 },
              { field: "objects", title: "Objects", default: 1 },
              { field: "pk", title: "Pk", maxLength: 20 },
            ],
          },
        ],
      },
      edit: {
        title: "Edit the user",
        sections: [
          {
            title: "Edit the user",
            fields: [
              { field: "name", title: "Name", required: true, minLength: 1, maxLength: 80 },
              { field: "models", title: "Models", maxLength: 20 },
              { field: "objects", title: "Objects" },
              { field: "pk", title: "Pk", maxLength: 20 },
            ],
          },
        ],
      },
      deletable: true,
    },
    {
      name: "Group",
      path: "/groups",
      title: "Group",
      plural: "Groups",
      key: "id",
      fields: {
        id: { title: "ID", kind: "text" },
        class: { title: "Class", kind: "text" },
        import: { title: "Import", kind: "text" },
        members: { title: "Members", kind: "reference", target: "User", offered: true },
      },
      list: {
        title: "Group list",
        columns: [
          { field: "class", title: "Class" },
          { field: "import", title: "Import" },
          { field: "members", title: "Members" },
        ],
        searchable: true,
        filters: [{ field: "members", by: "is" }],
        sortable: ["class", "import", "members"],
        sort: ["class"],
      },
      record: {
        title: "Group view",
        sections: [
          {
            title: "Group view",
            fields: [
              { field: "class", title: "Class" },
              { field: "import", title: "Import" },
              { field: "members", title: "Members" },
            ],
          },
        ],
        related: [],
      },
      create: {
        title: "Add a group",
        sections: [
          {
            title: "Add a group",
            fields: [
              { field: "class", title: "Class", required: true, minLength: 1, maxLength: 40 },
              { field: "import", title: "Import", maxLength: 40 },
              { field: "members", title: "Members" },
            ],
          },
        ],
      },
      edit: {
        title: "Edit the group",
        sections: [
          {
            title: "Edit the group",
            fields: [
              { field: "class", title: "Class", required: true, minLength: 1, maxLength: 40 },
              { field: "import", title: "Import", maxLength: 40 },
              { field: "members", title: "Members" },
            ],
          },
        ],
      },
      deletable: true,
    },
    {
      name: "Session",
      path: "/sessions",
      title: "Session",
      plural: "Sessions",
      key: "key",
      fields: {
        key: { title: "Key", kind: "text" },
        user: { title: "User", kind: "reference", target: "User", offered: true },
        save: { title: "Save", kind: "boolean" },
        delete: { title: "Delete", kind: "date" },
      },
      list: {
        title: "Session list",
        columns: [
          { field: "key", title: "Key" },
          { field: "user", title: "User" },
          { field: "save", title: "Save" },
          { field: "delete", title: "Delete" },
        ],
        searchable: true,
        filters: [
          { field: "user", by: "is" },
          { field: "save", by: "is" },
          { field: "delete", by: "range" },
        ],
        sortable: ["key", "user", "save", "delete"],
        sort: ["key"],
      },
      record: {
        title: "Session view",
        sections: [
          {
            title: "Session view",
            fields: [
              { field: "key", title: "Key" },
              { field: "user", title: "User" },
              { field: "save", title: "Save" },
              { field: "delete", title: "Delete" },
            ],
          },
        ],
        related: [],
      },
      create: {
        title: "Add a session",
        sections: [
          {
            title: "Add a session",
            fields: [
              { field: "key", title: "Key", required: true, minLength: 1, maxLength: 32 },
              { field: "user", title: "User", required: true },
              { field: "save", title: "Save", default: false },
              { field: "delete", title: "Delete", default: { moment: "today", plusSeconds: 0 } },
            ],
          },
        ],
      },
      edit: {
        title: "Edit the session",
        sections: [
          {
            title: "Edit the session",
            fields: [
              { field: "user", title: "User", required: true },
              { field: "save", title: "Save" },
              { field: "delete", title: "Delete" },
            ],
          },
        ],
      },
      deletable: true,
    },
    {
      name: "Permission",
      path: "/permissions",
      title: "Permission",
      plural: "Permissions",
      key: "id",
      fields: {
        id: { title: "ID", kind: "text" },
        id_: { title: "ID", kind: "text" },
        a__b: { title: "A b", kind: "integer" },
        trailing_: { title: "Trailing", kind: "text" },
        _leading: { title: "Leading", kind: "text" },
        errors: { title: "Errors", kind: "longText" },
        full_clean: { title: "Full clean", kind: "boolean" },
      },
      list: {
        title: "Permission list",
        columns: [
          { field: "id_", title: "ID" },
          { field: "a__b", title: "A b" },
          { field: "trailing_", title: "Trailing" },
          { field: "_leading", title: "Leading" },
          { field: "errors", title: "Errors" },
          { field: "full_clean", title: "Full clean" },
        ],
        searchable: true,
        filters: [{ field: "full_clean", by: "is" }],
        sortable: ["id_", "a__b", "trailing_", "_leading", "errors", "full_clean"],
        sort: ["id_"],
      },
      record: {
        title: "Permission view",
        sections: [
          {
            title: "Permission view",
            fields: [
              { field: "id_", title: "ID" },
              { field: "a__b", title: "A b" },
              { field: "trailing_", title: "Trailing" },
              { field: "_leading", title: "Leading" },
              { field: "errors", title: "Errors" },
              { field: "full_clean", title: "Full clean" },
            ],
          },
        ],
        related: [],
      },
      create: {
        title: "Add a permission",
        sections: [
          {
            title: "Add a permission",
            fields: [
              { field: "id_", title: "ID", required: true, minLength: 1, maxLength: 20 },
              { field: "a__b", title: "A b" },
              { field: "trailing_", title: "Trailing", maxLength: 20 },
              { field: "_leading", title: "Leading", maxLength: 20 },
              { field: "errors", title: "Errors" },
              { field: "full_clean", title: "Full clean", default: true },
            ],
          },
        ],
      },
      edit: {
        title: "Edit the permission",
        sections: [
          {
            title: "Edit the permission",
            fields: [
              { field: "id_", title: "ID", required: true, minLength: 1, maxLength: 20 },
              { field: "a__b", title: "A b" },
              { field: "trailing_", title: "Trailing", maxLength: 20 },
              { field: "_leading", title: "Leading", maxLength: 20 },
              { field: "errors", title: "Errors" },
              { field: "full_clean", title: "Full clean" },
            ],
          },
        ],
      },
      deletable: true,
    },
    {
      name: "Form",
      path: "/forms",
      title: "Form",
      plural: "Forms",
      key: "id",
      fields: {
        id: { title: "ID", kind: "text" },
        media: { title: "Media", kind: "file" },
        auto_id: { title: "Auto ID", kind: "text" },
        non_field_errors: { title: "Non field errors", kind: "text" },
        uuid: { title: "UUID", kind: "text" },
        owner: { title: "Owner", kind: "reference", target: "User", offered: true },
        owner_id: { title: "Owner ID", kind: "integer" },
        unique: { title: "Unique", kind: "text" },
        index: { title: "Index", kind: "integer" },
      },
      list: {
        title: "Form list",
        columns: [
          { field: "media", title: "Media" },
          { field: "auto_id", title: "Auto ID" },
          { field: "non_field_errors", title: "Non field errors" },
          { field: "uuid", title: "UUID" },
          { field: "owner", title: "Owner" },
          { field: "owner_id", title: "Owner ID" },
          { field: "unique", title: "Unique" },
          { field: "index", title: "Index" },
        ],
        searchable: true,
        filters: [{ field: "owner", by: "is" }],
        sortable: ["auto_id", "non_field_errors", "uuid", "owner", "owner_id", "unique", "index"],
        sort: ["unique"],
      },
      record: {
        title: "Form view",
        sections: [
          {
            title: "Form view",
            fields: [
              { field: "media", title: "Media" },
              { field: "auto_id", title: "Auto ID" },
              { field: "non_field_errors", title: "Non field errors" },
              { field: "uuid", title: "UUID" },
              { field: "owner", title: "Owner" },
              { field: "owner_id", title: "Owner ID" },
              { field: "unique", title: "Unique" },
              { field: "index", title: "Index" },
            ],
          },
        ],
        related: [],
      },
      create: {
        title: "Add a form",
        sections: [
          {
            title: "Add a form",
            fields: [
              { field: "media", title: "Media" },
              { field: "auto_id", title: "Auto ID", maxLength: 20 },
              { field: "non_field_errors", title: "Non field errors", maxLength: 20 },
              { field: "uuid", title: "UUID" },
              { field: "owner", title: "Owner" },
              { field: "owner_id", title: "Owner ID" },
              { field: "unique", title: "Unique", maxLength: 20 },
              { field: "index", title: "Index" },
            ],
          },
        ],
      },
      edit: {
        title: "Edit the form",
        sections: [
          {
            title: "Edit the form",
            fields: [
              { field: "media", title: "Media" },
              { field: "auto_id", title: "Auto ID", maxLength: 20 },
              { field: "non_field_errors", title: "Non field errors", maxLength: 20 },
              { field: "uuid", title: "UUID" },
              { field: "owner", title: "Owner" },
              { field: "owner_id", title: "Owner ID" },
              { field: "unique", title: "Unique", maxLength: 20 },
              { field: "index", title: "Index" },
            ],
          },
        ],
      },
      deletable: true,
    },
    {
      name: "View",
      path: "/views",
      title: "View",
      plural: "Views",
      key: "id",
      fields: {
        id: { title: "ID", kind: "text" },
        request: { title: "Request", kind: "text" },
        template: { title: "Template", kind: "text" },
        object: { title: "Object", kind: "reference", target: "Model", offered: true },
      },
      list: {
        title: "View list",
        columns: [
          { field: "request", title: "Request" },
          { field: "template", title: "Template" },
          { field: "object", title: "Object" },
        ],
        searchable: true,
        filters: [{ field: "object", by: "is" }],
        sortable: ["request", "template", "object"],
        sort: ["request"],
      },
      record: {
        title: "View view",
        sections: [
          {
            title: "View view",
            fields: [
              { field: "request", title: "Request" },
              { field: "template", title: "Template" },
              { field: "object", title: "Object" },
            ],
          },
        ],
        related: [],
      },
      create: {
        title: "Add a view",
        sections: [
          {
            title: "Add a view",
            fields: [
              { field: "request", title: "Request", required: true, minLength: 1, maxLength: 20 },
              { field: "template", title: "Template", maxLength: 20 },
              { field: "object", title: "Object", minLength: 1, pattern: "^[-a-zA-Z0-9_]+$" },
            ],
          },
        ],
      },
      edit: {
        title: "Edit the view",
        sections: [
          {
            title: "Edit the view",
            fields: [
              { field: "request", title: "Request", required: true, minLength: 1, maxLength: 20 },
              { field: "template", title: "Template", maxLength: 20 },
              { field: "object", title: "Object", minLength: 1, pattern: "^[-a-zA-Z0-9_]+$" },
            ],
          },
        ],
      },
      deletable: true,
    },
    {
      name: "Model",
      path: "/models",
      title: "Model",
      plural: "Models",
      key: "pk",
      fields: {
        pk: { title: "Pk", kind: "text" },
        Meta: { title: "Meta", kind: "text" },
        self: { title: "Self", kind: "text" },
        None: { title: "None", kind: "boolean" },
        True: { title: "True", kind: "integer" },
        lambda: { title: "Lambda", kind: "number" },
      },
      list: {
        title: "Model list",
        columns: [
          { field: "pk", title: "Pk" },
          { field: "Meta", title: "Meta" },
          { field: "self", title: "Self" },
          { field: "None", title: "None" },
          { field: "True", title: "True" },
          { field: "lambda", title: "Lambda" },
        ],
        searchable: true,
        filters: [{ field: "None", by: "is" }],
        sortable: ["pk", "Meta", "self", "None", "True", "lambda"],
        sort: ["Meta"],
      },
      record: {
        title: "Model view",
        sections: [
          {
            title: "Model view",
            fields: [
              { field: "pk", title: "Pk" },
              { field: "Meta", title: "Meta" },
              { field: "self", title: "Self" },
              { field: "None", title: "None" },
              { field: "True", title: "True" },
              { field: "lambda", title: "Lambda" },
            ],
          },
        ],
        related: [{ collection: "View", title: "Views", by: "object" }],
      },
      create: {
        title: "Add a model",
        sections: [
          {
            title: "Add a model",
            fields: [
              {
                field: "pk",
                title: "Pk",
                required: true,
                minLength: 1,
                pattern: "^[-a-zA-Z0-9_]+$",
              },
              { field: "Meta", title: "Meta", maxLength: 20 },
              { field: "self", title: "Self", maxLength: 20 },
              { field: "None", title: "None", default: false },
              { field: "True", title: "True" },
              { field: "lambda", title: "Lambda" },
            ],
          },
        ],
      },
      edit: {
        title: "Edit the model",
        sections: [
          {
            title: "Edit the model",
            fields: [
              { field: "Meta", title: "Meta", maxLength: 20 },
              { field: "self", title: "Self", maxLength: 20 },
              { field: "None", title: "None" },
              { field: "True", title: "True" },
              { field: "lambda", title: "Lambda" },
            ],
          },
        ],
      },
      deletable: true,
    },
    {
      name: "Account",
      path: "/accounts",
      title: "Account",
      plural: "Accounts",
      key: "id",
      fields: {
        id: { title: "ID", kind: "text" },
        first_name: { title: "First name", kind: "text" },
        password: { title: "Password", kind: "text" },
        is_active: { title: "Is active", kind: "boolean" },
        admin: { title: "Admin", kind: "reference", target: "Admin", offered: true },
      },
      list: {
        title: "Account list",
        columns: [
          { field: "first_name", title: "First name" },
          { field: "password", title: "Password" },
          { field: "is_active", title: "Is active" },
          { field: "admin", title: "Admin" },
        ],
        searchable: true,
        filters: [{ field: "is_active", by: "is" }, { field: "admin", by: "is" }],
        sortable: ["first_name", "is_active", "admin"],
        sort: ["first_name"],
      },
      record: {
        title: "Account view",
        sections: [
          {
            title: "Account view",
            fields: [
              { field: "first_name", title: "First name" },
              { field: "password", title: "Password" },
              { field: "is_active", title: "Is active" },
              { field: "admin", title: "Admin" },
            ],
          },
        ],
        related: [],
      },
      create: {
        title: "Add an account",
        sections: [
          {
            title: "Add an account",
            fields: [
              { field: "first_name", title: "First name", maxLength: 40 },
              { field: "password", title: "Password", maxLength: 40 },
              { field: "is_active", title: "Is active", default: true },
              { field: "admin", title: "Admin" },
            ],
          },
        ],
      },
      edit: {
        title: "Edit the account",
        sections: [
          {
            title: "Edit the account",
            fields: [
              { field: "first_name", title: "First name", maxLength: 40 },
              { field: "password", title: "Password", maxLength: 40 },
              { field: "is_active", title: "Is active" },
              { field: "admin", title: "Admin" },
            ],
          },
        ],
      },
      deletable: true,
    },
    {
      name: "Medium",
      path: "/media-records",
      title: "Medium",
      plural: "Media",
      key: "id",
      fields: { id: { title: "ID", kind: "text" }, title: { title: "Title", kind: "text" } },
      list: {
        title: "Medium list",
        columns: [{ field: "title", title: "Title" }],
        searchable: true,
        filters: [],
        sortable: ["title"],
        sort: ["title"],
      },
      record: {
        title: "Medium view",
        sections: [{ title: "Medium view", fields: [{ field: "title", title: "Title" }] }],
        related: [],
      },
      create: {
        title: "Add a medium",
        sections: [
          {
            title: "Add a medium",
            fields: [
              { field: "title", title: "Title", required: true, minLength: 1, maxLength: 80 },
            ],
          },
        ],
      },
      edit: {
        title: "Edit the medium",
        sections: [
          {
            title: "Edit the medium",
            fields: [
              { field: "title", title: "Title", required: true, minLength: 1, maxLength: 80 },
            ],
          },
        ],
      },
      deletable: true,
    },
    {
      name: "Admin",
      path: "/admins",
      title: "Admin",
      plural: "Admins",
      key: "number",
      fields: {
        number: { title: "Number", kind: "integer" },
        login: { title: "Login", kind: "text" },
      },
      list: {
        title: "Admin list",
        columns: [{ field: "login", title: "Login" }],
        searchable: true,
        filters: [],
        sortable: ["login"],
        sort: ["login"],
      },
      record: {
        title: "Admin view",
        sections: [{ title: "Admin view", fields: [{ field: "login", title: "Login" }] }],
        related: [{ collection: "Account", title: "Accounts", by: "admin" }],
      },
      create: {
        title: "Add an admin",
        sections: [
          {
            title: "Add an admin",
            fields: [
              { field: "login", title: "Login", required: true, minLength: 1, maxLength: 40 },
            ],
          },
        ],
      },
      edit: {
        title: "Edit the admin",
        sections: [
          {
            title: "Edit the admin",
            fields: [
              { field: "login", title: "Login", required: true, minLength: 1, maxLength: 40 },
            ],
          },
        ],
      },
      deletable: true,
    },
    {
      name: "Person",
      path: "/people",
      title: "Person",
      plural: "People",
      key: "id",
      fields: { id: { title: "ID", kind: "text" }, name: { title: "Name", kind: "text" } },
      list: {
        title: "Person list",
        columns: [{ field: "name", title: "Name" }],
        searchable: true,
        filters: [],
        sortable: ["name"],
        sort: ["name"],
      },
      record: {
        title: "Person view",
        sections: [{ title: "Person view", fields: [{ field: "name", title: "Name" }] }],
        related: [],
      },
      create: {
        title: "Add a person",
        sections: [
          {
            title: "Add a person",
            fields: [{ field: "name", title: "Name", required: true, minLength: 1, maxLength: 80 }],
          },
        ],
      },
      edit: {
        title: "Edit the person",
        sections: [
          {
            title: "Edit the person",
            fields: [{ field: "name", title: "Name", required: true, minLength: 1, maxLength: 80 }],
          },
        ],
      },
      deletable: true,
    },
    {
      name: "Title",
      path: "/ti-tles-b-7-7-7-7-100",
      title: "<b>Title</b> {% now 'Y' %} 100%",
      plural: "Ti'tles \"<b>\" {{ 7*7 }} ${7*7} 100% %}",
      key: "id",
      fields: {
        id: { title: "ID", kind: "text" },
        name: { title: "<i>Name</i> \"{{ 7*7 }}\" %(x)s", kind: "text" },
        code: { title: "\"\"\" ${7*7}\n## heading", kind: "text" },
        other: { title: "'); import os #", kind: "reference", target: "Title", offered: true },
        parent: { title: "日本語", kind: "reference", target: "Title", offered: true },
        kind: { title: "eMail", kind: "choice", choices: [["a", "A"]] },
        day: { title: "{# comment #}", kind: "date" },
        length: { title: "{# comment #} <b>", kind: "number" },
      },
      list: {
        title: "Ti'tles \"<b>\" {{ 7*7 }} ${7*7} 100% %}",
        columns: [
          { field: "name", title: "<i>Name</i> \"{{ 7*7 }}\" %(x)s" },
          { field: "code", title: "\"\"\" ${7*7}\n## heading" },
          { field: "other", title: "'); import os #" },
          { field: "parent", title: "日本語" },
          { field: "kind", title: "eMail" },
          { field: "day", title: "{# comment #}" },
        ],
        searchable: true,
        filters: [
          { field: "other", by: "is" },
          { field: "parent", by: "is" },
          { field: "kind", by: "is" },
          { field: "day", by: "range" },
        ],
        sortable: ["name", "code", "other", "parent", "kind", "day"],
        sort: ["name"],
      },
      record: {
        title: "<b>Title</b> {% now 'Y' %} 100%",
        sections: [
          {
            title: "Main",
            fields: [
              { field: "name", title: "<i>Name</i> \"{{ 7*7 }}\" %(x)s" },
              { field: "code", title: "\"\"\" ${7*7}\n## heading" },
              { field: "other", title: "'); import os #" },
              { field: "parent", title: "日本語" },
              { field: "kind", title: "eMail" },
              { field: "day", title: "{# comment #}" },
            ],
          },
        ],
        related: [
          {
            collection: "Title",
            title: "Ti'tles \"<b>\" {{ 7*7 }} ${7*7} 100% %} ('); import os #)",
            by: "other",
          },
          { collection: "Title", title: "Children", by: "parent" },
        ],
      },
      create: {
        title: "New <b>Title</b> {% now 'Y' %} 100%",
        sections: [
          {
            title: "Main",
            fields: [
              {
                field: "name",
                title: "<i>Name</i> \"{{ 7*7 }}\" %(x)s",
                help: "<b>Help</b> & {% now 'Y' %} 100% \\",
                required: true,
                minLength: 1,
                maxLength: 80,
              },
              {
                field: "code",
                title: "\"\"\" ${7*7}\n## heading",
                patternMessage: "100% <b>wrong</b> %(value)s {% now 'Y' %} \"quoted\"",
                maxLength: 20,
                pattern: "^[a-z]*$",
                default: "a",
              },
              { field: "other", title: "'); import os #", help: "\"><script>alert(1)</script>" },
              { field: "parent", title: "日本語", help: "%s %d {0}" },
              { field: "kind", title: "eMail", help: " around \n", default: "a" },
              { field: "day", title: "{# comment #}" },
            ],
          },
        ],
      },
      edit: {
        title: "Edit <b>Title</b> {% now 'Y' %} 100%",
        sections: [
          {
            title: "Main",
            fields: [
              {
                field: "name",
                title: "<i>Name</i> \"{{ 7*7 }}\" %(x)s",
                help: "<b>Help</b> & {% now 'Y' %} 100% \\",
                required: true,
                minLength: 1,
                maxLength: 80,
              },
              {
                field: "code",
                title: "\"\"\" ${7*7}\n## heading",
                patternMessage: "100% <b>wrong</b> %(value)s {% now 'Y' %} \"quoted\"",
                maxLength: 20,
                pattern: "^[a-z]*$",
              },
              { field: "other", title: "'); import os #", help: "\"><script>alert(1)</script>" },
              { field: "parent", title: "日本語", help: "%s %d {0}" },
              { field: "kind", title: "eMail", help: " around \n" },
              { field: "day", title: "{# comment #}" },
            ],
          },
        ],
      },
      deletable: true,
    },
    {
      name: "Value",
      path: "/values",
      title: "Value",
      plural: "Values",
      key: "id",
      fields: {
        id: { title: "ID", kind: "text" },
        state: {
          title: "State",
          kind: "choice",
          choices: [
            ["None", "None"],
            ["2fa", "2fa"],
            ["in progress", "In progress"],
            ["ünïcode", "Ünïcode"],
            ["True", "True"],
            ["class", "Class"],
            ["a,b", "A,b"],
            ["quo\"te", "Quo\"te"],
          ],
        },
        status: {
          title: "Status",
          kind: "choice",
          choices: [
            ["status", "Status"],
            ["mode", "Mode"],
            ["section", "Section"],
            ["field", "Field"],
            ["on", "On"],
            ["entity", "Entity"],
          ],
        },
        empty: {
          title: "Empty",
          kind: "choice",
          choices: [["-", "-"], ["+", "+"], ["a-b", "A-b"], ["a b", "a b"], ["a_b", "a_b"]],
        },
        true_north: { title: "True north", kind: "boolean" },
        mode: { title: "Mode", kind: "text" },
        section: { title: "Section", kind: "text" },
        field: { title: "Field", kind: "text" },
        description: { title: "Description", kind: "text" },
        text: { title: "Text", kind: "longText" },
      },
      list: {
        title: "Lists",
        columns: [
          { field: "state", title: "State \"quoted\"" },
          { field: "status", title: "{{ 7*7 }}" },
          { field: "true_north", title: "True north?" },
        ],
        searchable: true,
        filters: [
          { field: "state", by: "is" },
          { field: "status", by: "is" },
          { field: "empty", by: "is" },
          { field: "true_north", by: "is" },
        ],
        sortable: ["state", "status", "true_north", "mode"],
        sort: ["mode"],
      },
      record: {
        title: "日本語",
        sections: [
          {
            title: "日本語",
            fields: [
              { field: "state", title: "State" },
              { field: "status", title: "Status" },
              { field: "empty", title: "Empty" },
              { field: "true_north", title: "True north" },
              { field: "mode", title: "Mode" },
              { field: "section", title: "Section" },
              { field: "field", title: "Field" },
              { field: "description", title: "Description" },
              { field: "text", title: "Text" },
            ],
          },
        ],
        related: [],
      },
      create: {
        title: "\\ \n ${7*7}",
        sections: [
          {
            title: "<script>alert(1)</script>",
            fields: [
              {
                field: "state",
                title: "<b>State</b>",
                help: "{% now 'Y' %} & \"quotes\"",
                default: "None",
              },
              {
                field: "status",
                title: "${7*7}",
                placeholder: "\"><script>alert(1)</script>",
                default: "status",
              },
              { field: "field", title: "Field", maxLength: 20, default: "'); import os" },
              { field: "mode", title: "Mode", maxLength: 20, default: "mode" },
              {
                field: "description",
                title: "Description",
                placeholder: "{{ 7*7 }}",
                maxLength: 200,
                default: "{{ 7*7 }} ${7*7} {% now 'Y' %}",
              },
            ],
          },
        ],
      },
      edit: {
        title: "نص عربي",
        sections: [
          {
            title: "نص عربي",
            fields: [
              { field: "state", title: "State" },
              { field: "status", title: "Status" },
              { field: "empty", title: "Empty" },
              { field: "true_north", title: "True north" },
              { field: "mode", title: "Mode", maxLength: 20 },
              { field: "section", title: "Section", maxLength: 20 },
              { field: "field", title: "Field", maxLength: 20 },
              { field: "description", title: "Description", maxLength: 200 },
              { field: "text", title: "Text" },
            ],
          },
        ],
      },
      deletable: true,
    },
    {
      name: "Text",
      path: "/texts",
      title: "\"Quoted\" \\ {{ 7*7 }} ${7*7} {% now 'Y' %} <script>alert(1)</script>",
      plural: "\"Quoted\" \\ {{ 7*7 }} ${7*7} {% now 'Y' %} <script>alert(1)</script>",
      description: "A text with \"\"\" in it, a \\ backslash, and {{ 7*7 }} ${7*7} {% now \"Y\" %} <b>bold</b>.\n## heading\n% for x in y:\n</%block> <%! import os %> {# comment #}",
      key: "id",
      fields: {
        id: { title: "ID", kind: "text" },
        title: { title: "Title", kind: "text" },
        japanese: { title: "Japanese", kind: "text" },
        arabic: { title: "Arabic", kind: "text" },
      },
      list: {
        title: "a line of five hundred characters a line of five hundred characters a line of five hundred characters a line of five hundred characters a line of five hundred characters a line of five hundred characters a line of five hundred characters a line of five hundred characters a line of five hundred characters a line of five hundred characters a line of five hundred characters a line of five hundred characters a line of five hundred characters a line of five hundred characters a line of five hundred c",
        columns: [
          { field: "title", title: "\"\"\"" },
          { field: "japanese", title: "日本語" },
          { field: "arabic", title: "عربي" },
        ],
        searchable: true,
        filters: [],
        sortable: ["title", "japanese", "arabic"],
        sort: ["title"],
      },
      record: {
        title: "## heading",
        sections: [
          {
            title: "## heading",
            fields: [
              { field: "title", title: "Title" },
              { field: "japanese", title: "Japanese" },
              { field: "arabic", title: "Arabic" },
            ],
          },
        ],
        related: [],
      },
      create: {
        title: "<script>alert(1)</script>",
        sections: [
          {
            title: "<script>alert(1)</script>",
            fields: [
              { field: "title", title: "Title", required: true, minLength: 1, maxLength: 500 },
              { field: "japanese", title: "Japanese", maxLength: 80, default: "日本語のタイトル" },
              { field: "arabic", title: "Arabic", maxLength: 80, default: "نص عربي" },
            ],
          },
        ],
      },
      edit: {
        title: "{% now 'Y' %}",
        sections: [
          {
            title: "{% now 'Y' %}",
            fields: [
              { field: "title", title: "Title", required: true, minLength: 1, maxLength: 500 },
              { field: "japanese", title: "Japanese", maxLength: 80 },
              { field: "arabic", title: "Arabic", maxLength: 80 },
            ],
          },
        ],
      },
      deletable: true,
    },
  ],
};
