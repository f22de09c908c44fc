import "server-only";

import { headers } from "next/headers";
import { forbidden, notFound, redirect } from "next/navigation";

import { ApiError } from "@/lib/api";
import { findByPath } from "@/lib/collections";
import { readCreatable, readSession } from "@/lib/session";
import type { Collection } from "@/model-types";

/** The collection that an address speaks of, or else the page that says that there is none. */
export function requireCollection(segment: string): Collection {
  return findByPath(`/${segment}`) ?? notFound();
}

/** The page that this collection must have, or else the one that says that there is none. */
export function requirePage<Page>(page: Page | undefined): Page {
  return page ?? notFound();
}

/** Read something of the API; what it refuses to answer becomes the page that says so. */
export async function orStatusPage<Result>(reading: Promise<Result>): Promise<Result> {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof ApiError) {
      if (error.status === 401) await askToSignIn();
      if (error.status === 403) forbidden();
      // A list can't be asked for what is kept from this person, nor for a page beyond its last.
      if (error.status === 400 || error.status === 404) notFound();
    }
    throw error;
  }
}

/** Lead to the form to sign in with, and from there back to the page that was asked for. */
async function askToSignIn(): Promise<never> {
  const address = (await headers()).get("x-address") ?? "/";
  return redirect(`/sign-in?${new URLSearchParams({ next: address })}`);
}

/** A form for a new record is only for those who may make one. */
export async function requireToCreate(collection: Collection): Promise<void> {
  const [{ user }, creatable] = await Promise.all([readSession(), readCreatable()]);
  if (!creatable.has(collection.path)) {
    return user ? forbidden() : askToSignIn();
  }
}
