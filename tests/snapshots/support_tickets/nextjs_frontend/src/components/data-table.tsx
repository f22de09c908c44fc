import Link from "next/link";

import type { Row } from "@/lib/api";
import { pathOf } from "@/lib/collections";
import { getField } from "@/lib/fields";
import type { Speech } from "@/lib/language";
import { nameRow } from "@/lib/names";
import { changeQuery } from "@/lib/query";
import { fill } from "@/lib/words";
import type { Collection, Item } from "@/model-types";

import { Value } from "./value";

interface Props {
  collection: Collection;
  columns: readonly Item[];
  rows: readonly Row[];
  caption: string;
  speech: Speech;
  /** What the list is asked for now, where its order can be changed. */
  query?: URLSearchParams;
}

/** Rows in a table; on a phone each row is a card. */
export function DataTable({ collection, columns, rows, caption, speech, query }: Props) {
  // What is kept from this person isn't in any row.
  const shown = columns.filter(({ field }) => rows.some((row) => Object.hasOwn(row, field)));
  return (
    <table className="data-table" role="table">
      <caption className="visually-hidden">{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {shown.map((column) => (
            <Heading key={column.field} {...{ collection, column, speech, query }} />
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row) => (
          <tr key={String(row[collection.key])} role="row">
            {shown.map((column) => (
              <td key={column.field} role="cell" data-label={column.title} data-kind={getField(collection, column.field).kind}>
                <Cell isLink={column === findLink(row, shown)} {...{ collection, column, row, speech }} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The column that leads to the record: the one with what it is called or, without that, the first. */
function findLink(row: Row, columns: readonly Item[]): Item | undefined {
  return columns.find(({ field }) => row[field] === row.display) ?? columns[0];
}

interface CellProps extends Pick<Props, "collection" | "speech"> {
  column: Item;
  row: Row;
  isLink: boolean;
}

function Cell({ collection, column, row, speech, isLink }: CellProps) {
  const field = getField(collection, column.field);
  const key = row[collection.key];
  if (!isLink || !collection.record || (typeof key !== "string" && typeof key !== "number")) {
    return <Value value={row[column.field]} field={field} speech={speech} />;
  }
  const hasLink = ["reference", "references", "email", "url", "file", "image"].includes(field.kind);
  return (
    <Link className="row-link" href={pathOf(collection, key)} prefetch={false}>
      {hasLink ? nameRow(collection, row) : <Value value={row[column.field] ?? String(key)} field={field} speech={speech} />}
    </Link>
  );
}

const DIRECTIONS = { ascending: "▲", descending: "▼" } as const;

function Heading({ collection, column, speech, query }: Pick<Props, "collection" | "speech" | "query"> & { column: Item }) {
  const { kind } = getField(collection, column.field);
  if (!query || !collection.list?.sortable.includes(column.field)) {
    return (
      <th scope="col" role="columnheader" data-kind={kind}>
        {column.title}
      </th>
    );
  }
  const first = query.get("sort")?.split(",")[0] ?? collection.list.sort?.[0];
  const direction = first === column.field ? "ascending" : first === `-${column.field}` ? "descending" : undefined;
  const sort = direction === "ascending" ? `-${column.field}` : column.field;
  return (
    <th scope="col" role="columnheader" data-kind={kind} aria-sort={direction}>
      <Link href={changeQuery(collection, query, { sort })} prefetch={false} title={fill(speech.words.sortBy, { title: column.title })}>
        {column.title}
        {direction && <span aria-hidden="true"> {DIRECTIONS[direction]}</span>}
      </Link>
    </th>
  );
}
