/** The app: its collections, their fields and pages. Written by dazzle from the app's .dsl files. */

import type { Model } from "@/model-types";

export const model: Model = {
  title: "Simple Task",
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
      name: "Task",
      path: "/tasks",
      title: "Task",
      plural: "Tasks",
      key: "id",
      fields: {
        id: { title: "ID", kind: "text" },
        title: { title: "Title", kind: "text" },
        description: { title: "Description", kind: "longText" },
        status: {
          title: "Status",
          kind: "choice",
          choices: [["todo", "To do"], ["in_progress", "In progress"], ["done", "Done"]],
        },
        priority: {
          title: "Priority",
          kind: "choice",
          choices: [["low", "Low"], ["medium", "Medium"], ["high", "High"]],
        },
        due_date: { title: "Due date", kind: "date" },
        completed: { title: "Completed", kind: "boolean" },
        created_at: { title: "Created at", kind: "dateTime" },
        updated_at: { title: "Updated at", kind: "dateTime" },
      },
      list: {
        title: "Tasks",
        columns: [
          { field: "title", title: "Title" },
          { field: "status", title: "Status" },
          { field: "priority", title: "Priority" },
          { field: "due_date", title: "Due" },
          { field: "completed", title: "Done" },
        ],
        searchable: true,
        filters: [
          { field: "status", by: "is" },
          { field: "priority", by: "is" },
          { field: "due_date", by: "range" },
          { field: "completed", by: "is" },
          { field: "created_at", by: "range" },
        ],
        sortable: ["title", "status", "priority", "due_date", "completed", "created_at"],
        sort: ["-created_at"],
      },
      record: {
        title: "Task",
        sections: [
          {
            title: "Task",
            fields: [
              { field: "title", title: "Title" },
              { field: "description", title: "Description" },
              { field: "status", title: "Status" },
              { field: "priority", title: "Priority" },
              { field: "due_date", title: "Due" },
              { field: "completed", title: "Done" },
            ],
          },
          {
            title: "History",
            fields: [
              { field: "created_at", title: "Added" },
              { field: "updated_at", title: "Last changed" },
            ],
          },
        ],
        related: [],
      },
      create: {
        title: "Add a task",
        sections: [
          {
            title: "What is to be done?",
            fields: [
              {
                field: "title",
                title: "Title",
                placeholder: "Water the plants",
                required: true,
                minLength: 1,
                maxLength: 200,
              },
              {
                field: "description",
                title: "Description",
                help: "Whatever one should know before starting.",
              },
            ],
          },
          {
            title: "Planning",
            fields: [
              { field: "priority", title: "Priority", default: "medium" },
              { field: "due_date", title: "Due" },
            ],
          },
        ],
      },
      edit: {
        title: "Edit the task",
        sections: [
          {
            title: "Task",
            fields: [
              { field: "title", title: "Title", required: true, minLength: 1, maxLength: 200 },
              { field: "description", title: "Description" },
              { field: "status", title: "Status" },
              { field: "priority", title: "Priority", widget: "radio" },
              { field: "due_date", title: "Due" },
              { field: "completed", title: "Done", help: "Tick when there is nothing left to do." },
            ],
          },
        ],
      },
      deletable: true,
    },
  ],
};
