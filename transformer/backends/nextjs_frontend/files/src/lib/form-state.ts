/** What a form shows: what was entered, and what the API said of it. */

import type { Choice, Item, Kind } from "@/model-types";

export interface FormState {
  /** Counts the times that the form was sent, so that its inputs take up what was entered. */
  round: number;
  values: Record<string, string[]>;
  /** By field; under "" what is about the record as a whole. */
  errors: Record<string, string[]>;
  /** The version of the record that the entries are a change of. */
  etag: string;
  /** A key for this request, so that one that is sent twice counts once. */
  once: string;
  /** What was saved meanwhile by somebody else, where it isn't what was entered. */
  saved?: Record<string, string>;
}

/** Where the records come from that a reference may lead to. */
export interface Source {
  /** A path of the API; with `search` it finds those with some words. */
  path: string;
  /** The name of what identifies each; what it is called is `display`. */
  key: string;
}

/** An input with all that it needs, as the server prepares it for a form. */
export interface PreparedInput extends Item {
  kind: Kind;
  required: boolean;
  readOnly: boolean;
  choices: readonly Choice[];
  /** There, if there are more records to choose from than `choices`. */
  source?: Source;
  attributes: Attributes;
}

/** What browsers check by themselves. */
export interface Attributes {
  min?: number;
  max?: number;
  step?: string;
  minLength?: number;
  maxLength?: number;
  pattern?: string;
  title?: string;
}

export interface PreparedSection {
  title: string;
  inputs: PreparedInput[];
}
