/** A queue of codings to be looked at: which show, how far one is, and where to go on. */

import type { Item } from "./messages";

export const FILTERS = ["all", "waiting", "unseen", "open"] as const;
export type Filter = (typeof FILTERS)[number];

const fits = ({ stands }: Item, filter: Filter): boolean => filter === "all" || stands.includes(filter);

/** Those that a filter lets through; `kept` stays, so that what one has just dealt with does not vanish under one's hand. */
export function shown(items: readonly Item[], filter: Filter, kept = ""): Item[] {
  return items.filter((item) => fits(item, filter) || item.id === kept);
}

interface Progress {
  looked: number;
  all: number;
}

/** Of others' codings, how many one has said something of. */
export function progress(items: readonly Item[]): Progress {
  const others = items.filter(({ mine }) => !mine);
  return { looked: others.filter((item) => !fits(item, "unseen")).length, all: others.length };
}

/** The first after `id` that one has said nothing of, round to the beginning; null where there is none. */
export function nextUnseen(items: readonly Item[], id: string): Item | null {
  const at = items.findIndex((item) => item.id === id) + 1;
  return [...items.slice(at), ...items.slice(0, at)].find((item) => fits(item, "unseen") && item.id !== id) ?? null;
}

/** Where a review goes on: at what was last looked at, else after the last one that one has said something of. */
export function begin(items: readonly Item[], last: string, reviewer: string): Item | null {
  const known = items.find(({ id }) => id === last);
  if (known) return known;
  let [latest, when] = ["", ""];
  for (const { id, remarks } of items) {
    for (const { at, reviewer: who } of remarks) if (who === reviewer && at >= when) [latest, when] = [id, at];
  }
  return nextUnseen(items, latest) ?? items[0] ?? null;
}

export function stepped(items: readonly Item[], id: string, by: 1 | -1): Item | null {
  const at = items.findIndex((item) => item.id === id);
  if (at < 0) return items[0] ?? null;
  return items[Math.max(0, Math.min(items.length - 1, at + by))]!;
}
