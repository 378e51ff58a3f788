/** What a person does: each act goes to the service, is shown at once, and can be taken back. */

import { api, ask, Trouble } from "../api/client";
import type { Coding, CodingChange, CodingIn, Suggestion } from "../api/shapes";
import { lookOf } from "../logic/look";
import { neighbour } from "../logic/reading";
import { overlaps } from "../logic/spans";
import { t } from "../words/words.svelte";
import { desk } from "./desk.svelte";
import { place } from "./place.svelte";
import { used } from "./prefs.svelte";
import { canUndo, tally } from "./tally";
import { complain, say } from "./toasts.svelte";

interface Told {
  /** False where the page itself keeps in step: see tally.ts. */
  ask?: boolean;
  /** What is done where it was refused because somebody changed the thing meanwhile, and the person wants it still. */
  again?: (() => void) | undefined;
}

/** Milliseconds after which it is said that one waits. */
const SLOW = 1500;

/** Do something; where it failed, say why and return null, so that the caller keeps what was typed. */
export async function act<T extends { seq: number }>(doing: Promise<T>, said: (done: T) => string, { ask: asks = true, again }: Told = {}): Promise<T | null> {
  const slow = setTimeout(() => (desk.slow = true), SLOW);
  try {
    const done = await doing;
    desk.did(done.seq);
    const text = said(done);
    if (text) say(text, { undo: done.seq });
    if (asks) desk.settle();
    else canUndo(text, done.seq);
    return done;
  } catch (error) {
    if (error instanceof Trouble && error.current !== undefined) stale(error.current);
    complain(error, error instanceof Trouble && error.current ? again : undefined);
    return null;
  } finally {
    clearTimeout(slow);
    desk.slow = false;
  }
}

const nameOf = (key: string) => lookOf(desk.looks, key).name;

/** Put codings, changed or new, among those that are shown; `counted` where the lists know of them already. */
function show(codings: readonly Coding[], counted = false): void {
  const reader = desk.reader;
  const mine = codings.filter(({ source }) => source === reader?.source);
  if (!reader || !mine.length) return;
  const ids = new Set(mine.map(({ id }) => id));
  const before = reader.codings.filter(({ id }) => ids.has(id));
  const after = [...reader.codings.filter(({ id }) => !ids.has(id)), ...mine].sort(inOrder);
  desk.reader = { ...reader, codings: after, suggestions: stillWaiting(reader.suggestions, mine) };
  if (!counted) tally(reader, before, mine);
}

/** In the order of their places; codings without a place first, as the service has them. */
function inOrder(a: Coding, b: Coding): number {
  return (a.start ?? 0) - (b.start ?? 0) || (a.end ?? 0) - (b.end ?? 0) || (a.id < b.id ? -1 : 1);
}

/** A suggestion is settled once its coder has given its code to words of it. */
function stillWaiting(suggestions: Suggestion[], codings: readonly Coding[]): Suggestion[] {
  const settled = ({ code, start, end }: Suggestion) =>
    codings.some((one) => one.mine && one.code === code && one.start !== null && one.end !== null && overlaps({ start, end }, { start: one.start, end: one.end }));
  return suggestions.some(settled) ? suggestions.filter((one) => !settled(one)) : suggestions;
}

function hide(coding: Coding): void {
  const reader = desk.reader;
  if (!reader) return;
  desk.reader = { ...reader, codings: reader.codings.filter(({ id }) => id !== coding.id) };
  tally(reader, [coding], []);
}

function stale(current: Coding | null): void {
  if (current) show([current]);
  else desk.reread().catch(complain);
}

export interface What {
  codes?: string[];
  new?: CodingIn["new"];
  in_vivo?: boolean;
}

/** Code a stretch of the open source: several codes are one act. */
export async function code(start: number, end: number, { codes = [], new: fresh = null, in_vivo = false }: What): Promise<Coding[]> {
  const reader = desk.reader;
  if (!reader) return [];
  const body: CodingIn = {
    source: reader.source, start, end, revision_id: reader.revision_id, codes, new: fresh, in_vivo, memo: "", condensation: "", negative: false,
  };
  const names = [...codes.map(nameOf), ...(fresh ? [fresh.name] : []), ...(in_vivo ? [reader.text.slice(start, end)] : [])];
  const done = await act(ask(api.POST("/api/codings", { body })), () => t("Coded: {code}", { code: names.join(", ") }), { ask: false });
  if (!done) return [];
  const named = fresh !== null || in_vivo;
  if (named) await desk.refresh().catch(complain); // the codebook has the new code, and the lists its codings
  show(done.codings, named);
  for (const coding of [...done.codings].reverse()) used(coding.code);
  return done.codings;
}

export async function change(coding: Coding, what: CodingChange, said: string): Promise<Coding | null> {
  const params = { path: { coding_id: coding.id } };
  const asked = api.PATCH("/api/codings/{coding_id}", { params, body: { seq: coding.seq, ...what } });
  const again = () => {
    const now = desk.reader?.codings.find(({ id }) => id === coding.id);
    if (now) void change(now, what, said);
  };
  const done = await act(ask(asked), () => said, { ask: false, again });
  if (!done?.coding) return null;
  if (done.coding.id !== coding.id) hide(coding); // it became one with another of the same words
  show([done.coding]);
  return done.coding;
}

export async function remove(coding: Coding): Promise<boolean> {
  const params = { path: { coding_id: coding.id } };
  const said = t("Taken away: {code}", { code: nameOf(coding.code) });
  const done = await act(ask(api.DELETE("/api/codings/{coding_id}", { params })), () => said, { ask: false });
  if (done) hide(coding);
  return done !== null;
}

async function decide(suggestion: Suggestion, verdict: "accept" | "reject", instead = ""): Promise<boolean> {
  const body = { suggestion: suggestion.id, verdict, code: instead, memo: "", condensation: "", negative: false };
  const code = nameOf(instead || suggestion.code);
  const said = verdict === "accept" ? t("Accepted: {code}", { code }) : t("Rejected: {code}", { code });
  const done = await act(ask(api.POST("/api/decisions", { body })), () => said, { ask: false });
  if (!done || !desk.reader) return false;
  desk.reader = { ...desk.reader, suggestions: desk.reader.suggestions.filter(({ id }) => id !== suggestion.id) };
  if (done.coding) show([done.coding]);
  else tally(desk.reader, [], []);
  return true;
}

/** Settle a suggestion, and go on to the next one. */
export async function settle(suggestion: Suggestion, verdict: "accept" | "reject", instead = ""): Promise<void> {
  if (await decide(suggestion, verdict, instead)) place.suggest(neighbour(desk.reader?.suggestions ?? [], "", suggestion.start, 1)?.id ?? "");
}

export function toggleNegative(coding: Coding): Promise<Coding | null> {
  return change(coding, { negative: !coding.negative }, coding.negative ? t("No longer a negative case") : t("Marked as negative case"));
}

export function togglePinned(coding: Coding): Promise<Coding | null> {
  return change(coding, { pinned: !coding.pinned }, coding.pinned ? t("No longer quoted first") : t("Will be quoted first"));
}

/** Take the last act back, or do it again; where the act `seen` is meant and is not the last any more, nothing. */
export async function turnBack(way: "undo" | "redo", seen?: number): Promise<void> {
  const asked = way === "undo" ? ask(api.POST("/api/undo", { params: { query: seen ? { seen } : {} } })) : ask(api.POST("/api/redo", {}));
  try {
    const { seq, summary, action } = await asked;
    desk.did(seq);
    say((way === "undo" ? t("Undone") : t("Done again")) + (summary || action ? `: ${summary || action}` : ""));
    await Promise.all([desk.refresh(), desk.reread()]);
    desk.news++;
  } catch (error) {
    complain(error);
  }
}
