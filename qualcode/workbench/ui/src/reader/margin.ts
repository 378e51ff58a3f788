/** What stands in the margin of a block, and where: beside its words, and where that is taken, below. */

import type { Suggestion } from "../api/shapes";
import type { Block } from "../logic/blocks";
import { placeNames } from "../logic/lanes";
import type { Noted, Placed } from "../logic/reading";
import type { Span } from "../logic/spans";
import { rangeIn } from "./carets";

/** Pixels from name to name. */
export const STEP = 21;

export type Entry =
  | { kind: "coding"; item: Placed }
  | { kind: "suggestion"; item: Suggestion }
  | { kind: "note"; item: Noted };

export interface Place {
  top: number;
  bottom: number;
}

/** Where lines are, relative to `top`; all read in one go, so that the page is laid out once. */
export function measured(words: HTMLElement, items: readonly (Span & { id: string })[], top: number): Map<string, Place> {
  return new Map(
    items.map((item) => {
      const rect = rangeIn(words, item)?.getBoundingClientRect();
      return [item.id, rect ? { top: rect.top - top, bottom: rect.bottom - top } : { top: 0, bottom: 0 }];
    }),
  );
}

/** The names of what begins in a block, each with its place from the top. */
export function named(entries: readonly Entry[], block: Block, places: ReadonlyMap<string, Place>, height: number): { entry: Entry; top: number }[] {
  const begun = entries
    .filter(({ item }) => item.start >= block.start && places.has(item.id))
    .map((entry) => ({ entry, want: places.get(entry.item.id)!.top }))
    .sort((a, b) => a.want - b.want || a.entry.item.start - b.entry.item.start);
  const tops = placeNames(begun.map(({ want }) => want), height, STEP);
  return begun.map(({ entry }, i) => ({ entry, top: tops[i]! }));
}
