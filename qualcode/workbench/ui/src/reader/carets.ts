/** Between the page and the text: where a place of the text is on the page, and which place a point or a selection means.
 *
 * Each block's words are one text node in an element with `data-start`, so that a place is that start and an offset.
 */

import type { Span } from "../logic/spans";

const WORDS = "[data-start]";

function wordsOf(node: Node): HTMLElement | null {
  const element = node instanceof Element ? node : node.parentElement;
  return element?.closest<HTMLElement>(WORDS) ?? null;
}

const startOf = (words: HTMLElement): number => Number(words.dataset["start"]);
const lengthOf = (words: HTMLElement): number => words.firstChild?.nodeValue?.length ?? 0;

/** A stretch of one block, as a range of the page; cut to the block. */
export function rangeIn(words: HTMLElement, span: Span): Range | null {
  const node = words.firstChild;
  if (!node) return null;
  const from = startOf(words);
  const start = Math.max(0, span.start - from);
  const end = Math.min(lengthOf(words), span.end - from);
  if (start >= end) return null;
  const range = document.createRange();
  range.setStart(node, start);
  range.setEnd(node, end);
  return range;
}

/** The place of the text at a point of the page; null where there are no words. */
export function placeAt(x: number, y: number): number | null {
  const [node, offset] = caretAt(x, y) ?? [null, 0];
  const words = node && wordsOf(node);
  if (!words || node !== words.firstChild) return null;
  return startOf(words) + offset;
}

function caretAt(x: number, y: number): [Node, number] | null {
  if (document.caretPositionFromPoint) {
    const found = document.caretPositionFromPoint(x, y);
    return found && [found.offsetNode, found.offset];
  }
  const found = document.caretRangeFromPoint?.(x, y); // Safari before 18.4
  return found ? [found.startContainer, found.startOffset] : null;
}

/** What is selected in the reader, as a stretch of its text. */
export function selected(root: HTMLElement): Span | null {
  const selection = getSelection();
  if (!selection || selection.isCollapsed || !selection.rangeCount) return null;
  const range = selection.getRangeAt(0);
  if (!root.contains(range.commonAncestorContainer)) return null;
  const all = [...root.querySelectorAll<HTMLElement>(WORDS)];
  const start = placeOf(range.startContainer, range.startOffset, all, "start");
  const end = placeOf(range.endContainer, range.endOffset, all, "end");
  return start !== null && end !== null && start < end ? { start, end } : null;
}

/** A bound of a selection; one that lies between blocks, as after a triple click, moves to the next words inside. */
function placeOf(node: Node, offset: number, all: HTMLElement[], bound: "start" | "end"): number | null {
  const words = wordsOf(node);
  if (words) return startOf(words) + (node === words.firstChild ? offset : offset ? lengthOf(words) : 0);
  const next = all.findIndex((other) => node.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING);
  if (bound === "start") return all[next] ? startOf(all[next]) : null;
  const before = next < 0 ? all.at(-1) : all[next - 1];
  return before ? startOf(before) + lengthOf(before) : null;
}
