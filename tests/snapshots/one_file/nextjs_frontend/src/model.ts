/** The app: its collections, their fields and pages. Written by dazzle from the app's .dsl files. */

import type { Model } from "@/model-types";

export const model: Model = {
  title: "One file",
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
      name: "Book",
      path: "/books",
      title: "Book",
      plural: "Books",
      key: "id",
      fields: {
        id: { title: "ID", kind: "text" },
        title: { title: "Title", kind: "text" },
        author: { title: "Author", kind: "text" },
        pages: { title: "Pages", kind: "integer" },
        finished_on: { title: "Finished on", kind: "date" },
      },
      list: {
        title: "Books",
        columns: [
          { field: "title", title: "Title" },
          { field: "author", title: "Author" },
          { field: "pages", title: "Pages" },
          { field: "finished_on", title: "Finished on" },
        ],
        searchable: true,
        filters: [{ field: "finished_on", by: "range" }],
        sortable: ["title", "author", "pages", "finished_on"],
        sort: ["title"],
      },
      record: {
        title: "Book",
        sections: [
          {
            title: "Book",
            fields: [
              { field: "title", title: "Title" },
              { field: "author", title: "Author" },
              { field: "pages", title: "Pages" },
              { field: "finished_on", title: "Finished on" },
            ],
          },
        ],
        related: [],
      },
      create: {
        title: "New book",
        sections: [
          {
            title: "New book",
            fields: [
              { field: "title", title: "Title", required: true, minLength: 1, maxLength: 255 },
              { field: "author", title: "Author", maxLength: 255 },
              { field: "pages", title: "Pages", minimum: 1 },
              { field: "finished_on", title: "Finished on" },
            ],
          },
        ],
      },
      edit: {
        title: "Edit book",
        sections: [
          {
            title: "Edit book",
            fields: [
              { field: "title", title: "Title", required: true, minLength: 1, maxLength: 255 },
              { field: "author", title: "Author", maxLength: 255 },
              { field: "pages", title: "Pages", minimum: 1 },
              { field: "finished_on", title: "Finished on" },
            ],
          },
        ],
      },
      deletable: true,
    },
  ],
};
