"use client";

import { useId, useRef, useState, useSyncExternalStore } from "react";

import type { Source } from "@/lib/form-state";
import type { Words } from "@/lib/words";
import type { Choice } from "@/model-types";

interface Props {
  id: string;
  name: string;
  values: readonly string[];
  choices: readonly Choice[];
  /** Where a search finds more than `choices`. */
  source?: Source;
  /** What the choice of nothing is called. */
  empty: string;
  words: Words;
  multiple?: boolean;
  described?: Described;
}

export interface Described {
  "aria-describedby"?: string;
  "aria-invalid"?: true;
  required?: boolean;
}

/**
 * Choose records. While there are few, or no scripts, that is a plain `<select>`, which browsers do best; where there
 * are more than it can list, a combobox that searches.
 */
export function Combobox(props: Props) {
  const { id, name, values, choices, source, empty, multiple, described } = props;
  const hasScripts = useSyncExternalStore(subscribe, () => true, () => false);
  if (source && hasScripts) {
    return <Search {...props} source={source} />;
  }
  return (
    <select id={id} name={name} multiple={multiple} defaultValue={multiple ? [...values] : (values[0] ?? "")} {...described}>
      {!multiple && <option value="">{empty}</option>}
      {choices.map(([value, title]) => (
        <option key={value} value={value}>
          {title}
        </option>
      ))}
    </select>
  );
}

const subscribe = () => () => {};

const WAIT = 200; // milliseconds without a key before a search

function Search({ id, name, values, choices, source, empty, words, multiple, described }: Props & { source: Source }) {
  const titles = new Map(choices);
  const [chosen, setChosen] = useState<Choice[]>(
    values.filter(Boolean).map((value) => [value, titles.get(value) ?? value]),
  );
  const [text, setText] = useState(multiple ? "" : (chosen[0]?.[1] ?? ""));
  const [found, setFound] = useState<readonly Choice[]>([]);
  const [active, setActive] = useState(-1);
  const [isOpen, setOpen] = useState(false);
  const waiting = useRef<ReturnType<typeof setTimeout>>(undefined);
  const listId = useId();

  const search = (words: string) => {
    clearTimeout(waiting.current);
    waiting.current = setTimeout(async () => {
      setFound(words.trim() === "" ? choices.slice(0, 25) : await fetchChoices(source, words));
      setActive(-1);
      setOpen(true);
    }, WAIT);
  };
  const choose = (choice: Choice) => {
    setChosen(multiple ? [...chosen.filter(([value]) => value !== choice[0]), choice] : [choice]);
    setText(multiple ? "" : choice[1]);
    setOpen(false);
  };
  const leave = () => {
    clearTimeout(waiting.current);
    setOpen(false);
    // A text that was changed and not chosen from the list is no choice.
    if (multiple || text.trim() === "") {
      setText("");
      if (!multiple) setChosen([]);
    } else {
      setText(chosen[0]?.[1] ?? "");
    }
  };
  const press = (event: React.KeyboardEvent) => {
    const keys: Record<string, () => void> = {
      ArrowDown: () => (isOpen ? setActive((active + 1) % Math.max(found.length, 1)) : search("")),
      ArrowUp: () => setActive((active <= 0 ? found.length : active) - 1),
      Escape: () => setOpen(false),
      Enter: () => {
        const choice = found[active];
        if (choice) choose(choice);
      },
    };
    const act = keys[event.key];
    if (act && (event.key !== "Enter" || isOpen) && (event.key !== "Escape" || isOpen)) {
      event.preventDefault();
      act();
    }
  };

  return (
    <div className="combobox">
      {chosen.map(([value, title]) => (
        <span key={value} className={multiple ? "chip" : "visually-hidden"}>
          <input type="hidden" name={name} value={value} />
          {multiple && (
            <>
              {title}{" "}
              <button
                type="button"
                aria-label={words.remove.replace("{name}", title)}
                onClick={() => setChosen(chosen.filter(([each]) => each !== value))}
              >
                ×
              </button>
            </>
          )}
        </span>
      ))}
      <input
        id={id}
        role="combobox"
        type="text"
        autoComplete="off"
        placeholder={empty}
        aria-autocomplete="list"
        aria-expanded={isOpen}
        aria-controls={listId}
        aria-activedescendant={isOpen && active >= 0 ? `${listId}-${active}` : undefined}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          search(event.target.value);
        }}
        onClick={() => search("")}
        onKeyDown={press}
        onBlur={leave}
        {...described}
        required={described?.required && chosen.length === 0}
      />
      <ul id={listId} role="listbox" hidden={!isOpen}>
        {found.map((choice, place) => (
          <li
            key={choice[0]}
            id={`${listId}-${place}`}
            role="option"
            aria-selected={place === active}
            // Before the input loses the focus, and with it what was found.
            onMouseDown={(event) => {
              event.preventDefault();
              choose(choice);
            }}
          >
            {choice[1]}
          </li>
        ))}
      </ul>
      <span role="status" className={isOpen && found.length === 0 ? "hint" : "visually-hidden"}>
        {isOpen && found.length === 0 && words.noChoices}
      </span>
    </div>
  );
}

async function fetchChoices({ path, key }: Source, search: string): Promise<Choice[]> {
  const query = new URLSearchParams({ search, page_size: "25" });
  const response = await fetch(`/api${path}?${query}`, { headers: { Accept: "application/json" } });
  if (!response.ok) {
    return [];
  }
  const { results } = (await response.json()) as { results: Record<string, unknown>[] };
  return results.map((row) => [String(row[key]), String(row.display ?? row[key])]);
}
