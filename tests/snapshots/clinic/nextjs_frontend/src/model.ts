/** The app: its collections, their fields and pages. Written by dazzle from the app's .dsl files. */

import type { Model } from "@/model-types";

export const model: Model = {
  title: "Clinic",
  description: "Appointments from the telephone to the invoice, and findings that stay with the doctors.",
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
      name: "Doctor",
      path: "/doctors",
      title: "Doctor",
      plural: "Doctors",
      key: "id",
      fields: {
        id: { title: "ID", kind: "text" },
        name: { title: "Name", kind: "text" },
        licence: { title: "Licence", kind: "text" },
        account: { title: "Signs in as", kind: "reference", target: "User", offered: true },
        email: { title: "Email", kind: "email" },
        ward: { title: "Ward", kind: "reference", target: "Ward", offered: true },
        mentor: { title: "Mentor", kind: "reference", target: "Doctor", offered: true },
      },
      list: {
        title: "Doctors",
        columns: [
          { field: "name", title: "Name" },
          { field: "licence", title: "Licence" },
          { field: "account", title: "Signs in as" },
          { field: "email", title: "Email" },
          { field: "ward", title: "Ward" },
          { field: "mentor", title: "Mentor" },
        ],
        searchable: true,
        filters: [
          { field: "account", by: "is" },
          { field: "ward", by: "is" },
          { field: "mentor", by: "is" },
        ],
        sortable: ["name", "licence", "account", "email", "ward", "mentor"],
        sort: ["name"],
      },
      record: {
        title: "Doctor",
        sections: [
          {
            title: "Doctor",
            fields: [
              { field: "name", title: "Name" },
              { field: "licence", title: "Licence" },
              { field: "account", title: "Signs in as" },
              { field: "email", title: "Email" },
              { field: "ward", title: "Ward" },
              { field: "mentor", title: "Mentor" },
            ],
          },
        ],
        related: [
          { collection: "Doctor", title: "Doctors (mentor)", by: "mentor" },
          { collection: "Department", title: "Departments", by: "head" },
          { collection: "Appointment", title: "Appointments (doctor)", by: "doctor" },
        ],
      },
      create: {
        title: "Add a doctor",
        sections: [
          {
            title: "Add a doctor",
            fields: [
              { field: "name", title: "Name", required: true, minLength: 1, maxLength: 120 },
              { field: "licence", title: "Licence", required: true, minLength: 1, maxLength: 20 },
              { field: "account", title: "Signs in as" },
              { field: "email", title: "Email" },
              { field: "ward", title: "Ward" },
              { field: "mentor", title: "Mentor" },
            ],
          },
        ],
      },
      edit: {
        title: "Edit the doctor",
        sections: [
          {
            title: "Edit the doctor",
            fields: [
              { field: "name", title: "Name", required: true, minLength: 1, maxLength: 120 },
              { field: "licence", title: "Licence", required: true, minLength: 1, maxLength: 20 },
              { field: "account", title: "Signs in as" },
              { field: "email", title: "Email" },
              { field: "ward", title: "Ward" },
              { field: "mentor", title: "Mentor" },
            ],
          },
        ],
      },
      deletable: true,
    },
    {
      name: "Ward",
      path: "/wards",
      title: "Ward",
      plural: "Wards",
      key: "id",
      fields: {
        id: { title: "ID", kind: "text" },
        name: { title: "Name", kind: "text" },
        department: { title: "Department", kind: "reference", target: "Department", offered: true },
        beds: { title: "Beds", kind: "integer" },
      },
      list: {
        title: "Wards",
        columns: [
          { field: "name", title: "Name" },
          { field: "department", title: "Department" },
          { field: "beds", title: "Beds" },
        ],
        searchable: true,
        filters: [{ field: "department", by: "is" }],
        sortable: ["name", "department", "beds"],
        sort: ["name"],
      },
      record: {
        title: "Ward",
        sections: [
          {
            title: "Ward",
            fields: [
              { field: "name", title: "Name" },
              { field: "department", title: "Department" },
              { field: "beds", title: "Beds" },
            ],
          },
        ],
        related: [{ collection: "Doctor", title: "Doctors", by: "ward" }],
      },
      create: {
        title: "Add a ward",
        sections: [
          {
            title: "Add a ward",
            fields: [
              { field: "name", title: "Name", required: true, minLength: 1, maxLength: 80 },
              { field: "department", title: "Department", required: true },
              { field: "beds", title: "Beds", minimum: 1, default: 12 },
            ],
          },
        ],
      },
      deletable: true,
    },
    {
      name: "Department",
      path: "/departments",
      title: "Department",
      plural: "Departments",
      key: "id",
      fields: {
        id: { title: "ID", kind: "text" },
        name: { title: "Name", kind: "text" },
        head: { title: "Head", kind: "reference", target: "Doctor", offered: true },
      },
      list: {
        title: "Departments",
        columns: [{ field: "name", title: "Name" }, { field: "head", title: "Head" }],
        searchable: true,
        filters: [{ field: "head", by: "is" }],
        sortable: ["name", "head"],
        sort: ["name"],
      },
      record: {
        title: "Department",
        sections: [
          {
            title: "Department",
            fields: [{ field: "name", title: "Name" }, { field: "head", title: "Head" }],
          },
        ],
        related: [{ collection: "Ward", title: "Wards", by: "department" }],
      },
      create: {
        title: "Add a department",
        sections: [
          {
            title: "Add a department",
            fields: [
              { field: "name", title: "Name", required: true, minLength: 1, maxLength: 80 },
              { field: "head", title: "Head" },
            ],
          },
        ],
      },
      edit: {
        title: "Edit the department",
        sections: [
          {
            title: "Edit the department",
            fields: [
              { field: "name", title: "Name", required: true, minLength: 1, maxLength: 80 },
              { field: "head", title: "Head" },
            ],
          },
        ],
      },
      deletable: true,
    },
    {
      name: "Patient",
      path: "/patients",
      title: "Patient",
      plural: "Patients",
      key: "id",
      fields: {
        id: { title: "ID", kind: "text" },
        name: { title: "Name", kind: "text" },
        born_on: { title: "Born on", kind: "date" },
        phone: { title: "Phone", kind: "text" },
        insurance: { title: "Insurance", kind: "text", nullable: true },
        allergies: { title: "Allergies", kind: "longText" },
        registered_at: { title: "Registered at", kind: "dateTime" },
      },
      list: {
        title: "Patients",
        columns: [
          { field: "name", title: "Name" },
          { field: "registered_at", title: "Registered at" },
        ],
        searchable: true,
        filters: [{ field: "registered_at", by: "range" }],
        sortable: ["name", "registered_at"],
        sort: ["name"],
      },
      record: {
        title: "Patient",
        sections: [
          {
            title: "Patient",
            fields: [
              { field: "name", title: "Name" },
              { field: "born_on", title: "Born on" },
              { field: "phone", title: "Phone" },
              { field: "insurance", title: "Insurance" },
              { field: "allergies", title: "Allergies" },
              { field: "registered_at", title: "Registered at" },
            ],
          },
        ],
        related: [{ collection: "Card", title: "Patient card", by: "patient" }],
      },
      create: {
        title: "Register a patient",
        sections: [
          {
            title: "Patient",
            fields: [
              { field: "name", title: "Name", required: true, minLength: 1, maxLength: 120 },
              { field: "born_on", title: "Date of birth", required: true },
              { field: "phone", title: "Phone", maxLength: 40 },
              { field: "insurance", title: "Insurance", maxLength: 40 },
            ],
          },
        ],
      },
      edit: {
        title: "Edit the patient",
        sections: [
          {
            title: "Edit the patient",
            fields: [
              { field: "name", title: "Name", required: true, minLength: 1, maxLength: 120 },
              { field: "born_on", title: "Born on", required: true },
              { field: "phone", title: "Phone", maxLength: 40 },
              { field: "insurance", title: "Insurance", maxLength: 40 },
              { field: "allergies", title: "Allergies" },
            ],
          },
        ],
      },
      deletable: true,
    },
    {
      name: "Appointment",
      path: "/appointments",
      title: "Appointment",
      plural: "Appointments",
      key: "id",
      fields: {
        id: { title: "ID", kind: "text" },
        patient: { title: "Patient", kind: "reference", target: "Patient", offered: true },
        doctor: { title: "Doctor", kind: "reference", target: "Doctor", offered: true },
        referred_by: { title: "Referred by", kind: "reference", target: "Doctor", offered: true },
        day: { title: "Day", kind: "date" },
        starts_at: { title: "Starts at", kind: "time" },
        room: { title: "Room", kind: "text" },
        state: {
          title: "State",
          kind: "choice",
          choices: [
            ["booked", "Booked"],
            ["arrived", "Arrived"],
            ["seen", "Seen"],
            ["missed", "Missed"],
          ],
        },
        reason: { title: "Reason", kind: "text" },
        booked_at: { title: "Booked at", kind: "dateTime" },
      },
      list: {
        title: "Appointments",
        columns: [
          { field: "day", title: "Day" },
          { field: "starts_at", title: "Time" },
          { field: "patient", title: "Patient" },
          { field: "doctor", title: "Doctor" },
          { field: "room", title: "Room" },
          { field: "state", title: "State" },
        ],
        searchable: true,
        filters: [
          { field: "day", by: "range" },
          { field: "state", by: "is" },
          { field: "doctor", by: "is" },
        ],
        sortable: ["day", "starts_at", "patient", "doctor", "room", "state"],
        sort: ["-day", "starts_at"],
      },
      record: {
        title: "Appointment",
        sections: [
          {
            title: "Appointment",
            fields: [
              { field: "patient", title: "Patient" },
              { field: "doctor", title: "Doctor" },
              { field: "referred_by", title: "Referred by" },
              { field: "day", title: "Day" },
              { field: "starts_at", title: "Time" },
              { field: "room", title: "Room" },
              { field: "state", title: "State" },
              { field: "reason", title: "Reason" },
            ],
          },
        ],
        related: [{ collection: "Finding", title: "Findings", by: "appointment" }],
      },
      create: {
        title: "Book an appointment",
        sections: [
          {
            title: "Who",
            fields: [
              { field: "patient", title: "Patient", required: true },
              { field: "doctor", title: "Doctor", required: true },
              { field: "referred_by", title: "Referred by" },
            ],
          },
          {
            title: "When",
            fields: [
              {
                field: "day",
                title: "Day",
                required: true,
                default: { moment: "today", plusSeconds: 0 },
              },
              {
                field: "starts_at",
                title: "Time",
                pattern: "^[0-2][0-9]:[0-5][0-9](:[0-5][0-9](\\.[0-9]+)?)?$",
                default: "09:00",
              },
            ],
          },
          {
            title: "Why",
            fields: [
              {
                field: "reason",
                title: "Reason",
                placeholder: "Annual check-up",
                required: true,
                minLength: 1,
                maxLength: 200,
              },
            ],
          },
        ],
      },
      edit: {
        title: "Move the appointment",
        sections: [
          {
            title: "Appointment",
            fields: [
              { field: "patient", title: "Patient", readOnly: true },
              { field: "doctor", title: "Doctor", required: true },
              { field: "day", title: "Day", required: true },
              {
                field: "starts_at",
                title: "Time",
                pattern: "^[0-2][0-9]:[0-5][0-9](:[0-5][0-9](\\.[0-9]+)?)?$",
              },
              { field: "room", title: "Room", maxLength: 10 },
            ],
          },
        ],
      },
      deletable: true,
      transitions: true,
    },
    {
      name: "Finding",
      path: "/findings",
      title: "Finding",
      plural: "Findings",
      key: "id",
      fields: {
        id: { title: "ID", kind: "text" },
        appointment: {
          title: "Appointment",
          kind: "reference",
          target: "Appointment",
          offered: true,
        },
        author: { title: "Author", kind: "reference", target: "User" },
        text: { title: "Text", kind: "longText" },
        written_at: { title: "Written at", kind: "dateTime" },
      },
      list: {
        title: "Findings",
        columns: [
          { field: "written_at", title: "Written at" },
          { field: "author", title: "Author" },
          { field: "text", title: "Text" },
          { field: "appointment", title: "Appointment" },
        ],
        searchable: true,
        filters: [
          { field: "appointment", by: "is" },
          { field: "author", by: "is" },
          { field: "written_at", by: "range" },
        ],
        sortable: ["written_at", "author", "text", "appointment"],
        sort: ["-written_at"],
      },
      record: {
        title: "Finding",
        sections: [
          {
            title: "Finding",
            fields: [
              { field: "appointment", title: "Appointment" },
              { field: "author", title: "Written by" },
              { field: "written_at", title: "Written" },
              { field: "text", title: "Finding" },
            ],
          },
        ],
        related: [],
      },
      create: {
        title: "Write down a finding",
        sections: [
          {
            title: "Finding",
            fields: [
              { field: "appointment", title: "Appointment", required: true },
              { field: "text", title: "Finding", required: true, minLength: 1 },
            ],
          },
        ],
      },
      edit: {
        title: "Correct the finding",
        sections: [
          {
            title: "Finding",
            fields: [{ field: "text", title: "Finding", required: true, minLength: 1 }],
          },
        ],
      },
      deletable: true,
    },
    {
      name: "Card",
      path: "/cards",
      title: "Patient card",
      plural: "Patient cards",
      key: "id",
      fields: {
        id: { title: "ID", kind: "text" },
        patient: { title: "Patient", kind: "reference", target: "Patient", offered: true },
        number: { title: "Number", kind: "text" },
      },
      list: {
        title: "Patient cards",
        columns: [{ field: "patient", title: "Patient" }, { field: "number", title: "Number" }],
        searchable: true,
        filters: [{ field: "patient", by: "is" }],
        sortable: ["patient", "number"],
        sort: ["number"],
      },
      create: {
        title: "Hand out a card",
        sections: [
          {
            title: "Hand out a card",
            fields: [
              { field: "patient", title: "Patient", required: true },
              {
                field: "number",
                title: "Number",
                required: true,
                minLength: 1,
                maxLength: 16,
                pattern: "^[0-9]{8,16}$",
              },
            ],
          },
        ],
      },
    },
    {
      name: "User",
      path: "/staff",
      title: "Person",
      plural: "Staff",
      key: "id",
      fields: {
        id: { title: "ID", kind: "text" },
        email: { title: "Email", kind: "email" },
        name: { title: "Name", kind: "text" },
        role: {
          title: "Role",
          kind: "choice",
          choices: [
            ["reception", "Reception"],
            ["nurse", "Nurse"],
            ["doctor", "Doctor"],
            ["billing", "Billing"],
          ],
        },
      },
      list: {
        title: "Staff",
        columns: [{ field: "name", title: "Name" }, { field: "role", title: "Role" }],
        searchable: true,
        filters: [{ field: "role", by: "is" }],
        sortable: ["name", "role"],
        sort: ["role", "name"],
      },
    },
    {
      name: "Invoice",
      path: "/invoices",
      title: "Invoice",
      plural: "Invoices",
      key: "number",
      fields: {
        number: { title: "Number", kind: "integer" },
        appointment: {
          title: "Appointment",
          kind: "reference",
          target: "Appointment",
          offered: true,
        },
        state: {
          title: "State",
          kind: "choice",
          choices: [["draft", "Draft"], ["sent", "Sent"], ["paid", "Paid"], ["void", "Void"]],
        },
        issued_on: { title: "Issued on", kind: "date" },
        due_on: { title: "Due on", kind: "date" },
        paid_on: { title: "Paid on", kind: "date" },
        insured: { title: "Paid by the insurance (%)", kind: "integer" },
        patient: { title: "Patient", kind: "text" },
        total: { title: "Total", kind: "number" },
        by_insurance: { title: "By insurance", kind: "number" },
        to_pay: { title: "To pay", kind: "number" },
        overdue: { title: "Overdue", kind: "boolean" },
        lines: { title: "What for", kind: "references", target: "Line" },
      },
      list: {
        title: "Invoices",
        columns: [
          { field: "number", title: "Number" },
          { field: "patient", title: "Patient" },
          { field: "state", title: "State" },
          { field: "issued_on", title: "Issued on" },
          { field: "due_on", title: "Due on" },
          { field: "total", title: "Total" },
          { field: "to_pay", title: "To pay" },
          { field: "overdue", title: "Overdue" },
        ],
        filters: [
          { field: "state", by: "is" },
          { field: "issued_on", by: "range" },
          { field: "overdue", by: "is" },
        ],
        sortable: [
          "number",
          "patient",
          "state",
          "issued_on",
          "due_on",
          "total",
          "to_pay",
          "overdue",
        ],
        sort: ["state", "due_on"],
      },
      record: {
        title: "Invoice",
        sections: [
          {
            title: "Invoice",
            fields: [
              { field: "number", title: "Number" },
              { field: "appointment", title: "Appointment" },
              { field: "patient", title: "Patient" },
              { field: "state", title: "State" },
              { field: "issued_on", title: "Issued on" },
              { field: "due_on", title: "Due on" },
              { field: "paid_on", title: "Paid on" },
            ],
          },
          {
            title: "Sums",
            fields: [
              { field: "total", title: "Total" },
              { field: "insured", title: "Paid by the insurance (%)" },
              { field: "by_insurance", title: "By insurance" },
              { field: "to_pay", title: "To pay" },
            ],
          },
        ],
        related: [{ collection: "Line", title: "What for", by: "invoice" }],
      },
      create: {
        title: "Write an invoice",
        sections: [
          {
            title: "Invoice",
            fields: [
              { field: "appointment", title: "Appointment", required: true },
              {
                field: "issued_on",
                title: "Issued on",
                required: true,
                default: { moment: "today", plusSeconds: 0 },
              },
              {
                field: "due_on",
                title: "Due on",
                default: { moment: "today", plusSeconds: 2592000 },
              },
              {
                field: "insured",
                title: "Paid by the insurance (%)",
                minimum: 0,
                maximum: 100,
                default: 0,
              },
            ],
          },
        ],
      },
      edit: {
        title: "Edit the invoice",
        sections: [
          {
            title: "Invoice",
            fields: [
              { field: "number", title: "Number", readOnly: true },
              { field: "state", title: "State" },
              { field: "due_on", title: "Due on" },
              { field: "paid_on", title: "Paid on" },
              { field: "insured", title: "Paid by the insurance (%)", minimum: 0, maximum: 100 },
              { field: "to_pay", title: "To pay", readOnly: true },
            ],
          },
        ],
      },
      deletable: true,
      transitions: true,
    },
    {
      name: "Line",
      path: "/lines",
      title: "Invoice line",
      plural: "Invoice lines",
      key: "id",
      fields: {
        id: { title: "ID", kind: "text" },
        invoice: { title: "Invoice", kind: "reference", target: "Invoice", offered: true },
        what: { title: "For", kind: "text" },
        quantity: { title: "Quantity", kind: "decimal", places: 2 },
        price: { title: "Price", kind: "money", currency: "GBP" },
        amount: { title: "Amount", kind: "number" },
      },
      list: {
        title: "Invoice lines",
        columns: [
          { field: "what", title: "For" },
          { field: "quantity", title: "Quantity" },
          { field: "price", title: "Price" },
          { field: "amount", title: "Amount" },
          { field: "invoice", title: "Invoice" },
        ],
        searchable: true,
        filters: [{ field: "invoice", by: "is" }],
        sortable: ["what", "quantity", "price", "amount", "invoice"],
        sort: ["what"],
      },
      record: {
        title: "Invoice line",
        sections: [
          {
            title: "Invoice line",
            fields: [
              { field: "invoice", title: "Invoice" },
              { field: "what", title: "For" },
              { field: "quantity", title: "Quantity" },
              { field: "price", title: "Price" },
            ],
          },
        ],
        related: [],
      },
      create: {
        title: "Add a line",
        sections: [
          {
            title: "Add a line",
            fields: [
              { field: "invoice", title: "Invoice", required: true },
              { field: "what", title: "For", required: true, minLength: 1, maxLength: 160 },
              {
                field: "quantity",
                title: "Quantity",
                minimum: 0.25,
                pattern: "^-?[0-9]{1,4}(\\.[0-9]{0,2})?$",
                default: "1",
              },
              {
                field: "price",
                title: "Price",
                required: true,
                minimum: 0,
                pattern: "^-?[0-9]{1,10}(\\.[0-9]{0,2})?$",
              },
            ],
          },
        ],
      },
      edit: {
        title: "Edit the line",
        sections: [
          {
            title: "Edit the line",
            fields: [
              { field: "invoice", title: "Invoice", required: true },
              { field: "what", title: "For", required: true, minLength: 1, maxLength: 160 },
              {
                field: "quantity",
                title: "Quantity",
                minimum: 0.25,
                pattern: "^-?[0-9]{1,4}(\\.[0-9]{0,2})?$",
              },
              {
                field: "price",
                title: "Price",
                required: true,
                minimum: 0,
                pattern: "^-?[0-9]{1,10}(\\.[0-9]{0,2})?$",
              },
            ],
          },
        ],
      },
      deletable: true,
    },
  ],
};
