/** The app: its collections, their fields and pages. Written by dazzle from the app's .dsl files. */

import type { Model } from "@/model-types";

export const model: Model = {
  title: "Personnel",
  description: "Contracts, time off and reviews, each seen by those whom it concerns.",
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
      name: "Employer",
      path: "/employers",
      title: "Employer",
      plural: "Employers",
      key: "id",
      fields: {
        id: { title: "ID", kind: "text" },
        name: { title: "Name", kind: "text" },
        town: { title: "Town", kind: "text" },
      },
      list: {
        title: "Employers",
        columns: [{ field: "name", title: "Name" }, { field: "town", title: "Town" }],
        searchable: true,
        filters: [],
        sortable: ["name", "town"],
        sort: ["name"],
      },
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
          choices: [["employee", "Employee"], ["lead", "Team lead"], ["hr", "Human resources"]],
        },
        employer: { title: "Employer", kind: "reference", target: "Employer" },
        lead: { title: "Reports to", kind: "reference", target: "User", offered: true },
        desk: { title: "Desk", kind: "text" },
      },
      list: {
        title: "People",
        columns: [
          { field: "name", title: "Name" },
          { field: "role", title: "Role" },
          { field: "lead", title: "Reports to" },
          { field: "desk", title: "Desk" },
        ],
        searchable: true,
        filters: [{ field: "role", by: "is" }, { field: "lead", by: "is" }],
        sortable: ["name", "role", "lead", "desk"],
        sort: ["name"],
      },
      record: {
        title: "Person",
        sections: [
          {
            title: "Person",
            fields: [
              { field: "email", title: "Email" },
              { field: "name", title: "Name" },
              { field: "role", title: "Role" },
              { field: "employer", title: "Employer" },
              { field: "lead", title: "Reports to" },
              { field: "desk", title: "Desk" },
            ],
          },
        ],
        related: [
          { collection: "User", title: "People (Reports to)", by: "lead" },
          { collection: "Contract", title: "Contracts", by: "person" },
          { collection: "Absence", title: "Time off", by: "person" },
          { collection: "Review", title: "Reviews (person)", by: "person" },
          { collection: "Review", title: "Reviews (held by)", by: "held_by" },
        ],
      },
      create: {
        title: "New person",
        sections: [
          {
            title: "New person",
            fields: [
              { field: "email", title: "Email", required: true, minLength: 1 },
              { field: "name", title: "Name", required: true, minLength: 1, maxLength: 120 },
              { field: "role", title: "Role", default: "employee" },
              { field: "lead", title: "Reports to" },
              { field: "desk", title: "Desk", maxLength: 20 },
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
              { field: "employer", title: "Employer", readOnly: true },
              { field: "lead", title: "Reports to" },
              { field: "desk", title: "Desk", maxLength: 20 },
            ],
          },
        ],
      },
      deletable: true,
    },
    {
      name: "Contract",
      path: "/contracts",
      title: "Contract",
      plural: "Contracts",
      key: "id",
      fields: {
        id: { title: "ID", kind: "text" },
        employer: { title: "Employer", kind: "reference", target: "Employer" },
        person: { title: "Person", kind: "reference", target: "User", offered: true },
        job: { title: "Job", kind: "text" },
        salary: { title: "Salary, a year", kind: "money", currency: "EUR" },
        hours: { title: "Hours a week", kind: "decimal", places: 1 },
        starts: { title: "Starts", kind: "date" },
        ends: { title: "Ends", kind: "date" },
        hourly: { title: "Pay, an hour", kind: "number" },
      },
      list: {
        title: "Contracts",
        columns: [
          { field: "person", title: "Person" },
          { field: "job", title: "Job" },
          { field: "salary", title: "Salary, a year" },
          { field: "hours", title: "Hours a week" },
          { field: "hourly", title: "Pay, an hour" },
          { field: "starts", title: "Starts" },
          { field: "ends", title: "Ends" },
        ],
        searchable: true,
        filters: [
          { field: "employer", by: "is" },
          { field: "person", by: "is" },
          { field: "starts", by: "range" },
          { field: "ends", by: "range" },
        ],
        sortable: ["person", "job", "salary", "hours", "hourly", "starts", "ends"],
        sort: ["-starts"],
      },
      record: {
        title: "Contract",
        sections: [
          {
            title: "Contract",
            fields: [
              { field: "person", title: "Person" },
              { field: "job", title: "Job" },
              { field: "salary", title: "Salary, a year" },
              { field: "hours", title: "Hours a week" },
              { field: "hourly", title: "Pay, an hour" },
              { field: "starts", title: "From" },
              { field: "ends", title: "Until" },
            ],
          },
        ],
        related: [],
      },
      create: {
        title: "New contract",
        sections: [
          {
            title: "New contract",
            fields: [
              { field: "person", title: "Person", required: true },
              { field: "job", title: "Job", required: true, minLength: 1, maxLength: 120 },
              {
                field: "salary",
                title: "Salary, a year",
                required: true,
                minimum: 0,
                pattern: "^-?[0-9]{1,10}(\\.[0-9]{0,2})?$",
              },
              {
                field: "hours",
                title: "Hours a week",
                minimum: 1,
                maximum: 60,
                pattern: "^-?[0-9]{1,3}(\\.[0-9]{0,1})?$",
                default: "40",
              },
              { field: "starts", title: "Starts", required: true },
              { field: "ends", title: "Ends" },
            ],
          },
        ],
      },
      edit: {
        title: "Edit the contract",
        sections: [
          {
            title: "Edit the contract",
            fields: [
              { field: "employer", title: "Employer", readOnly: true },
              { field: "person", title: "Person", required: true },
              { field: "job", title: "Job", required: true, minLength: 1, maxLength: 120 },
              {
                field: "salary",
                title: "Salary, a year",
                required: true,
                minimum: 0,
                pattern: "^-?[0-9]{1,10}(\\.[0-9]{0,2})?$",
              },
              {
                field: "hours",
                title: "Hours a week",
                minimum: 1,
                maximum: 60,
                pattern: "^-?[0-9]{1,3}(\\.[0-9]{0,1})?$",
              },
              { field: "starts", title: "Starts", required: true },
              { field: "ends", title: "Ends" },
            ],
          },
        ],
      },
      deletable: true,
    },
    {
      name: "Absence",
      path: "/time-off",
      title: "Time off",
      plural: "Time off",
      key: "id",
      fields: {
        id: { title: "ID", kind: "text" },
        employer: { title: "Employer", kind: "reference", target: "Employer" },
        person: { title: "Person", kind: "reference", target: "User" },
        kind: {
          title: "Kind",
          kind: "choice",
          choices: [["holiday", "Holiday"], ["illness", "Illness"], ["training", "Training"]],
        },
        starts: { title: "Starts", kind: "date" },
        ends: { title: "Ends", kind: "date" },
        state: {
          title: "State",
          kind: "choice",
          choices: [
            ["asked", "Asked for"],
            ["granted", "Granted"],
            ["refused", "Refused"],
            ["withdrawn", "Withdrawn"],
          ],
        },
        reason: { title: "Reason", kind: "longText" },
      },
      list: {
        title: "Time off",
        columns: [
          { field: "person", title: "Person" },
          { field: "kind", title: "Kind" },
          { field: "starts", title: "Starts" },
          { field: "ends", title: "Ends" },
          { field: "state", title: "State" },
        ],
        filters: [
          { field: "kind", by: "is" },
          { field: "state", by: "is" },
          { field: "person", by: "is" },
        ],
        sortable: ["person", "kind", "starts", "ends", "state"],
        sort: ["-starts"],
      },
      record: {
        title: "Time off",
        sections: [
          {
            title: "Time off",
            fields: [
              { field: "employer", title: "Employer" },
              { field: "person", title: "Person" },
              { field: "kind", title: "Kind" },
              { field: "starts", title: "Starts" },
              { field: "ends", title: "Ends" },
              { field: "state", title: "State" },
              { field: "reason", title: "Reason" },
            ],
          },
        ],
        related: [],
      },
      create: {
        title: "Ask for time off",
        sections: [
          {
            title: "When?",
            fields: [
              { field: "kind", title: "Kind", default: "holiday" },
              { field: "starts", title: "First day", required: true },
              { field: "ends", title: "Last day", required: true },
              { field: "reason", title: "Reason" },
            ],
          },
        ],
      },
      deletable: true,
      transitions: true,
    },
    {
      name: "Review",
      path: "/reviews",
      title: "Review",
      plural: "Reviews",
      key: "id",
      fields: {
        id: { title: "ID", kind: "text" },
        employer: { title: "Employer", kind: "reference", target: "Employer" },
        person: { title: "Person", kind: "reference", target: "User", offered: true },
        held_by: { title: "Held by", kind: "reference", target: "User" },
        held_on: { title: "Held on", kind: "date" },
        rating: { title: "Rating", kind: "integer" },
        text: { title: "Text", kind: "longText" },
        is_shared: { title: "Shown to the person", kind: "boolean" },
      },
      list: {
        title: "Reviews",
        columns: [
          { field: "person", title: "Person" },
          { field: "held_by", title: "Held by" },
          { field: "held_on", title: "Held on" },
          { field: "rating", title: "Rating" },
          { field: "is_shared", title: "Shown to the person" },
        ],
        searchable: true,
        filters: [
          { field: "employer", by: "is" },
          { field: "person", by: "is" },
          { field: "held_by", by: "is" },
          { field: "held_on", by: "range" },
          { field: "is_shared", by: "is" },
        ],
        sortable: ["person", "held_by", "held_on", "rating", "is_shared"],
        sort: ["-held_on"],
      },
      record: {
        title: "Review",
        sections: [
          {
            title: "Review",
            fields: [
              { field: "employer", title: "Employer" },
              { field: "person", title: "Person" },
              { field: "held_by", title: "Held by" },
              { field: "held_on", title: "Held on" },
              { field: "rating", title: "Rating" },
              { field: "text", title: "Text" },
              { field: "is_shared", title: "Shown to the person" },
            ],
          },
        ],
        related: [],
      },
      create: {
        title: "New review",
        sections: [
          {
            title: "Review",
            fields: [
              { field: "person", title: "Person", required: true },
              { field: "held_on", title: "Held on", default: { moment: "today", plusSeconds: 0 } },
              { field: "rating", title: "Rating", minimum: 1, maximum: 5 },
              { field: "text", title: "What was said", required: true, minLength: 1 },
              { field: "is_shared", title: "Shown to the person", default: false },
            ],
          },
        ],
      },
      edit: {
        title: "Edit the review",
        sections: [
          {
            title: "Review",
            fields: [
              { field: "rating", title: "Rating", minimum: 1, maximum: 5 },
              { field: "text", title: "What was said", required: true, minLength: 1 },
              { field: "is_shared", title: "Shown to the person" },
            ],
          },
        ],
      },
      deletable: true,
    },
  ],
};
