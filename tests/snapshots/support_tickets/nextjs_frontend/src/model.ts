/** The app: its collections, their fields and pages. Written by dazzle from the app's .dsl files. */

import type { Model } from "@/model-types";

export const model: Model = {
  title: "Support Tickets",
  description: "A help desk: what customers ask, who answers, and what was said on the way.",
  language: "en",
  colours: {
    brand: "#2f5d62",
    brandStrong: "#224346",
    onBrand: "#ffffff",
    inkOnLight: "#2f5d62",
    inkOnDark: "#599ca1",
  },
  signIn: { title: "Email" },
  collections: [
    {
      name: "User",
      path: "/users",
      title: "User",
      plural: "Users",
      key: "id",
      fields: {
        id: { title: "ID", kind: "text" },
        email: { title: "Email", kind: "email" },
        name: { title: "Name", kind: "text" },
        role: {
          title: "Role",
          kind: "choice",
          choices: [["customer", "Customer"], ["agent", "Agent"], ["manager", "Manager"]],
        },
        phone: { title: "Phone", kind: "text" },
        is_active: { title: "Is active", kind: "boolean" },
        joined_at: { title: "Joined at", kind: "dateTime" },
      },
      list: {
        title: "People",
        columns: [
          { field: "name", title: "Name" },
          { field: "email", title: "Email" },
          { field: "role", title: "Role" },
          { field: "is_active", title: "Active" },
        ],
        searchable: true,
        filters: [
          { field: "role", by: "is" },
          { field: "is_active", by: "is" },
          { field: "joined_at", by: "range" },
        ],
        sortable: ["name", "email", "role", "is_active", "joined_at"],
        sort: ["-joined_at"],
      },
      record: {
        title: "Person",
        sections: [
          {
            title: "Person",
            fields: [
              { field: "name", title: "Name" },
              { field: "email", title: "Email" },
              { field: "phone", title: "Phone" },
              { field: "role", title: "Role" },
              { field: "is_active", title: "Active" },
              { field: "joined_at", title: "Since" },
            ],
          },
        ],
        related: [
          { collection: "Ticket", title: "Tickets (reporter)", by: "reporter" },
          { collection: "Ticket", title: "Tickets (assignee)", by: "assignee" },
          { collection: "Comment", title: "Comments", by: "author" },
        ],
      },
      create: {
        title: "Add a person",
        sections: [
          {
            title: "Person",
            fields: [
              { field: "name", title: "Name", required: true, minLength: 1, maxLength: 120 },
              {
                field: "email",
                title: "Email",
                placeholder: "name@example.com",
                required: true,
                minLength: 1,
              },
              { field: "phone", title: "Phone", maxLength: 40 },
              { field: "role", title: "Role", default: "customer" },
            ],
          },
        ],
      },
      edit: {
        title: "Edit the person",
        sections: [
          {
            title: "Edit the person",
            fields: [
              { field: "email", title: "Email", required: true, minLength: 1 },
              { field: "name", title: "Name", required: true, minLength: 1, maxLength: 120 },
              { field: "role", title: "Role" },
              { field: "phone", title: "Phone", maxLength: 40 },
              { field: "is_active", title: "Is active" },
            ],
          },
        ],
      },
      deletable: true,
    },
    {
      name: "Ticket",
      path: "/tickets",
      title: "Ticket",
      plural: "Tickets",
      key: "number",
      fields: {
        number: { title: "Number", kind: "integer" },
        subject: { title: "Subject", kind: "text" },
        description: { title: "Description", kind: "longText" },
        status: {
          title: "Status",
          kind: "choice",
          choices: [
            ["open", "Open"],
            ["waiting", "Waiting for the customer"],
            ["solved", "Solved"],
            ["closed", "Closed"],
          ],
        },
        severity: {
          title: "Severity",
          kind: "choice",
          choices: [["low", "Low"], ["normal", "Normal"], ["high", "High"], ["urgent", "Urgent"]],
        },
        reporter: { title: "Reporter", kind: "reference", target: "User", offered: true },
        assignee: { title: "Assignee", kind: "reference", target: "User", offered: true },
        respond_by: { title: "Respond by", kind: "dateTime" },
        created_at: { title: "Created at", kind: "dateTime" },
        updated_at: { title: "Updated at", kind: "dateTime" },
      },
      list: {
        title: "Tickets",
        columns: [
          { field: "number", title: "No." },
          { field: "subject", title: "Subject" },
          { field: "status", title: "Status" },
          { field: "severity", title: "Severity" },
          { field: "reporter", title: "From" },
          { field: "assignee", title: "Assigned to" },
          { field: "respond_by", title: "Answer by" },
        ],
        searchable: true,
        filters: [
          { field: "status", by: "is" },
          { field: "severity", by: "is" },
          { field: "reporter", by: "is" },
          { field: "assignee", by: "is" },
          { field: "respond_by", by: "range" },
          { field: "created_at", by: "range" },
        ],
        sortable: [
          "number",
          "subject",
          "status",
          "severity",
          "reporter",
          "assignee",
          "respond_by",
          "created_at",
        ],
        sort: ["-created_at"],
      },
      record: {
        title: "Ticket",
        sections: [
          {
            title: "Ticket",
            fields: [
              { field: "subject", title: "Subject" },
              { field: "description", title: "What happened" },
              { field: "reporter", title: "From" },
              { field: "created_at", title: "Opened" },
            ],
          },
          {
            title: "Handling",
            fields: [
              { field: "status", title: "Status" },
              { field: "severity", title: "Severity" },
              { field: "assignee", title: "Assigned to" },
              { field: "respond_by", title: "Answer by" },
              { field: "updated_at", title: "Last changed" },
            ],
          },
        ],
        related: [{ collection: "Comment", title: "Comments", by: "ticket" }],
      },
      create: {
        title: "Open a ticket",
        sections: [
          {
            title: "What happened?",
            fields: [
              { field: "reporter", title: "Your name", required: true },
              {
                field: "subject",
                title: "Subject",
                placeholder: "The export is empty",
                required: true,
                minLength: 1,
                maxLength: 200,
              },
              {
                field: "description",
                title: "Description",
                help: "What you did, what you expected, and what you saw instead.",
                required: true,
                minLength: 1,
              },
              { field: "severity", title: "Severity", widget: "radio", default: "normal" },
            ],
          },
        ],
      },
      edit: {
        title: "Handle the ticket",
        sections: [
          {
            title: "Ticket",
            fields: [
              { field: "number", title: "No.", readOnly: true },
              { field: "subject", title: "Subject", required: true, minLength: 1, maxLength: 200 },
              { field: "description", title: "Description", readOnly: true },
            ],
          },
          {
            title: "Handling",
            fields: [
              { field: "status", title: "Status" },
              { field: "severity", title: "Severity" },
              { field: "assignee", title: "Assigned to" },
              { field: "respond_by", title: "Answer by" },
            ],
          },
        ],
      },
      deletable: true,
    },
    {
      name: "Comment",
      path: "/comments",
      title: "Comment",
      plural: "Comments",
      key: "id",
      fields: {
        id: { title: "ID", kind: "text" },
        ticket: { title: "Ticket", kind: "reference", target: "Ticket", offered: true },
        author: { title: "Author", kind: "reference", target: "User", offered: true },
        text: { title: "Text", kind: "longText" },
        is_internal: { title: "Is internal", kind: "boolean" },
        attachment: { title: "Attachment", kind: "file" },
        created_at: { title: "Created at", kind: "dateTime" },
      },
      list: {
        title: "Comments",
        columns: [
          { field: "ticket", title: "Ticket" },
          { field: "author", title: "Author" },
          { field: "text", title: "Comment" },
          { field: "is_internal", title: "Internal" },
          { field: "created_at", title: "Written" },
        ],
        searchable: true,
        filters: [
          { field: "ticket", by: "is" },
          { field: "author", by: "is" },
          { field: "is_internal", by: "is" },
          { field: "created_at", by: "range" },
        ],
        sortable: ["ticket", "author", "text", "is_internal", "created_at"],
        sort: ["-created_at"],
      },
      create: {
        title: "Write a comment",
        sections: [
          {
            title: "Comment",
            fields: [
              { field: "ticket", title: "Ticket", required: true },
              { field: "author", title: "Author", required: true },
              { field: "text", title: "Comment", required: true, minLength: 1 },
              { field: "attachment", title: "Attachment" },
              {
                field: "is_internal",
                title: "Internal",
                help: "Customers don't see internal comments.",
                default: false,
              },
            ],
          },
        ],
      },
    },
  ],
};
