import { model } from "@/model";
import type { Collection } from "@/model-types";

export function findByPath(path: string): Collection | undefined {
  return model.collections.find((each) => each.path === path);
}

export function findByName(name: string | undefined): Collection | undefined {
  return model.collections.find((each) => each.name === name);
}

/** The address of a record's page, and that of its row in the API. */
export function pathOf(collection: Collection, key: string | number): string {
  return `${collection.path}/${encodeURIComponent(String(key))}`;
}
