/** Marks that are drawn by hand, brought to the bounds of words. */

import type { Span } from "./spans";

const WORD = /[\p{L}\p{M}\p{N}_\u200c\u200d]/u;
const JOINER = /['’\-]/;
const SPACE = /\s/;

/** The code point that holds a place, with where it begins and ends. */
function pointAt(text: string, at: number): { start: number; end: number; text: string } {
  const start = at > 0 && isLow(text, at) && isHigh(text, at - 1) ? at - 1 : at;
  const point = String.fromCodePoint(text.codePointAt(start)!);
  return { start, end: start + point.length, text: point };
}

const isHigh = (text: string, at: number) => (text.charCodeAt(at) & 0xfc00) === 0xd800;
const isLow = (text: string, at: number) => (text.charCodeAt(at) & 0xfc00) === 0xdc00;

function isWord(text: string, at: number): boolean {
  if (at < 0 || at >= text.length) return false;
  const point = pointAt(text, at);
  if (WORD.test(point.text)) return true;
  return JOINER.test(point.text) && WORD.test(text[at - 1] ?? "") && WORD.test(text[at + 1] ?? "");
}

/** Without white space at the ends, and without half of a character; null where nothing is left. */
export function trimmed(text: string, span: Span): Span | null {
  let start = Math.max(0, Math.min(span.start, span.end));
  let end = Math.min(text.length, Math.max(span.start, span.end));
  while (start < end && SPACE.test(text[start]!)) start++;
  while (end > start && SPACE.test(text[end - 1]!)) end--;
  if (start >= end) return null;
  return { start: pointAt(text, start).start, end: pointAt(text, end - 1).end };
}

/** Widened to whole words, with the sentence's mark where the last word has one. */
export function snapped(text: string, span: Span): Span | null {
  const found = trimmed(text, span);
  if (!found) return null;
  let { start, end } = found;
  if (isWord(text, start)) while (isWord(text, start - 1)) start = pointAt(text, start - 1).start;
  if (isWord(text, end - 1)) while (isWord(text, end)) end = pointAt(text, end).end;
  return { start, end };
}

/** The bound moved by one word, for keys; `side` says which bound moves, `by` where to. */
export function nudged(text: string, span: Span, side: "start" | "end", by: 1 | -1): Span {
  let at = span[side];
  const step = (): string => (by > 0 ? text[at] : text[at - 1]) ?? "";
  const word = (): boolean => isWord(text, by > 0 ? at : at - 1);
  while (step() && !word()) at += by;
  while (step() && word()) at += by;
  const moved = { ...span, [side]: at };
  return trimmed(text, moved.start < moved.end ? moved : span) ?? span;
}
