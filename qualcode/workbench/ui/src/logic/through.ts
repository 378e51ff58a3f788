/** Which blocks a coder has been through. */

import type { Reading } from "../api/shapes";
import { firstEndingAfter, overlaps, type Span } from "./spans";

/** For all codes, for some, or not. */
export type Through = "all" | "some" | "";

/** Half a block counts as not read: what it says may stand in the other half. */
export function throughOf(blocks: readonly Span[], readings: readonly Reading[]): Through[] {
  const own = readings.filter(({ mine }) => mine);
  const all = joinedUp(own.filter(({ codes }) => !codes.length));
  const some = joinedUp(own);
  return blocks.map((block) => (isIn(block, all) ? "all" : isIn(block, some) ? "some" : ""));
}

/** The stretch of the whole blocks that a mark reaches into. */
export function wholeBlocks(blocks: readonly Span[], span: Span): Span {
  const touched = blocks.filter((block) => overlaps(block, span));
  return touched.length ? { start: touched[0]!.start, end: touched.at(-1)!.end } : span;
}

function isIn(block: Span, stretches: readonly Span[]): boolean {
  const stretch = stretches[firstEndingAfter(stretches, block.end - 1)];
  return stretch !== undefined && stretch.start <= block.start && block.end <= stretch.end;
}

function joinedUp(spans: readonly Span[]): Span[] {
  const found: Span[] = [];
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
    const last = found.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else found.push({ start, end });
  }
  return found;
}
