/** What a transcript is set in: a block for each turn, and for lines that nobody speaks. */

import type { Turn } from "../api/shapes";
import type { Span } from "./spans";

export interface Block extends Span {
  text: string;
  turn: Turn | null;
  /** The speaker is not the one of the block before. */
  opens: boolean;
}

export function blocksOf(text: string, turns: readonly Turn[]): Block[] {
  const blocks: Block[] = [];
  let at = 0;
  let speaker: string | null = null;
  for (const turn of turns) {
    blocks.push(...between(text, at, turn.start, turn.speaker !== ""));
    blocks.push({ start: turn.start, end: turn.end, text: text.slice(turn.start, turn.end), turn, opens: turn.speaker !== speaker });
    speaker = turn.speaker;
    at = turn.end;
  }
  return [...blocks, ...between(text, at, text.length, false)];
}

/** Lines between turns; the last one before a turn is its label, which the block shows by itself. */
function between(text: string, start: number, end: number, labelled: boolean): Block[] {
  const until = labelled ? Math.max(start, text.lastIndexOf("\n", end - 1)) : end;
  const words = text.slice(start, until);
  const trimmed = words.trim();
  if (!trimmed) return [];
  const from = start + words.indexOf(trimmed);
  return [{ start: from, end: from + trimmed.length, text: trimmed, turn: null, opens: false }];
}

/** Without the labels and empty lines between blocks: each bound moves to the nearest words inside; null where there are none. */
export function inWords(blocks: readonly Block[], span: Span): Span | null {
  const first = blocks.find((block) => block.end > span.start);
  const last = blocks.filter((block) => block.start < span.end).at(-1);
  if (!first || !last) return null;
  const start = Math.max(span.start, first.start);
  const end = Math.min(span.end, last.end);
  return start < end ? { start, end } : null;
}
