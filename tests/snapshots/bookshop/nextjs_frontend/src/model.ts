/** The app: its collections, their fields and pages. Written by dazzle from the app's .dsl files. */

import type { Model } from "@/model-types";

export const model: Model = {
  title: "Bookshop",
  description: "A shop with a back room: shelves, till, and the trade that fills them.",
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
      name: "Customer",
      path: "/customers",
      title: "Customer",
      plural: "Customers",
      key: "id",
      fields: {
        id: { title: "ID", kind: "text" },
        name: { title: "Name", kind: "text" },
        email: { title: "Email", kind: "email" },
        address: { title: "Address", kind: "longText" },
        loyalty_number: { title: "Loyalty number", kind: "text", nullable: true },
      },
      list: {
        title: "Customers",
        columns: [
          { field: "name", title: "Name" },
          { field: "email", title: "Email" },
          { field: "address", title: "Address" },
          { field: "loyalty_number", title: "Loyalty number" },
        ],
        searchable: true,
        filters: [],
        sortable: ["name", "email", "loyalty_number"],
        sort: ["name"],
      },
      create: {
        title: "Add a customer",
        sections: [
          {
            title: "Add a customer",
            fields: [
              { field: "name", title: "Name", required: true, minLength: 1, maxLength: 120 },
              { field: "email", title: "Email", required: true, minLength: 1 },
              { field: "address", title: "Address" },
              { field: "loyalty_number", title: "Loyalty number", maxLength: 24 },
            ],
          },
        ],
      },
    },
    {
      name: "Order",
      path: "/orders",
      title: "Order",
      plural: "Orders",
      key: "number",
      fields: {
        number: { title: "Number", kind: "integer" },
        customer: { title: "Customer", kind: "reference", target: "Customer", offered: true },
        placed_at: { title: "Placed at", kind: "dateTime" },
        paid: { title: "Paid", kind: "boolean" },
        payment: { title: "Payment", kind: "text" },
      },
      list: {
        title: "Orders",
        columns: [
          { field: "customer", title: "Customer" },
          { field: "placed_at", title: "Placed at" },
          { field: "paid", title: "Paid" },
          { field: "payment", title: "Payment" },
        ],
        searchable: true,
        filters: [
          { field: "customer", by: "is" },
          { field: "placed_at", by: "range" },
          { field: "paid", by: "is" },
        ],
        sortable: ["customer", "placed_at", "paid", "payment"],
        sort: ["-placed_at"],
      },
      record: {
        title: "Order",
        sections: [
          {
            title: "Order",
            fields: [
              { field: "customer", title: "Customer" },
              { field: "placed_at", title: "Placed at" },
              { field: "paid", title: "Paid" },
              { field: "payment", title: "Payment" },
            ],
          },
        ],
        related: [
          { collection: "OrderLine", title: "Order lines", by: "order" },
          { collection: "Delivery", title: "Deliveries", by: "order" },
        ],
      },
      create: {
        title: "New order",
        sections: [
          { title: "Order", fields: [{ field: "customer", title: "Customer", required: true }] },
        ],
      },
      deletable: true,
    },
    {
      name: "OrderLine",
      path: "/order-lines",
      title: "Order line",
      plural: "Order lines",
      key: "id",
      fields: {
        id: { title: "ID", kind: "text" },
        order: { title: "Order", kind: "reference", target: "Order", offered: true },
        book: { title: "Book", kind: "reference", target: "Book", offered: true },
        quantity: { title: "Quantity", kind: "integer" },
      },
      list: {
        title: "Order lines",
        columns: [
          { field: "order", title: "Order" },
          { field: "book", title: "Book" },
          { field: "quantity", title: "Quantity" },
        ],
        filters: [{ field: "order", by: "is" }, { field: "book", by: "is" }],
        sortable: ["order", "book", "quantity"],
      },
      create: {
        title: "Add a book",
        sections: [
          {
            title: "Add a book",
            fields: [
              { field: "order", title: "Order", required: true },
              { field: "book", title: "Book", required: true, minLength: 1, maxLength: 13 },
              { field: "quantity", title: "Quantity", minimum: 1, default: 1 },
            ],
          },
        ],
      },
    },
    {
      name: "Delivery",
      path: "/deliveries",
      title: "Delivery",
      plural: "Deliveries",
      key: "id",
      fields: {
        id: { title: "ID", kind: "text" },
        tracking_number: { title: "Tracking number", kind: "text" },
        order: { title: "Order", kind: "reference", target: "Order" },
        state: {
          title: "State",
          kind: "choice",
          choices: [
            ["packed", "Packed"],
            ["on its way", "On its way"],
            ["arrived", "Arrived"],
            ["returned", "Returned"],
          ],
        },
        updated_at: { title: "Updated at", kind: "dateTime" },
      },
      list: {
        title: "Deliveries",
        columns: [
          { field: "tracking_number", title: "Tracking number" },
          { field: "order", title: "Order" },
          { field: "state", title: "State" },
          { field: "updated_at", title: "Updated at" },
        ],
        searchable: true,
        filters: [{ field: "order", by: "is" }, { field: "state", by: "is" }],
        sortable: ["tracking_number", "order", "state", "updated_at"],
        sort: ["tracking_number"],
      },
      record: {
        title: "Delivery",
        sections: [
          {
            title: "Delivery",
            fields: [
              { field: "tracking_number", title: "Tracking number" },
              { field: "order", title: "Order" },
              { field: "state", title: "State" },
              { field: "updated_at", title: "Updated at" },
            ],
          },
        ],
        related: [],
      },
      deletable: true,
    },
    {
      name: "Publisher",
      path: "/publishers",
      title: "Publisher",
      plural: "Publishers",
      key: "id",
      fields: {
        id: { title: "ID", kind: "text" },
        name: { title: "Name", kind: "text" },
        country: { title: "Country", kind: "text" },
      },
      list: {
        title: "Publishers",
        columns: [{ field: "name", title: "Name" }, { field: "country", title: "Country" }],
        searchable: true,
        filters: [],
        sortable: ["name", "country"],
        sort: ["name"],
      },
      create: {
        title: "Add a publisher",
        sections: [
          {
            title: "Add a publisher",
            fields: [
              { field: "name", title: "Name", required: true, minLength: 1, maxLength: 120 },
              { field: "country", title: "Country", maxLength: 2, default: "GB" },
            ],
          },
        ],
      },
    },
    {
      name: "Book",
      path: "/books",
      title: "Book",
      plural: "Books",
      description: "A title, whatever the number of its copies.",
      key: "isbn",
      fields: {
        isbn: { title: "Isbn", kind: "text" },
        title: { title: "Title", kind: "text" },
        publisher: { title: "Publisher", kind: "reference", target: "Publisher", offered: true },
        binding: {
          title: "Binding",
          kind: "choice",
          choices: [
            ["hardback", "Hardback"],
            ["paperback", "Paperback"],
            ["audio book", "Audio book"],
          ],
        },
        price: { title: "Price", kind: "money", currency: "GBP" },
        copies: { title: "Copies", kind: "integer" },
        published: { title: "Published", kind: "date" },
        blurb: { title: "Blurb", kind: "longText" },
      },
      list: {
        title: "Books",
        columns: [
          { field: "title", title: "Title" },
          { field: "publisher", title: "Publisher" },
          { field: "binding", title: "Binding" },
          { field: "price", title: "Price" },
          { field: "copies", title: "Copies" },
        ],
        searchable: true,
        filters: [
          { field: "publisher", by: "is" },
          { field: "binding", by: "is" },
          { field: "published", by: "range" },
        ],
        sortable: ["title", "publisher", "binding", "price", "copies"],
        sort: ["title"],
      },
      record: {
        title: "Book",
        sections: [
          {
            title: "Book",
            fields: [
              { field: "isbn", title: "Isbn" },
              { field: "title", title: "Title" },
              { field: "publisher", title: "Publisher" },
              { field: "binding", title: "Binding" },
              { field: "price", title: "Price" },
              { field: "copies", title: "Copies" },
              { field: "published", title: "Published" },
              { field: "blurb", title: "Blurb" },
            ],
          },
        ],
        related: [{ collection: "OrderLine", title: "Order lines", by: "book" }],
      },
      create: {
        title: "Add a book",
        sections: [
          {
            title: "Book",
            fields: [
              {
                field: "isbn",
                title: "ISBN",
                placeholder: "9780000000000",
                required: true,
                minLength: 1,
                maxLength: 13,
              },
              { field: "title", title: "Title", required: true, minLength: 1, maxLength: 200 },
              { field: "publisher", title: "Publisher" },
              { field: "binding", title: "Binding", widget: "radio", default: "paperback" },
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
        title: "Edit the book",
        sections: [
          {
            title: "Edit the book",
            fields: [
              { field: "title", title: "Title", required: true, minLength: 1, maxLength: 200 },
              { field: "publisher", title: "Publisher" },
              { field: "binding", title: "Binding" },
              {
                field: "price",
                title: "Price",
                required: true,
                minimum: 0,
                pattern: "^-?[0-9]{1,10}(\\.[0-9]{0,2})?$",
              },
              { field: "copies", title: "Copies", minimum: 0 },
              { field: "published", title: "Published" },
              { field: "blurb", title: "Blurb" },
            ],
          },
        ],
      },
      deletable: true,
    },
  ],
};
