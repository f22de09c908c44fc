import type { Collection, Field } from "@/model-types";

export function getField(collection: Collection, name: string): Field {
  const field = collection.fields[name];
  if (!field) {
    throw new Error(`${collection.name} has no field ${name}`);
  }
  return field;
}
