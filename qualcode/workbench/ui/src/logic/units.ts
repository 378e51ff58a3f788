/** What the keyboard steps through: turns, sentences, or a question with its answer. */

import type { Block } from "./blocks";
import { firstEndingAfter, type Span } from "./spans";
import { trimmed } from "./snap";

export const UNITS = ["turn", "sentence", "passage"] as const;
export type Unit = (typeof UNITS)[number];

export function unitsOf(blocks: readonly Block[], unit: Unit, language: string): Span[] {
  if (unit === "turn") return blocks.map(({ start, end }) => ({ start, end }));
  return unit === "sentence" ? blocks.flatMap((block) => sentences(block, language)) : passages(blocks);
}

function sentences(block: Block, language: string): Span[] {
  const cutter = new Intl.Segmenter(language || "id", { granularity: "sentence" });
  const found: Span[] = [];
  for (const { index, segment } of cutter.segment(block.text)) {
    const span = trimmed(block.text, { start: index, end: index + segment.length });
    if (span) found.push({ start: block.start + span.start, end: block.start + span.end });
  }
  return found;
}

function passages(blocks: readonly Block[]): Span[] {
  const found: Span[] = [];
  let answered = true;
  for (const { turn, start, end } of blocks) {
    const asks = turn?.role === "interviewer";
    const last = found.at(-1);
    if (!last || !turn || (asks && answered)) found.push({ start, end });
    else last.end = end;
    answered = !asks;
  }
  return found;
}

/** The unit to go to from `at`: the one that begins next, or the one before. */
export function stepped(units: readonly Span[], at: Span | null, by: 1 | -1): Span | null {
  if (!units.length) return null;
  if (!at) return units[by > 0 ? 0 : units.length - 1]!;
  const here = firstEndingAfter(units, by > 0 ? at.end - 1 : at.start);
  const to = by > 0 && here < units.length && units[here]!.start >= at.end ? here : here + by;
  return units[Math.max(0, Math.min(units.length - 1, to))]!;
}

/** The unit that holds a place, or the next one. */
export function unitAt(units: readonly Span[], place: number): Span | null {
  return units[Math.min(units.length - 1, firstEndingAfter(units, place))] ?? null;
}
