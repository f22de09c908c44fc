/** The app: its collections, their fields and pages. Written by dazzle from the app's .dsl files. */

import type { Model } from "@/model-types";

export const model: Model = {
  title: "City Trees",
  description: "Street trees, and the neighbours who look after them.\nAnyone may look; who waters or plants signs in.",
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
      name: "Tree",
      path: "/trees",
      title: "Tree",
      plural: "Trees",
      description: "A tree that stands, or stood, in a street.",
      key: "number",
      fields: {
        number: { title: "Number", kind: "text" },
        species: { title: "Species", kind: "reference", target: "Species", offered: true },
        street: { title: "Street", kind: "text" },
        district: {
          title: "District",
          kind: "choice",
          choices: [
            ["Old Town", "Old Town"],
            ["Harbour", "Harbour"],
            ["Hillside", "Hillside"],
            ["Riverbank", "Riverbank"],
          ],
        },
        planted_on: { title: "Planted on", kind: "date" },
        height_m: { title: "Height m", kind: "decimal", places: 1 },
        condition: {
          title: "Condition",
          kind: "choice",
          choices: [
            ["good", "Good"],
            ["thirsty", "Thirsty"],
            ["ailing", "Ailing"],
            ["felled", "Felled"],
          ],
        },
        caretaker: { title: "Caretaker", kind: "reference", target: "Volunteer", offered: true },
        photo: { title: "Photo", kind: "image" },
        is_protected: { title: "Is protected", kind: "boolean" },
        recorded_by: { title: "Recorded by", kind: "reference" },
        recorded_at: { title: "Recorded at", kind: "dateTime" },
      },
      list: {
        title: "Trees",
        columns: [
          { field: "number", title: "Plate" },
          { field: "species", title: "Species" },
          { field: "street", title: "Street" },
          { field: "district", title: "District" },
          { field: "condition", title: "Condition" },
          { field: "caretaker", title: "Looked after by" },
        ],
        searchable: true,
        filters: [
          { field: "species", by: "is" },
          { field: "district", by: "is" },
          { field: "planted_on", by: "range" },
          { field: "condition", by: "is" },
          { field: "caretaker", by: "is" },
          { field: "is_protected", by: "is" },
          { field: "recorded_by", by: "is" },
          { field: "recorded_at", by: "range" },
        ],
        sortable: [
          "number",
          "species",
          "street",
          "district",
          "condition",
          "caretaker",
          "recorded_at",
        ],
        sort: ["-recorded_at"],
      },
      record: {
        title: "Tree",
        sections: [
          {
            title: "Tree",
            fields: [
              { field: "number", title: "Plate" },
              { field: "species", title: "Species" },
              { field: "photo", title: "Photo" },
              { field: "planted_on", title: "Planted" },
              { field: "height_m", title: "Height (m)" },
              { field: "condition", title: "Condition" },
              { field: "is_protected", title: "Protected" },
            ],
          },
          {
            title: "Where it stands",
            fields: [
              { field: "street", title: "Street" },
              { field: "district", title: "District" },
            ],
          },
          {
            title: "Care",
            fields: [
              { field: "caretaker", title: "Looked after by" },
              { field: "recorded_by", title: "Recorded by" },
              { field: "recorded_at", title: "Recorded" },
            ],
          },
        ],
        related: [{ collection: "Visit", title: "Visits", by: "tree" }],
      },
      create: {
        title: "Record a tree",
        sections: [
          {
            title: "Tree",
            fields: [
              {
                field: "number",
                title: "Plate",
                help: "As on the trunk.",
                placeholder: "oak-0417",
                required: true,
                minLength: 1,
                pattern: "^[-a-zA-Z0-9_]+$",
              },
              { field: "species", title: "Species", required: true },
              {
                field: "planted_on",
                title: "Planted",
                default: { moment: "today", plusSeconds: 0 },
              },
              {
                field: "height_m",
                title: "Height (m)",
                minimum: 0,
                maximum: 60,
                pattern: "^-?[0-9]{1,3}(\\.[0-9]{0,1})?$",
              },
              { field: "condition", title: "Condition", default: "good" },
              { field: "is_protected", title: "Protected", default: false },
              { field: "photo", title: "Photo" },
            ],
          },
          {
            title: "Where it stands",
            fields: [
              { field: "street", title: "Street", required: true, minLength: 1, maxLength: 120 },
              { field: "district", title: "District", widget: "radio", required: true },
            ],
          },
          { title: "Care", fields: [{ field: "caretaker", title: "Looked after by" }] },
        ],
      },
      edit: {
        title: "Edit the tree",
        sections: [
          {
            title: "Tree",
            fields: [
              { field: "number", title: "Plate", readOnly: true },
              {
                field: "height_m",
                title: "Height (m)",
                minimum: 0,
                maximum: 60,
                pattern: "^-?[0-9]{1,3}(\\.[0-9]{0,1})?$",
              },
              { field: "condition", title: "Condition" },
              { field: "is_protected", title: "Protected" },
              { field: "photo", title: "Photo" },
            ],
          },
          { title: "Care", fields: [{ field: "caretaker", title: "Looked after by" }] },
        ],
      },
      deletable: true,
    },
    {
      name: "Species",
      path: "/species",
      title: "Species",
      plural: "Species",
      key: "id",
      fields: {
        id: { title: "ID", kind: "text" },
        name: { title: "Name", kind: "text" },
        latin_name: { title: "Latin name", kind: "text" },
        litres_per_week: { title: "Litres per week", kind: "integer" },
        is_native: { title: "Is native", kind: "boolean" },
        about: { title: "About", kind: "url" },
        notes: { title: "Notes", kind: "longText" },
      },
      list: {
        title: "Species",
        columns: [
          { field: "name", title: "Name" },
          { field: "latin_name", title: "Latin name" },
          { field: "litres_per_week", title: "Litres a week" },
          { field: "is_native", title: "Native" },
        ],
        searchable: true,
        filters: [{ field: "is_native", by: "is" }],
        sortable: ["name", "latin_name", "litres_per_week", "is_native"],
        sort: ["name"],
      },
      record: {
        title: "Species",
        sections: [
          {
            title: "Species",
            fields: [
              { field: "name", title: "Name" },
              { field: "latin_name", title: "Latin name" },
              { field: "litres_per_week", title: "Litres per week" },
              { field: "is_native", title: "Is native" },
              { field: "about", title: "About" },
              { field: "notes", title: "Notes" },
            ],
          },
        ],
        related: [{ collection: "Tree", title: "Trees", by: "species" }],
      },
      create: {
        title: "Add a species",
        sections: [
          {
            title: "Species",
            fields: [
              {
                field: "name",
                title: "Name",
                placeholder: "Small-leaved lime",
                required: true,
                minLength: 1,
                maxLength: 80,
              },
              {
                field: "latin_name",
                title: "Latin name",
                placeholder: "Tilia cordata",
                required: true,
                minLength: 1,
                maxLength: 120,
                pattern: "^[A-Z][a-z]+ [a-z× -]+$",
              },
              {
                field: "litres_per_week",
                title: "Litres a week",
                help: "What a young tree needs in a dry summer.",
                minimum: 0,
                default: 60,
              },
              { field: "is_native", title: "Native", default: false },
              { field: "about", title: "More about it", placeholder: "https://…" },
              { field: "notes", title: "Notes", widget: "textarea" },
            ],
          },
        ],
      },
      edit: {
        title: "Edit the species",
        sections: [
          {
            title: "Edit the species",
            fields: [
              { field: "name", title: "Name", required: true, minLength: 1, maxLength: 80 },
              {
                field: "latin_name",
                title: "Latin name",
                required: true,
                minLength: 1,
                maxLength: 120,
                pattern: "^[A-Z][a-z]+ [a-z× -]+$",
              },
              { field: "litres_per_week", title: "Litres per week", minimum: 0 },
              { field: "is_native", title: "Is native" },
              { field: "about", title: "About" },
              { field: "notes", title: "Notes" },
            ],
          },
        ],
      },
      deletable: true,
    },
    {
      name: "Volunteer",
      path: "/volunteers",
      title: "Volunteer",
      plural: "Volunteers",
      key: "id",
      fields: {
        id: { title: "ID", kind: "text" },
        name: { title: "Name", kind: "text" },
        email: { title: "Email", kind: "email", nullable: true },
        phone: { title: "Phone", kind: "text" },
        district: { title: "District", kind: "text" },
        has_keys: { title: "Has keys", kind: "boolean" },
        since: { title: "Since", kind: "date" },
      },
      list: {
        title: "Volunteers",
        columns: [
          { field: "name", title: "Name" },
          { field: "district", title: "District" },
          { field: "has_keys", title: "Has keys" },
          { field: "phone", title: "Phone" },
        ],
        searchable: true,
        filters: [{ field: "has_keys", by: "is" }, { field: "since", by: "range" }],
        sortable: ["name", "district", "has_keys"],
        sort: ["name"],
      },
      record: {
        title: "Volunteer",
        sections: [
          {
            title: "Volunteer",
            fields: [
              { field: "name", title: "Name" },
              { field: "email", title: "Email" },
              { field: "phone", title: "Phone" },
              { field: "district", title: "District" },
              { field: "has_keys", title: "Has keys" },
              { field: "since", title: "Since" },
            ],
          },
        ],
        related: [
          { collection: "Tree", title: "Trees", by: "caretaker" },
          { collection: "Visit", title: "Visits", by: "volunteer" },
        ],
      },
      create: {
        title: "Join",
        sections: [
          {
            title: "About you",
            fields: [
              { field: "name", title: "Name", required: true, minLength: 1, maxLength: 120 },
              { field: "email", title: "Email" },
              {
                field: "phone",
                title: "Phone",
                help: "Only the coordinators see it.",
                maxLength: 40,
              },
              { field: "district", title: "District", maxLength: 60 },
            ],
          },
        ],
      },
      edit: {
        title: "Edit the volunteer",
        sections: [
          {
            title: "Edit the volunteer",
            fields: [
              { field: "name", title: "Name", required: true, minLength: 1, maxLength: 120 },
              { field: "email", title: "Email" },
              { field: "phone", title: "Phone", maxLength: 40 },
              { field: "district", title: "District", maxLength: 60 },
              { field: "has_keys", title: "Has keys" },
              { field: "since", title: "Since" },
            ],
          },
        ],
      },
      deletable: true,
    },
    {
      name: "Visit",
      path: "/visits",
      title: "Visit",
      plural: "Visits",
      key: "id",
      fields: {
        id: { title: "ID", kind: "text" },
        tree: { title: "Tree", kind: "reference", target: "Tree", offered: true },
        volunteer: { title: "Volunteer", kind: "reference", target: "Volunteer", offered: true },
        visited_on: { title: "Visited on", kind: "date" },
        started_at: { title: "Started at", kind: "time" },
        minutes: { title: "Minutes", kind: "integer" },
        litres: { title: "Litres", kind: "number" },
        found: {
          title: "Found",
          kind: "choice",
          choices: [
            ["good", "Good"],
            ["thirsty", "Thirsty"],
            ["ailing", "Ailing"],
            ["felled", "Felled"],
          ],
        },
        remarks: { title: "Remarks", kind: "longText" },
        recorded_at: { title: "Recorded at", kind: "dateTime" },
      },
      list: {
        title: "Visits",
        columns: [
          { field: "visited_on", title: "Day" },
          { field: "tree", title: "Tree" },
          { field: "volunteer", title: "Volunteer" },
          { field: "litres", title: "Litres" },
          { field: "found", title: "Found it" },
        ],
        searchable: true,
        filters: [
          { field: "tree", by: "is" },
          { field: "volunteer", by: "is" },
          { field: "visited_on", by: "range" },
          { field: "found", by: "is" },
          { field: "recorded_at", by: "range" },
        ],
        sortable: ["visited_on", "tree", "volunteer", "litres", "found", "recorded_at"],
        sort: ["-recorded_at"],
      },
      record: {
        title: "Visit",
        sections: [
          {
            title: "Visit",
            fields: [
              { field: "tree", title: "Tree" },
              { field: "volunteer", title: "Volunteer" },
              { field: "visited_on", title: "Visited on" },
              { field: "started_at", title: "Started at" },
              { field: "minutes", title: "Minutes" },
              { field: "litres", title: "Litres" },
              { field: "found", title: "Found" },
              { field: "remarks", title: "Remarks" },
              { field: "recorded_at", title: "Recorded at" },
            ],
          },
        ],
        related: [],
      },
      create: {
        title: "Record a visit",
        sections: [
          {
            title: "Visit",
            fields: [
              {
                field: "tree",
                title: "Tree",
                required: true,
                minLength: 1,
                pattern: "^[-a-zA-Z0-9_]+$",
              },
              { field: "volunteer", title: "Volunteer", required: true },
              {
                field: "visited_on",
                title: "Day",
                required: true,
                default: { moment: "today", plusSeconds: 0 },
              },
              {
                field: "started_at",
                title: "From",
                pattern: "^[0-2][0-9]:[0-5][0-9](:[0-5][0-9](\\.[0-9]+)?)?$",
              },
              { field: "minutes", title: "Minutes", minimum: 1, maximum: 480, default: 30 },
              { field: "litres", title: "Litres of water", minimum: 0 },
            ],
          },
          {
            title: "How is it doing?",
            fields: [
              { field: "found", title: "Condition" },
              { field: "remarks", title: "Remarks" },
            ],
          },
        ],
      },
      deletable: true,
    },
  ],
};
