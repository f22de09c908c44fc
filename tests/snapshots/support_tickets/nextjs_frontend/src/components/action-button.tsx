"use client";

import { useActionState } from "react";

import type { ActionState } from "@/lib/actions";

interface Props {
  title: string;
  /** What pressing it does; a server action. */
  action: () => Promise<ActionState>;
  className?: string;
  /** Why it can't be done yet. */
  reasons?: readonly string[];
}

/** A button that changes something at once, and tells if that didn't work. */
export function ActionButton({ title, action, className, reasons = [] }: Props) {
  const [state, send, isPending] = useActionState(action, { message: "" });
  return (
    <form action={send} className="action">
      <button className={className} disabled={reasons.length > 0} aria-disabled={isPending || undefined}>
        {title}
      </button>
      {reasons.map((reason) => (
        <span key={reason} className="hint">
          {reason}
        </span>
      ))}
      {state.message && (
        <p className="alert" role="alert">
          {state.message}
        </p>
      )}
    </form>
  );
}
