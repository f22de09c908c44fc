"use server";

import { cookies } from "next/headers";
import { redirect, RedirectType } from "next/navigation";

import { ApiError, askApi, type Body, keepCookies, sendToApi } from "@/lib/api";
import { findByPath, pathOf } from "@/lib/collections";
import type { FormState } from "@/lib/form-state";
import { compareSaved, explain, makeBody, readEntries, sortErrors } from "@/lib/forms";
import { readSpeech } from "@/lib/language";
import { readRecord } from "@/lib/records";
import type { Collection, FormPage } from "@/model-types";

/** A record, or with no key the one that is to be made. What a browser sends is looked up, not believed. */
export interface Target {
  path: string;
  key?: string;
}

export interface ActionState {
  message: string;
}

/** Make a record, or change one. */
export async function saveRecord(target: Target, before: FormState, data: FormData): Promise<FormState> {
  const { words } = await readSpeech();
  const collection = findCollection(target);
  const form = findForm(collection, target);
  const entered = readEntries(form, data);
  const values = { ...before.values, ...entered };
  const etag = String(data.get("form-etag") ?? "");
  let address: string;
  try {
    address = await send(collection, target, makeBody(collection, form, data, words), etag, data);
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    const state = { round: before.round + 1, values, etag, once: crypto.randomUUID() };
    return error.status === 412 && target.key !== undefined
      ? showBoth(collection, target.key, entered, { ...state, errors: { "": [words.conflict] } })
      : { ...state, errors: sortErrors(form, error, words) };
  }
  redirect(address, RedirectType.push);
}

async function send(
  collection: Collection,
  { key }: Target,
  body: Body,
  etag: string,
  data: FormData,
): Promise<string> {
  const answer =
    key === undefined
      ? await askApi(collection.path, { method: "POST", body, headers: { "Idempotency-Key": String(data.get("form-once")) } })
      : await askApi(pathOf(collection, key), { method: "PATCH", body, headers: etag ? { "If-Match": etag } : {} });
  const saved = answer.body as Record<string, string | number> | null;
  const own = saved?.[collection.key] ?? key;
  return saved !== null && own !== undefined && collection.record
    ? `${pathOf(collection, own)}?done=saved`
    : `${collection.list ? collection.path : "/"}?done=saved`;
}

/** Keep what was entered, and tell what was saved meanwhile. */
async function showBoth(
  collection: Collection,
  key: string,
  entered: FormState["values"],
  state: FormState,
): Promise<FormState> {
  const { row, etag } = await readRecord(collection, key);
  return { ...state, etag, saved: compareSaved(collection, entered, row) };
}

/** Give a record the state that may come next. */
export async function moveRecord(target: Required<Target>, state: string, etag: string): Promise<ActionState> {
  const collection = findCollection(target);
  const path = `${pathOf(collection, target.key)}/transitions/${encodeURIComponent(state)}`;
  return (await tryTo(path, "POST", etag)) ?? redirect(`${pathOf(collection, target.key)}?done=moved`);
}

export async function deleteRecord(target: Required<Target>, etag: string): Promise<ActionState> {
  const collection = findCollection(target);
  const failed = await tryTo(pathOf(collection, target.key), "DELETE", etag);
  return failed ?? redirect(`${collection.list ? collection.path : "/"}?done=deleted`);
}

async function tryTo(path: string, method: "POST" | "DELETE", etag: string): Promise<ActionState | null> {
  try {
    await askApi(path, { method, headers: etag ? { "If-Match": etag } : {} });
    return null;
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    const { words } = await readSpeech();
    const details = error.errors.map(({ detail }) => detail);
    return { message: details.length > 0 ? details.join(" ") : explain(error, words) };
  }
}

export interface SignInState {
  username: string;
  message: string;
}

export async function signIn(next: string, _: SignInState, data: FormData): Promise<SignInState> {
  const username = String(data.get("username") ?? "");
  const body = { username, password: String(data.get("password") ?? "") };
  const response = await sendToApi("/session", { method: "POST", body });
  await keepCookies(response);
  if (!response.ok) {
    const { words } = await readSpeech();
    const problem = (await response.json().catch(() => null)) as { detail?: string; errors?: { detail: string }[] } | null;
    const details = problem?.errors?.map(({ detail }) => detail).join(" ");
    return { username, message: details || problem?.detail || words.failed };
  }
  redirect(keepHere(next), RedirectType.push);
}

const HERE = "http://localhost";

/** An address of this app, or else that of its first page. Browsers read `//host`, `/\host` and more as other hosts. */
function keepHere(address: string): string {
  const url = URL.canParse(address, HERE) ? new URL(address, HERE) : new URL(HERE);
  const isHere = url.origin === HERE && !url.pathname.startsWith("//") && url.pathname !== "/sign-in";
  return isHere ? url.pathname + url.search : "/";
}

export async function signOut(): Promise<void> {
  const response = await sendToApi("/session", { method: "DELETE" });
  await keepCookies(response);
  (await cookies()).delete("sessionid");
  redirect("/sign-in");
}

function findCollection({ path }: Target): Collection {
  const collection = findByPath(path);
  if (!collection) {
    throw new Error(`There is no collection at ${path}`);
  }
  return collection;
}

function findForm(collection: Collection, { key }: Target): FormPage {
  const form = key === undefined ? collection.create : collection.edit;
  if (!form) {
    throw new Error(`${collection.name} has no such form`);
  }
  return form;
}
