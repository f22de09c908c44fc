import "server-only";

import { ApiError, askApi, type Page } from "@/lib/api";
import { findByName } from "@/lib/collections";
import type { Source } from "@/lib/form-state";
import { nameRow } from "@/lib/names";
import { getField } from "@/lib/fields";
import type { Choice, Collection } from "@/model-types";

const MOST = 100;

export interface Choices {
  choices: readonly Choice[];
  source?: Source;
}

/** What a field may be given: all there is or, of many records, the first ones and where a search finds the others. */
export async function readChoices(collection: Collection, name: string): Promise<Choices> {
  const field = getField(collection, name);
  const source = findSource(collection, name);
  if (field.choices || !source) {
    return { choices: field.choices ?? [] };
  }
  try {
    const { body } = await askApi(`${source.path}?page_size=${MOST}`);
    const { results, next } = body as unknown as Page;
    const choices = results.map((row): Choice => [String(row[source.key]), nameRow(collection, row)]);
    return { choices, source: next === null ? undefined : source };
  } catch (error) {
    if (error instanceof ApiError && error.status < 500) {
      return { choices: [] }; // records that aren't for this person
    }
    throw error;
  }
}

/** A form offers what the API says of it; a filter by what no form has offers the records of their list. */
function findSource(collection: Collection, name: string): Source | undefined {
  const field = getField(collection, name);
  if (field.offered) {
    return { path: `${collection.path}/choices/${name}`, key: "key" };
  }
  const target = findByName(field.target);
  return target?.list && { path: target.path, key: target.key };
}
