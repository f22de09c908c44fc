/** The app: its collections, their fields and pages. Written by dazzle from the app's .dsl files. */

import type { Model } from "@/model-types";

export const model: Model = {
  title: "Music School",
  description: "Lessons, instruments on loan, and a concert at the end of the year.",
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
      name: "Pupil",
      path: "/pupils",
      title: "Pupil",
      plural: "Pupils",
      key: "id",
      fields: {
        id: { title: "ID", kind: "text" },
        name: { title: "Name", kind: "text" },
        email: { title: "Email", kind: "email", nullable: true },
        level: {
          title: "Level",
          kind: "choice",
          choices: [["beginner", "Beginner"], ["advanced", "Advanced"], ["master", "Master class"]],
        },
        fee: { title: "Fee", kind: "decimal", places: 2 },
        active: { title: "Active", kind: "boolean" },
        notes: { title: "Notes", kind: "longText" },
        joined_at: { title: "Joined at", kind: "dateTime" },
        changed_at: { title: "Changed at", kind: "dateTime" },
      },
      list: {
        title: "Pupils",
        columns: [
          { field: "name", title: "Name" },
          { field: "email", title: "Email" },
          { field: "level", title: "Level" },
          { field: "fee", title: "Fee" },
          { field: "active", title: "Active" },
          { field: "notes", title: "Notes" },
          { field: "joined_at", title: "Joined at" },
          { field: "changed_at", title: "Changed at" },
        ],
        searchable: true,
        filters: [
          { field: "level", by: "is" },
          { field: "active", by: "is" },
          { field: "joined_at", by: "range" },
        ],
        sortable: ["name", "email", "level", "fee", "active", "notes", "joined_at", "changed_at"],
        sort: ["-joined_at"],
      },
      record: {
        title: "Pupil",
        sections: [
          {
            title: "Pupil",
            fields: [
              { field: "name", title: "Name" },
              { field: "email", title: "Email" },
              { field: "level", title: "Level" },
              { field: "fee", title: "Fee" },
              { field: "active", title: "Active" },
              { field: "notes", title: "Notes" },
              { field: "joined_at", title: "Joined at" },
              { field: "changed_at", title: "Changed at" },
            ],
          },
        ],
        related: [
          { collection: "Lesson", title: "Lessons", by: "pupil" },
          { collection: "Loan", title: "Loans", by: "pupil" },
        ],
      },
      create: {
        title: "New pupil",
        sections: [
          {
            title: "New pupil",
            fields: [
              { field: "name", title: "Name", required: true, minLength: 1, maxLength: 120 },
              { field: "email", title: "Email" },
              { field: "level", title: "Level", default: "beginner" },
              {
                field: "fee",
                title: "Fee",
                minimum: 0,
                pattern: "^-?[0-9]{1,6}(\\.[0-9]{0,2})?$",
                default: "45",
              },
              { field: "active", title: "Active", default: true },
              { field: "notes", title: "Notes" },
            ],
          },
        ],
      },
      edit: {
        title: "Edit the pupil",
        sections: [
          {
            title: "Edit the pupil",
            fields: [
              { field: "name", title: "Name", required: true, minLength: 1, maxLength: 120 },
              { field: "email", title: "Email" },
              { field: "level", title: "Level" },
              { field: "fee", title: "Fee", minimum: 0, pattern: "^-?[0-9]{1,6}(\\.[0-9]{0,2})?$" },
              { field: "active", title: "Active" },
              { field: "notes", title: "Notes" },
            ],
          },
        ],
      },
      deletable: true,
    },
    {
      name: "Teacher",
      path: "/teachers",
      title: "Teacher",
      plural: "Teachers",
      key: "id",
      fields: {
        id: { title: "ID", kind: "text" },
        name: { title: "Name", kind: "text" },
        room: { title: "Room", kind: "text" },
      },
      list: {
        title: "Teachers",
        columns: [{ field: "name", title: "Name" }, { field: "room", title: "Room" }],
        searchable: true,
        filters: [],
        sortable: ["name", "room"],
        sort: ["name"],
      },
      create: {
        title: "New teacher",
        sections: [
          {
            title: "New teacher",
            fields: [
              { field: "name", title: "Name", required: true, minLength: 1, maxLength: 120 },
              { field: "room", title: "Room", maxLength: 10 },
            ],
          },
        ],
      },
    },
    {
      name: "Lesson",
      path: "/lessons",
      title: "Lesson",
      plural: "Lessons",
      key: "id",
      fields: {
        id: { title: "ID", kind: "text" },
        title: { title: "Title", kind: "text" },
        pupil: { title: "Pupil", kind: "reference", target: "Pupil", offered: true },
        teacher: { title: "Teacher", kind: "reference", target: "Teacher", offered: true },
        priority: {
          title: "Priority",
          kind: "choice",
          choices: [["low", "Low"], ["medium", "Medium"], ["high", "High"]],
        },
        status: {
          title: "Status",
          kind: "choice",
          choices: [["planned", "Planned"], ["given", "Given"], ["missed", "Missed"]],
        },
        minutes: { title: "Minutes", kind: "integer" },
        starts_at: { title: "Starts at", kind: "dateTime" },
      },
      list: {
        title: "Lessons",
        columns: [
          { field: "title", title: "Title" },
          { field: "pupil", title: "Pupil" },
          { field: "teacher", title: "Teacher" },
          { field: "priority", title: "Priority" },
          { field: "status", title: "Status" },
          { field: "minutes", title: "Minutes" },
          { field: "starts_at", title: "Starts at" },
        ],
        searchable: true,
        filters: [
          { field: "pupil", by: "is" },
          { field: "teacher", by: "is" },
          { field: "priority", by: "is" },
          { field: "status", by: "is" },
          { field: "starts_at", by: "range" },
        ],
        sortable: ["title", "pupil", "teacher", "priority", "status", "minutes", "starts_at"],
        sort: ["title"],
      },
      create: {
        title: "Plan a lesson",
        sections: [
          {
            title: "Plan a lesson",
            fields: [
              { field: "title", title: "Title", required: true, minLength: 1, maxLength: 200 },
              { field: "pupil", title: "Pupil", required: true },
              { field: "teacher", title: "Teacher" },
              { field: "priority", title: "Priority", default: "medium" },
              { field: "status", title: "Status", default: "planned" },
              { field: "minutes", title: "Minutes", minimum: 15, maximum: 120, default: 30 },
              { field: "starts_at", title: "Starts at" },
            ],
          },
        ],
      },
    },
    {
      name: "Loan",
      path: "/loans",
      title: "Loan",
      plural: "Loans",
      key: "id",
      fields: {
        id: { title: "ID", kind: "text" },
        instrument: { title: "Instrument", kind: "text" },
        pupil: { title: "Pupil", kind: "reference", target: "Pupil", offered: true },
        since: { title: "Since", kind: "date" },
        back_by: { title: "Back by", kind: "date" },
      },
      list: {
        title: "Instruments on loan",
        columns: [
          { field: "instrument", title: "Instrument" },
          { field: "pupil", title: "Pupil" },
          { field: "since", title: "Since" },
          { field: "back_by", title: "Back by" },
        ],
        searchable: true,
        filters: [
          { field: "pupil", by: "is" },
          { field: "since", by: "range" },
          { field: "back_by", by: "range" },
        ],
        sortable: ["instrument", "pupil", "since", "back_by"],
        sort: ["instrument"],
      },
      create: {
        title: "Lend an instrument",
        sections: [
          {
            title: "Lend an instrument",
            fields: [
              {
                field: "instrument",
                title: "Instrument",
                required: true,
                minLength: 1,
                maxLength: 80,
              },
              { field: "pupil", title: "Pupil" },
              { field: "since", title: "Since", default: { moment: "today", plusSeconds: 0 } },
              {
                field: "back_by",
                title: "Back by",
                default: { moment: "today", plusSeconds: 7776000 },
              },
            ],
          },
        ],
      },
    },
  ],
};
