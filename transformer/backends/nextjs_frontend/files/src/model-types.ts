/** What `model.ts` may say: the collections of the app and their pages. */

import type { paths } from "@/api/schema";

/** A path of the contract at which records lie. */
export type CollectionPath = CollectionOf<keyof paths>;
type CollectionOf<Path> = Path extends `${infer Collection}/{key}` ? Collection : Path extends `${string}{${string}` ? never : Path;

export type Language = "en" | "de" | "fr" | "es";

/** How a value is shown, entered and sent: the rows of the table in `lib/kinds.ts`. */
export type Kind =
  | "text"
  | "longText"
  | "email"
  | "url"
  | "integer"
  | "number"
  | "decimal"
  | "money"
  | "boolean"
  | "date"
  | "time"
  | "dateTime"
  | "duration"
  | "choice"
  | "reference"
  | "references"
  | "file"
  | "image"
  | "json";

export type Choice = readonly [value: string, title: string];

export interface Field {
  readonly title: string;
  readonly kind: Kind;
  readonly choices?: readonly Choice[];
  /** The collection whose records a reference leads to; without it, accounts. */
  readonly target?: string;
  /** Whether the API has a list of what a form may refer to. */
  readonly offered?: boolean;
  /** Whether a text that is left empty is no value rather than an empty text. */
  readonly nullable?: boolean;
  readonly currency?: string;
  /** Digits after the point. */
  readonly places?: number;
}

/** A field on a page, with what the page says of it. */
export interface Item {
  readonly field: string;
  readonly title: string;
  readonly help?: string;
  readonly placeholder?: string;
  readonly widget?: "input" | "textarea" | "select" | "radio" | "checkbox" | "password";
}

/** A field in a form. */
export interface Input extends Item {
  readonly required?: boolean;
  /** Shown, but not changed here. */
  readonly readOnly?: boolean;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  /** A regular expression that a text has to contain a match of, and what to say if it doesn't. */
  readonly pattern?: string;
  readonly patternMessage?: string;
  /** What a new record begins with. */
  readonly default?: string | number | boolean | { readonly moment: "now" | "today"; readonly plusSeconds: number };
}

export interface Section<Member extends Item = Item> {
  readonly title: string;
  readonly fields: readonly Member[];
}

export interface Filter {
  readonly field: string;
  /** `is` one value, what a text `contains`, or a `range` with two ends. */
  readonly by: "is" | "contains" | "range";
}

interface Page {
  readonly title: string;
  /** A sentence under the heading. */
  readonly purpose?: string;
}

export interface ListPage extends Page {
  readonly columns: readonly Item[];
  readonly searchable?: boolean;
  readonly filters: readonly Filter[];
  /** The fields that the list can be sorted by. */
  readonly sortable: readonly string[];
  /** What it is sorted by at first; `-` turns the order round. */
  readonly sort?: readonly string[];
  /** What an empty list says. */
  readonly empty?: string;
}

/** Rows of another collection that lead to a record. */
export interface Related {
  readonly collection: string;
  readonly title: string;
  /** The field by which they refer to it. */
  readonly by: string;
  /** Whether none is added from there. */
  readonly readOnly?: boolean;
}

export interface RecordPage extends Page {
  readonly sections: readonly Section[];
  readonly related: readonly Related[];
}

export interface FormPage extends Page {
  readonly sections: readonly Section<Input>[];
}

export interface Collection {
  readonly name: string;
  /** Where it lies, below the API and among the pages alike. */
  readonly path: CollectionPath;
  /** What one record is called, and several. */
  readonly title: string;
  readonly plural: string;
  readonly description?: string;
  readonly key: string;
  readonly fields: Readonly<Record<string, Field>>;
  readonly list?: ListPage;
  readonly record?: RecordPage;
  readonly create?: FormPage;
  readonly edit?: FormPage;
  readonly deletable?: boolean;
  /** Whether states follow one another by rules: the record's page has a button for each that may come next. */
  readonly transitions?: boolean;
}

export interface Model {
  readonly title: string;
  readonly description?: string;
  readonly language: Language;
  /** The brand's colours, each readable on its ground. */
  readonly colours: {
    readonly brand: string;
    readonly brandStrong: string;
    readonly onBrand: string;
    readonly inkOnLight: string;
    readonly inkOnDark: string;
  };
  /** With what people sign in, if not with a user name. */
  readonly signIn?: { readonly title: string };
  readonly collections: readonly Collection[];
}
