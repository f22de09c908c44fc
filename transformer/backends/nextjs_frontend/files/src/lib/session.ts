import "server-only";

import { cache } from "react";

import { askApi } from "@/lib/api";
import { findByPath } from "@/lib/collections";
import { model } from "@/model";
import type { Collection, Language } from "@/model-types";

export interface Session {
  user: { key: string | number; display: string; roles: string[] } | null;
  language: Language;
}

/** Whoever is signed in; asked once per page. */
export const readSession = cache(async (): Promise<Session> => {
  const { body } = await askApi("/session");
  const session = body as Partial<Session> | null;
  return { user: session?.user ?? null, language: session?.language ?? model.language };
});

export interface OpenCollection {
  collection: Collection;
  canCreate: boolean;
}

interface Listed {
  address: string;
  can_list: boolean;
  can_create: boolean;
}

/** The collections whose list this person may open, in the order of the app. */
export const readOpenCollections = cache(async (): Promise<OpenCollection[]> => {
  const [listed, creatable] = await Promise.all([readListed(), readCreatable()]);
  return listed.flatMap(({ address, can_list }) => {
    const collection = findByPath(toPath(address));
    return collection?.list && can_list ? [{ collection, canCreate: creatable.has(collection.path) }] : [];
  });
});

/** The paths of those in which this person may make records. */
export const readCreatable = cache(async (): Promise<ReadonlySet<string>> => {
  const listed = (await readListed()).filter(({ can_create }) => can_create);
  return new Set(listed.map(({ address }) => toPath(address)));
});

function toPath(address: string): string {
  return address.replace(/^\/api/, "");
}

interface Listed {
  address: string;
  can_list: boolean;
  can_create: boolean;
}

const readListed = cache(async (): Promise<Listed[]> => {
  const { body } = await askApi("/");
  return (body as unknown as { collections: Listed[] }).collections;
});
