import type { Reference, Row, Value } from "@/lib/api";
import type { Collection } from "@/model-types";

export function isReference(value: Value | undefined): value is Reference {
  return typeof value === "object" && value !== null && !Array.isArray(value) && "key" in value && "display" in value;
}

/** What a record is called: rows and records say it themselves. */
export function nameRow(collection: Collection, row: Row): string {
  const { display } = row;
  return typeof display === "string" && display !== "" ? display : `${collection.title} ${String(row[collection.key])}`;
}
