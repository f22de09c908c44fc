/** The app: its collections, their fields and pages. Written by dazzle from the app's .dsl files. */

import type { Model } from "@/model-types";

export const model: Model = {
  title: "Larger Dialect",
  description: "Who gets the news, and what the news was.",
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
      name: "Reader",
      path: "/readers",
      title: "Reader",
      plural: "Readers",
      key: "id",
      fields: {
        id: { title: "ID", kind: "text" },
        name: { title: "Name", kind: "text" },
        email: { title: "Email", kind: "email" },
        language: {
          title: "Language",
          kind: "choice",
          choices: [["english", "English"], ["german", "German"]],
        },
        letters: { title: "Letters", kind: "file" },
      },
      list: {
        title: "Readers",
        columns: [{ field: "name", title: "Name" }, { field: "email", title: "Email" }],
        searchable: true,
        filters: [{ field: "language", by: "is" }],
        sortable: ["name", "email"],
        sort: ["name"],
      },
      create: {
        title: "Subscribe",
        sections: [
          {
            title: "Subscribe",
            fields: [
              { field: "name", title: "Name", required: true, minLength: 1, maxLength: 120 },
              { field: "email", title: "Email", required: true, minLength: 1 },
              { field: "language", title: "Language", default: "english" },
              { field: "letters", title: "Letters" },
            ],
          },
        ],
      },
    },
    {
      name: "Issue",
      path: "/issues",
      title: "Issue",
      plural: "Issues",
      key: "id",
      fields: {
        id: { title: "ID", kind: "text" },
        title: { title: "Title", kind: "text" },
        text: { title: "Text", kind: "longText" },
        sent_at: { title: "Sent at", kind: "dateTime" },
        seen_until: { title: "Seen until", kind: "date" },
        deleted_at: { title: "Deleted at", kind: "dateTime" },
        deleted_by: { title: "Deleted by", kind: "reference" },
      },
      list: {
        title: "Issues",
        columns: [
          { field: "title", title: "Title" },
          { field: "text", title: "Text" },
          { field: "sent_at", title: "Sent at" },
          { field: "seen_until", title: "Seen until" },
        ],
        searchable: true,
        filters: [{ field: "sent_at", by: "range" }, { field: "seen_until", by: "range" }],
        sortable: ["title", "text", "sent_at", "seen_until"],
        sort: ["title"],
      },
      record: {
        title: "Issue",
        sections: [
          {
            title: "Issue",
            fields: [
              { field: "title", title: "Title" },
              { field: "text", title: "Text" },
              { field: "sent_at", title: "Sent at" },
              { field: "seen_until", title: "Seen until" },
            ],
          },
        ],
        related: [],
      },
      create: {
        title: "Write an issue",
        sections: [
          {
            title: "Write an issue",
            fields: [
              { field: "title", title: "Title", required: true, minLength: 1, maxLength: 200 },
              { field: "text", title: "Text" },
              { field: "sent_at", title: "Sent at" },
              {
                field: "seen_until",
                title: "Seen until",
                default: { moment: "today", plusSeconds: 1209600 },
              },
            ],
          },
        ],
      },
      deletable: true,
    },
  ],
};
