/** What was looked for; it stays while one goes to a place and comes back. */

import type { Counts } from "../api/shapes";
import { keepText, keptFields } from "../logic/kept";

export type Narrowing = keyof Counts;
export type Sort = "place" | "reference" | "code" | "quotation" | "case" | "coder" | "date";

export const finding = $state({
  what: "codings" as "words" | "codings",
  /** A keyword, and whether interviewers' turns are looked through too. */
  words: "",
  interviewer: false,
  wordSources: [] as string[],
  /** A query over codings, and what it was narrowed to. */
  where: "",
  narrowed: { code: [], source: [], case: [], coder: [] } as Record<Narrowing, string[]>,
  look: "quotations" as "quotations" | "table",
  sort: "place" as Sort,
  descending: false,
});

/** Where the eye was, per list; not watched. */
export const left: Record<"words" | "codings", { top: number; heights: number[] }> = {
  words: { top: 0, heights: [] },
  codings: { top: 0, heights: [] },
};

export function leaveOff(what: "words" | "codings"): void {
  left[what] = { top: 0, heights: [] };
}

/** Ask for codings anew, from another page. */
export function askFor(where: string, narrowed: Partial<Record<Narrowing, string[]>> = {}): void {
  Object.assign(finding, { what: "codings", where, narrowed: { code: [], source: [], case: [], coder: [], ...narrowed } });
  leaveOff("codings");
}

const KEPT = "qualcode.queries";
const MOST = 12;

interface Asked {
  /** Queries that gave something, latest first. */
  lately: string[];
  /** Those to be kept. */
  kept: string[];
}

export const queries = $state(keptFields<Asked>(KEPT, { lately: [], kept: [] }));

function write(): void {
  keepText(KEPT, JSON.stringify(queries));
}

export function remember(query: string): void {
  if (!query || queries.lately[0] === query) return;
  queries.lately = [query, ...queries.lately.filter((other) => other !== query && !query.startsWith(other))].slice(0, MOST);
  write();
}

export function keep(query: string, kept: boolean): void {
  queries.kept = [...(kept ? [query] : []), ...queries.kept.filter((other) => other !== query)];
  write();
}
