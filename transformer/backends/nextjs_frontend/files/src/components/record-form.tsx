"use client";

import Link from "next/link";
import { useActionState, useEffect, useRef } from "react";

import type { FormState, PreparedSection } from "@/lib/form-state";
import { getOwn } from "@/lib/own";
import type { Words } from "@/lib/words";

import { FieldInput } from "./field-input";

interface Props {
  sections: readonly PreparedSection[];
  start: FormState;
  /** Sends what was entered; a server action. */
  save: (before: FormState, data: FormData) => Promise<FormState>;
  /** Where "Cancel" leads. */
  back: string;
  words: Words;
}

/** A form for a record. It works without scripts, too: then the server answers with the page that has the errors. */
export function RecordForm({ sections, start, save, back, words }: Props) {
  const [state, action, isPending] = useActionState(save, start);
  return (
    <form action={action} className="record-form">
      <input type="hidden" name="form-etag" value={state.etag} />
      <input type="hidden" name="form-once" value={state.once} />
      <ErrorSummary key={`summary-${state.round}`} sections={sections} state={state} words={words} />
      <div key={state.round}>
        {sections.map((section) => (
          <fieldset key={section.title} className="section">
            <legend>{section.title}</legend>
            {section.inputs.map((input) => (
              <FieldInput
                key={input.field}
                input={input}
                values={getOwn(state.values, input.field) ?? []}
                errors={getOwn(state.errors, input.field) ?? []}
                saved={getOwn(state.saved, input.field)}
                words={words}
              />
            ))}
          </fieldset>
        ))}
      </div>
      <p className="actions">
        <button className="primary" aria-disabled={isPending}>
          {words.save}
        </button>
        <Link href={back} prefetch={false}>
          {words.cancel}
        </Link>
      </p>
    </form>
  );
}

function ErrorSummary({ sections, state, words }: Pick<Props, "sections" | "words"> & { state: FormState }) {
  const summary = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (state.round > 0) summary.current?.focus();
  }, [state.round]);
  const whole = state.errors[""] ?? [];
  const inputs = sections.flatMap((section) => section.inputs).filter(({ field }) => getOwn(state.errors, field));
  if (whole.length + inputs.length === 0) {
    return null;
  }
  return (
    <div ref={summary} className="alert" role="alert" tabIndex={-1}>
      {inputs.length > 0 && <p>{words.errors}</p>}
      <ul>
        {whole.map((text) => (
          <li key={text}>{text}</li>
        ))}
        {inputs.map(({ field, title }) => (
          <li key={field}>
            <a href={`#field-${field}`}>{title}</a>: {getOwn(state.errors, field)?.join(" ")}
          </li>
        ))}
      </ul>
    </div>
  );
}
