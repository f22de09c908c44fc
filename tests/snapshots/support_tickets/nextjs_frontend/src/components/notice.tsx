import type { Words } from "@/lib/words";

const NOTICES = ["saved", "deleted", "moved"] as const;

/** What the page before has done, as the address says it. */
export function Notice({ done, words }: { done: string | string[] | undefined; words: Words }) {
  const notice = NOTICES.find((each) => each === done);
  return notice ? (
    <p className="notice" role="status">
      {words[notice]}
    </p>
  ) : null;
}
