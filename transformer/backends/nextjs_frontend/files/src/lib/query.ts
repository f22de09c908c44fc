/** The search parameters of a list: those of the API, so that an address says what is asked for. */

import type { Row } from "@/lib/api";
import type { Collection, Filter, ListPage } from "@/model-types";

export type SearchParams = Record<string, string | string[] | undefined>;

export const PAGE_SIZE = 25;
export const ENDS = ["from", "to"] as const;

export function nameFilter(filter: Filter, end?: (typeof ENDS)[number]): string {
  return `filter[${filter.field}]${end ? `[${end}]` : ""}`;
}

/** The names of the inputs that a filter has. */
export function nameInputs(filter: Filter): string[] {
  return filter.by === "range" ? ENDS.map((end) => nameFilter(filter, end)) : [nameFilter(filter)];
}

/** What a list is asked for, without what it can't be asked. */
export function readQuery(list: ListPage, said: SearchParams): URLSearchParams {
  const known = [
    ...(list.searchable ? ["search"] : []),
    ...list.filters.flatMap(nameInputs),
    ...(list.sortable.length ? ["sort"] : []),
    "page",
  ];
  const query = new URLSearchParams();
  for (const name of known) {
    const value = [said[name]].flat()[0]?.trim();
    if (value) {
      query.set(name, value);
    }
  }
  return query;
}

/** The columns that no row has: they are kept from whoever asks. */
export function listHidden(list: ListPage, rows: readonly Row[]): ReadonlySet<string> {
  const names = list.columns.map(({ field }) => field);
  return new Set(rows.length > 0 ? names.filter((name) => !rows.some((row) => Object.hasOwn(row, name))) : []);
}

/** The address of a list with some parameters changed; back on the first page unless that is what changes. */
export function changeQuery(
  collection: Collection,
  query: URLSearchParams,
  changes: Record<string, string | null>,
): string {
  const changed = new URLSearchParams(query);
  changed.delete("page");
  for (const [name, value] of Object.entries(changes)) {
    if (value === null) {
      changed.delete(name);
    } else {
      changed.set(name, value);
    }
  }
  return changed.size ? `${collection.path}?${changed}` : collection.path;
}
