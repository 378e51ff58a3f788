/** What is painted on the words of one block. */

import type { Suggestion } from "../api/shapes";
import { lookOf } from "../logic/look";
import type { Noted, Placed } from "../logic/reading";
import type { Span } from "../logic/spans";
import { rangeIn } from "./carets";
import type { Stroke } from "./painter";
import type { Shown } from "./types";

interface OnBlock {
  codings: readonly Placed[];
  suggestions: readonly Suggestion[];
  notes: readonly Noted[];
  marked: Span | null;
  /** The bounds of the picked coding while they are dragged. */
  preview: Span | null;
}

export function strokesOn(words: HTMLElement, { codings, suggestions, notes, marked, preview }: OnBlock, shown: Shown): Stroke[] {
  const found: Stroke[] = [];
  const add = (span: Span | null, paint: string): void => {
    const range = span && rangeIn(words, span);
    if (range) found.push({ range, paint });
  };
  for (const coding of codings) {
    if (coding.id !== shown.picked) add(coding, lookOf(shown.looks, coding.code).color);
    else if (!preview) add(coding, "picked");
  }
  for (const suggestion of suggestions) {
    const chosen = suggestion.id === shown.suggested;
    add(suggestion, chosen ? "chosen" : "suggested");
    if (chosen) for (const reason of reasonsIn(suggestion)) add(reason, "evidence");
  }
  for (const note of notes) add(note, note.id === shown.noted ? "picked" : "noted");
  add(preview, "picked");
  add(marked, "marked");
  return found;
}

/** Words within the suggestion that speak for it; a reason that is all of it says nothing more. */
function reasonsIn({ evidence, start, end }: Suggestion): Span[] {
  return evidence.filter((reason) => reason.start >= start && reason.end <= end && reason.end - reason.start < end - start);
}
