/** A source laid out to be read: its blocks, what reaches into each, and the lanes of its brackets. */

import type { Coding, Reader, Suggestion } from "../api/shapes";
import { blocksOf, type Block } from "./blocks";
import { lanesOf } from "./lanes";
import { byBlock, type Span } from "./spans";

export type Placed = Coding & Span;

export interface Layout {
  blocks: Block[];
  codings: Placed[][];
  suggestions: Suggestion[][];
  lanes: Map<string, number>;
  /** How many lanes there are. */
  width: number;
}

export function placed(codings: readonly Coding[]): Placed[] {
  return codings.filter((coding): coding is Placed => coding.start !== null && coding.end !== null);
}

export function layOut(blocks: Block[], codings: readonly Coding[], suggestions: readonly Suggestion[]): Layout {
  const set = placed(codings);
  const lanes = lanesOf(set);
  return {
    blocks,
    codings: byBlock(blocks, set),
    suggestions: byBlock(blocks, suggestions),
    lanes,
    width: Math.max(0, ...new Set(lanes.values())) + 1,
  };
}

export const blocksOfReader = (reader: Reader): Block[] => blocksOf(reader.text, reader.turns);

/** Seconds as 1:05 or 1:02:05. */
export function clock(seconds: number): string {
  const whole = Math.floor(seconds);
  const [h, m, s] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  const two = (n: number) => String(n).padStart(2, "0");
  return h ? `${h}:${two(m)}:${two(s)}` : `${m}:${two(s)}`;
}

/** The item after (or before) the one with `id`; from `place` on where none is chosen. */
export function neighbour<T extends Span & { id: string }>(items: readonly T[], id: string, place: number, by: 1 | -1): T | null {
  if (!items.length) return null;
  const at = items.findIndex((item) => item.id === id);
  if (at >= 0) return items[(at + by + items.length) % items.length]!;
  const next = items.findIndex((item) => item.start >= place);
  const from = next < 0 ? items.length : next;
  return items[by > 0 ? from % items.length : (from - 1 + items.length) % items.length]!;
}
