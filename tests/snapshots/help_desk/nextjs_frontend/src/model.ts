/** The app: its collections, their fields and pages. Written by dazzle from the app's .dsl files. */

import type { Model } from "@/model-types";

export const model: Model = {
  title: "Help Desk",
  description: "What customers ask, who answers, and what stays among those who answer.",
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
      name: "Ticket",
      path: "/tickets",
      title: "Ticket",
      plural: "Tickets",
      key: "number",
      fields: {
        removed_at: { title: "Removed at", kind: "dateTime" },
        removed_by: { title: "Removed by", kind: "reference", target: "User" },
        number: { title: "Number", kind: "integer" },
        subject: { title: "Subject", kind: "text" },
        description: { title: "What happened", kind: "longText" },
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
        priority: {
          title: "Priority",
          kind: "choice",
          choices: [["low", "Low"], ["normal", "Normal"], ["high", "High"], ["urgent", "Urgent"]],
        },
        reporter: { title: "From", kind: "reference", target: "User", offered: true },
        assignee: { title: "Assigned to", kind: "reference", target: "User", offered: true },
        callback: { title: "Call back at", kind: "text" },
        solution: { title: "What helped", kind: "longText" },
        minutes: { title: "Minutes spent", kind: "integer" },
        opened_at: { title: "Opened", kind: "dateTime" },
        answer_by: { title: "Answer by", kind: "dateTime" },
        late: { title: "Late", kind: "boolean" },
      },
      list: {
        title: "Tickets",
        purpose: "What is to be answered next?",
        columns: [
          { field: "number", title: "Number" },
          { field: "subject", title: "Subject" },
          { field: "status", title: "Status" },
          { field: "priority", title: "Priority" },
          { field: "reporter", title: "From" },
          { field: "assignee", title: "Assigned to" },
          { field: "answer_by", title: "Answer by" },
          { field: "late", title: "Late" },
        ],
        searchable: true,
        filters: [
          { field: "status", by: "is" },
          { field: "priority", by: "is" },
          { field: "assignee", by: "is" },
          { field: "late", by: "is" },
        ],
        sortable: [
          "number",
          "subject",
          "status",
          "priority",
          "reporter",
          "assignee",
          "answer_by",
          "late",
        ],
        sort: ["status", "-priority", "answer_by"],
        empty: "Nobody has asked anything.",
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
              { field: "callback", title: "Call back at" },
              { field: "opened_at", title: "Opened" },
              { field: "status", title: "Status" },
              { field: "solution", title: "What helped" },
            ],
          },
          {
            title: "Handling",
            fields: [
              { field: "priority", title: "Priority" },
              { field: "assignee", title: "Assigned to" },
              { field: "answer_by", title: "Answer by" },
              { field: "late", title: "Late" },
              { field: "minutes", title: "Minutes spent" },
            ],
          },
        ],
        related: [{ collection: "Comment", title: "Comments", by: "ticket" }],
      },
      create: {
        title: "Write down a call",
        sections: [
          {
            title: "Who called, and why?",
            fields: [
              { field: "reporter", title: "From", required: true },
              {
                field: "callback",
                title: "Call back at",
                help: "Only those who handle the ticket see it.",
                maxLength: 40,
              },
              { field: "subject", title: "Subject", required: true, minLength: 1, maxLength: 200 },
              { field: "description", title: "What happened", required: true, minLength: 1 },
              { field: "priority", title: "Priority", widget: "radio", default: "normal" },
              { field: "assignee", title: "Assigned to" },
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
              { field: "subject", title: "Subject", required: true, minLength: 1, maxLength: 200 },
              { field: "description", title: "What happened", readOnly: true },
              {
                field: "callback",
                title: "Call back at",
                help: "Only those who handle the ticket see it.",
                maxLength: 40,
              },
            ],
          },
          {
            title: "Handling",
            fields: [
              { field: "status", title: "Status" },
              { field: "priority", title: "Priority" },
              { field: "assignee", title: "Assigned to" },
              { field: "answer_by", title: "Answer by" },
              { field: "solution", title: "What helped" },
              { field: "minutes", title: "Minutes spent", minimum: 0 },
            ],
          },
        ],
      },
      deletable: true,
      transitions: true,
    },
    {
      name: "Comment",
      path: "/comments",
      title: "Comment",
      plural: "Comments",
      key: "id",
      fields: {
        id: { title: "ID", kind: "text" },
        removed_at: { title: "Removed at", kind: "dateTime" },
        removed_by: { title: "Removed by", kind: "reference", target: "User" },
        ticket: { title: "Ticket", kind: "reference", target: "Ticket", offered: true },
        author: { title: "Author", kind: "reference", target: "User" },
        text: { title: "Text", kind: "longText" },
        is_internal: { title: "Internal", kind: "boolean" },
        written_at: { title: "Written", kind: "dateTime" },
      },
      list: {
        title: "Comments",
        columns: [
          { field: "written_at", title: "Written" },
          { field: "author", title: "Author" },
          { field: "text", title: "Text" },
          { field: "is_internal", title: "Internal" },
          { field: "ticket", title: "Ticket" },
        ],
        searchable: true,
        filters: [
          { field: "ticket", by: "is" },
          { field: "author", by: "is" },
          { field: "is_internal", by: "is" },
        ],
        sortable: ["written_at", "author", "text", "is_internal", "ticket"],
        sort: ["written_at"],
      },
      record: {
        title: "Comment",
        sections: [
          {
            title: "Comment",
            fields: [
              { field: "ticket", title: "Ticket" },
              { field: "author", title: "Author" },
              { field: "written_at", title: "Written" },
              { field: "text", title: "Text" },
              { field: "is_internal", title: "Internal" },
            ],
          },
        ],
        related: [],
      },
      create: {
        title: "Write a comment",
        sections: [
          {
            title: "Comment",
            fields: [
              { field: "ticket", title: "Ticket", required: true },
              { field: "text", title: "Text", required: true, minLength: 1 },
              {
                field: "is_internal",
                title: "Internal",
                help: "Customers never see what is internal.",
                default: false,
              },
            ],
          },
        ],
      },
      edit: {
        title: "Correct the comment",
        sections: [
          {
            title: "Comment",
            fields: [{ field: "text", title: "Text", required: true, minLength: 1 }],
          },
        ],
      },
      deletable: true,
    },
    {
      name: "User",
      path: "/people",
      title: "Person",
      plural: "People",
      key: "id",
      fields: {
        id: { title: "ID", kind: "text" },
        email: { title: "Email", kind: "email" },
        name: { title: "Name", kind: "text" },
        role: {
          title: "Role",
          kind: "choice",
          choices: [["customer", "Customer"], ["agent", "Agent"], ["lead", "Lead"]],
        },
      },
      list: {
        title: "People",
        columns: [
          { field: "name", title: "Name" },
          { field: "email", title: "Email" },
          { field: "role", title: "Role" },
        ],
        searchable: true,
        filters: [{ field: "role", by: "is" }],
        sortable: ["name", "email", "role"],
        sort: ["name"],
      },
      record: {
        title: "Person",
        sections: [
          {
            title: "Person",
            fields: [
              { field: "name", title: "Name" },
              { field: "email", title: "Email" },
              { field: "role", title: "Role" },
            ],
          },
        ],
        related: [
          { collection: "Ticket", title: "Tickets (Assigned to)", by: "assignee" },
          { collection: "Comment", title: "Comments (author)", by: "author" },
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
              { field: "role", title: "Role", required: true, default: "customer" },
            ],
          },
        ],
      },
      edit: {
        title: "Edit the person",
        sections: [
          {
            title: "Person",
            fields: [
              { field: "name", title: "Name", required: true, minLength: 1, maxLength: 120 },
              { field: "email", title: "Email", required: true, minLength: 1 },
              { field: "role", title: "Role", required: true },
            ],
          },
        ],
      },
      deletable: true,
    },
  ],
};
