import "server-only";

import { askApi, type Page, type Row } from "@/lib/api";
import { pathOf } from "@/lib/collections";
import type { Collection } from "@/model-types";

/** What a person may do with what was read: the methods that the API allows them there. */
export type Allowed = ReadonlySet<string>;

export async function readPage(collection: Collection, query: URLSearchParams): Promise<{ page: Page; allowed: Allowed }> {
  const search = query.size ? `?${query}` : "";
  const answer = await askApi(`${collection.path}${search}`);
  return { page: answer.body as unknown as Page, allowed: readAllowed(answer.headers) };
}

export interface Read {
  row: Row;
  etag: string;
  allowed: Allowed;
}

export async function readRecord(collection: Collection, key: string): Promise<Read> {
  const answer = await askApi(pathOf(collection, key));
  return {
    row: answer.body as Row,
    etag: answer.headers.get("etag") ?? "",
    allowed: readAllowed(answer.headers),
  };
}

function readAllowed(headers: Headers): Allowed {
  const methods = headers.get("allow")?.split(/\s*,\s*/);
  return new Set(methods ?? ["GET", "POST", "PATCH", "DELETE"]);
}

export interface NextState {
  state: string;
  title: string;
  /** What the record lacks for it. */
  reasons: string[];
}

export async function readTransitions(collection: Collection, key: string): Promise<NextState[]> {
  const { body } = await askApi(`${pathOf(collection, key)}/transitions`);
  return (body as unknown as { results: NextState[] }).results;
}
