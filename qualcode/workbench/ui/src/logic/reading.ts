/** A source laid out to be read: its blocks, what reaches into each, and the lanes of its brackets. */

import type { Coding, Memo, Suggestion } from "../api/shapes";
import type { Block } from "./blocks";
import { Lanes } from "./lanes";
import { byBlock, type Span } from "./spans";

export type Placed = Coding & Span;

/** A note on words of the source. */
export type Noted = Memo & Span;

/** What is marked on a text. */
export interface Marks {
  codings: readonly Coding[];
  suggestions: readonly Suggestion[];
  memos: readonly Memo[];
}

/** What reaches into each of some blocks. */
export interface Lists {
  codings: Placed[][];
  suggestions: Suggestion[][];
  notes: Noted[][];
}

export interface Layout extends Lists {
  blocks: Block[];
  /** The lists of each strip of blocks. */
  strips: Lists[];
  /** The same object as long as the text is the same: a bracket keeps its lane. */
  lanes: Lanes;
  /** How many lanes there are. */
  width: number;
}

export function placed(codings: readonly Coding[]): Placed[] {
  return codings.filter((coding): coding is Placed => coding.start !== null && coding.end !== null);
}

function isOnWords(memo: Memo): memo is Noted {
  return memo.about === "span" && memo.start != null && memo.end != null;
}

/** With the layout from `before` a change, blocks and strips that it does not touch keep their lists. */
export function layOut(blocks: Block[], { codings, suggestions, memos }: Marks, before?: Layout): Layout {
  const set = placed(codings);
  const lanes = (before?.blocks === blocks ? before.lanes : new Lanes()).hold(set);
  const lists: Lists = {
    codings: kept(byBlock(blocks, set), before?.codings),
    suggestions: kept(byBlock(blocks, suggestions), before?.suggestions),
    notes: kept(byBlock(blocks, memos.filter(isOnWords)), before?.notes),
  };
  return { ...lists, blocks, strips: inStrips(blocks.length, lists, before?.strips), lanes, width: lanes.width };
}

function inStrips(blocks: number, { codings, suggestions, notes }: Lists, before: Lists[] = []): Lists[] {
  return Array.from({ length: Math.ceil(blocks / STRIP) }, (_, i) => {
    const cut = <T>(lists: T[]) => lists.slice(i * STRIP, (i + 1) * STRIP);
    const now: Lists = { codings: cut(codings), suggestions: cut(suggestions), notes: cut(notes) };
    const old = before[i];
    const same = old && (["codings", "suggestions", "notes"] as const).every((name) => now[name].every((list, at) => list === old[name][at]));
    return same ? old : now;
  });
}

function kept<T>(now: T[][], before: T[][] = []): T[][] {
  return now.map((list, i) => {
    const old = before[i];
    return old?.length === list.length && list.every((item, at) => item === old[at]) ? old : list;
  });
}

/** Blocks are laid out and watched in strips: a browser watches a hundred at no cost, thousands not. */
export const STRIP = 8;

export function stripsOf<T>(blocks: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(blocks.length / STRIP) }, (_, i) => blocks.slice(i * STRIP, (i + 1) * STRIP));
}

/** Pixels, guessed from characters and names beside them, so that the scroll bar is about right before all is laid out. */
export function guessedHeight({ text, opens }: Block, names: number): number {
  return Math.max(names * 21 + 4, Math.ceil(text.length / 66) * 29 + 6) + (opens ? 8 : 0);
}

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
