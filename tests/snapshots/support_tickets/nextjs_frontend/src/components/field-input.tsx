import type { PreparedInput } from "@/lib/form-state";
import type { Words } from "@/lib/words";
import { fill } from "@/lib/words";
import type { Kind } from "@/model-types";

import { Combobox, type Described } from "./combobox";

interface Props {
  input: PreparedInput;
  values: readonly string[];
  errors: readonly string[];
  /** What somebody else has saved meanwhile. */
  saved?: string;
  words: Words;
}

/** A field of a form with its label, help and errors. */
export function FieldInput(props: Props) {
  const { input, errors, saved, words } = props;
  const id = `field-${input.field}`;
  const notes = [
    input.help && { id: `${id}-help`, className: "hint", text: input.help },
    ...errors.map((text, place) => ({ id: `${id}-error-${place}`, className: "error", text })),
    saved !== undefined && { id: `${id}-saved`, className: "saved", text: fill(words.savedNow, { value: saved }) },
  ].filter((each) => typeof each === "object");
  const described: Described = {
    "aria-describedby": notes.map((note) => note.id).join(" ") || undefined,
    "aria-invalid": errors.length > 0 || undefined,
    required: input.required || undefined,
  };
  const isGroup = input.widget === "radio" && input.kind === "choice";
  const Group = isGroup ? "fieldset" : "div";
  const Label = isGroup ? "legend" : "label";
  return (
    <Group className="field" id={isGroup ? id : undefined} data-kind={input.kind}>
      <Label {...(isGroup ? {} : { htmlFor: id })}>
        {input.title}
        {input.required && input.kind !== "boolean" && <span className="required"> ({words.required})</span>}
      </Label>
      <input type="hidden" name="form-field" value={input.field} />
      <Control id={id} described={described} {...props} />
      {notes.map((note) => (
        <p key={note.id} id={note.id} className={note.className}>
          {note.text}
        </p>
      ))}
    </Group>
  );
}

type ControlProps = Props & { id: string; described: Described };

function Control(props: ControlProps) {
  const { input, id, values, described } = props;
  if (input.readOnly) {
    const title = input.choices.find(([value]) => value === values[0])?.[1];
    const text = title ?? values.join(", ");
    return input.kind === "longText" ? (
      <textarea id={id} rows={4} value={text} readOnly {...described} />
    ) : (
      <input id={id} value={text} readOnly {...described} />
    );
  }
  const render = input.widget === "radio" && input.kind === "choice" ? chooseOne : CONTROLS[input.kind];
  return render(props);
}

function typed(type: string, mode?: "decimal" | "numeric") {
  return function renderTyped({ input, id, values, described }: ControlProps) {
    const isTextArea = input.widget === "textarea";
    const common = {
      id,
      name: input.field,
      defaultValue: values[0] ?? "",
      placeholder: input.placeholder,
      ...input.attributes,
      ...described,
    };
    return isTextArea ? (
      <textarea rows={6} {...common} />
    ) : (
      <input type={input.widget === "password" ? "password" : type} inputMode={mode} {...common} />
    );
  };
}

const choose = ({ input, id, values, described, words }: ControlProps) => (
  <Combobox
    id={id}
    name={input.field}
    values={values}
    choices={input.choices}
    source={input.source}
    empty={words.choose}
    words={words}
    multiple={input.kind === "references"}
    described={described}
  />
);

const chooseOne = ({ input, id, values, described }: ControlProps) => (
  <div className="options">
    {input.choices.map(([value, title]) => (
      <label key={value}>
        <input type="radio" id={`${id}-${value}`} name={input.field} value={value} defaultChecked={values[0] === value} {...described} />
        {title}
      </label>
    ))}
  </div>
);

const upload = ({ input, id, values, described, words }: ControlProps) => (
  <>
    {values[0] && (
      <p className="hint">
        {words.currentFile}: {decodeURIComponent(values[0].split("/").pop() ?? "")}
        {!input.required && (
          <label>
            <input type="checkbox" name={`clear-${input.field}`} /> {words.clearFile}
          </label>
        )}
      </p>
    )}
    <input
      id={id}
      type="file"
      name={input.field}
      accept={input.kind === "image" ? "image/*" : undefined}
      {...described}
      required={described.required && !values[0]}
    />
  </>
);

const longText = ({ input, id, values, described }: ControlProps) => (
  <textarea
    id={id}
    name={input.field}
    rows={6}
    defaultValue={values[0] ?? ""}
    placeholder={input.placeholder}
    minLength={input.attributes.minLength}
    maxLength={input.attributes.maxLength}
    {...described}
  />
);

const CONTROLS: Record<Kind, (props: ControlProps) => React.ReactNode> = {
  text: typed("text"),
  longText,
  email: typed("email"),
  url: typed("url"),
  integer: typed("number", "numeric"),
  number: typed("number", "decimal"),
  decimal: typed("number", "decimal"),
  money: typed("number", "decimal"),
  boolean: ({ input, id, values, described }) => (
    <input id={id} type="checkbox" name={input.field} defaultChecked={values[0] === "on"} {...described} required={false} />
  ),
  date: typed("date"),
  time: typed("time"),
  dateTime: typed("datetime-local"),
  duration: typed("text"),
  choice: choose,
  reference: choose,
  references: choose,
  file: upload,
  image: upload,
  json: longText,
};
