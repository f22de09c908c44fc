import Link from "next/link";

import { type Choices, readChoices } from "@/lib/choices";
import { getField } from "@/lib/fields";
import type { Speech } from "@/lib/language";
import { ENDS, nameFilter, nameInputs } from "@/lib/query";
import type { Choice, Collection, Filter, ListPage } from "@/model-types";

import { Combobox } from "./combobox";

interface Props {
  collection: Collection;
  list: ListPage;
  query: URLSearchParams;
  /** The columns that are kept from this person, who can't filter by them either. */
  hidden: ReadonlySet<string>;
  speech: Speech;
}

/** Search and filters: a form that makes an address, so that it works without scripts and can be shared. */
export function ListControls({ collection, list, query, hidden, speech }: Props) {
  const { words } = speech;
  const filters = list.filters.filter(({ field }) => !hidden.has(field));
  const used = filters.filter((filter) => nameInputs(filter).some((name) => query.has(name)));
  if (!list.searchable && filters.length === 0) {
    return null;
  }
  return (
    // The key gives the inputs what a new address says.
    <form key={query.toString()} className="controls" role="search" action={collection.path}>
      {query.has("sort") && <input type="hidden" name="sort" value={query.get("sort") ?? ""} />}
      {list.searchable && (
        <p className="search">
          <label className="visually-hidden" htmlFor="list-search">
            {words.search}
          </label>
          <input id="list-search" type="search" name="search" defaultValue={query.get("search") ?? ""} placeholder={words.search} />
          <button>{words.search}</button>
        </p>
      )}
      {filters.length > 0 && (
        <details open={used.length > 0}>
          <summary>
            {words.filters}
            {used.length > 0 && ` (${used.length})`}
          </summary>
          <div className="filters">
            {filters.map((filter) => (
              <FilterInput key={filter.field} filter={filter} collection={collection} query={query} speech={speech} />
            ))}
            <p className="actions">
              <button>{words.apply}</button>
              {used.length > 0 && <Link href={collection.path}>{words.clear}</Link>}
            </p>
          </div>
        </details>
      )}
    </form>
  );
}

interface FilterProps {
  filter: Filter;
  collection: Collection;
  query: URLSearchParams;
  speech: Speech;
}

async function FilterInput({ filter, collection, query, speech: { words } }: FilterProps) {
  const field = getField(collection, filter.field);
  const name = nameFilter(filter);
  const id = `filter-${filter.field}`;
  if (filter.by === "range") {
    const type = field.kind === "date" || field.kind === "dateTime" ? "date" : "number";
    return (
      <fieldset className="range">
        <legend>{field.title}</legend>
        {ENDS.map((end) => (
          <label key={end}>
            <span>{words[end]}</span>
            <input type={type} step={type === "number" ? "any" : undefined} name={nameFilter(filter, end)} defaultValue={query.get(nameFilter(filter, end)) ?? ""} />
          </label>
        ))}
      </fieldset>
    );
  }
  if (filter.by === "contains") {
    return (
      <p className="field">
        <label htmlFor={id}>{field.title}</label>
        <input id={id} name={name} defaultValue={query.get(name) ?? ""} />
      </p>
    );
  }
  const value = query.get(name) ?? "";
  const { choices, source } = await offer(collection, filter, words);
  return (
    <div className="field">
      <label htmlFor={id}>{field.title}</label>
      <Combobox id={id} name={name} empty={words.any} values={[value]} choices={choices} source={source} words={words} />
    </div>
  );
}

async function offer(collection: Collection, { field }: Filter, words: Speech["words"]): Promise<Choices> {
  if (getField(collection, field).kind !== "boolean") {
    return readChoices(collection, field);
  }
  const choices: Choice[] = [["true", words.yes], ["false", words.no]];
  return { choices };
}
