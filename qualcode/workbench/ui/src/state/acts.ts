/** What a person does: each act goes to the service, is shown at once, and can be taken back. */

import { api, ask, Trouble } from "../api/client";
import type { Coding, CodingChange, CodingIn, Suggestion } from "../api/shapes";
import { lookOf } from "../logic/look";
import { t } from "../words/words.svelte";
import { desk } from "./desk.svelte";
import { used } from "./prefs.svelte";
import { complain, say } from "./toasts.svelte";

/** Do something; where it failed, say why and return null, so that the caller keeps what was typed. */
export async function act<T extends { seq: number }>(doing: Promise<T>, said: (done: T) => string): Promise<T | null> {
  try {
    const done = await doing;
    desk.seq = Math.max(desk.seq, done.seq);
    const text = said(done);
    if (text) say(text, { undo: true });
    desk.settle();
    return done;
  } catch (error) {
    if (error instanceof Trouble && error.current !== undefined) stale(error.current);
    complain(error);
    return null;
  }
}

const nameOf = (key: string) => lookOf(desk.looks, key).name;

/** Put a coding, changed or new, among those that are shown. */
function show(coding: Coding): void {
  const reader = desk.reader;
  if (!reader || reader.source !== coding.source) return;
  const others = reader.codings.filter(({ id }) => id !== coding.id);
  const at = others.findIndex((other) => (other.start ?? Infinity) > (coding.start ?? Infinity));
  others.splice(at < 0 ? others.length : at, 0, coding);
  desk.reader = { ...reader, codings: others };
}

function hide(id: string): void {
  if (desk.reader) desk.reader = { ...desk.reader, codings: desk.reader.codings.filter((coding) => coding.id !== id) };
}

function stale(current: Coding | null): void {
  if (current) show(current);
  else desk.reread().catch(complain);
}

export type What = Pick<CodingIn, "code" | "new" | "in_vivo" | "memo" | "condensation" | "negative">;

/** Code a stretch of the open source. */
export async function code(start: number, end: number, what: What): Promise<Coding | null> {
  const reader = desk.reader;
  if (!reader) return null;
  const asked = { source: reader.source, start, end, revision_id: reader.revision_id, ...what };
  const done = await act(ask(api.POST("/api/codings", { body: asked as CodingIn })), ({ coding }) =>
    t("Coded: {code}", { code: what.new?.name ?? (what.in_vivo ? reader.text.slice(start, end) : coding ? nameOf(coding.code) : "") }),
  );
  if (!done?.coding) return null;
  if (what.new || what.in_vivo) await desk.refresh().catch(complain);
  used(done.coding.code);
  show(done.coding);
  return done.coding;
}

export async function change(coding: Coding, what: CodingChange, said: string): Promise<Coding | null> {
  const params = { path: { coding_id: coding.id } };
  const done = await act(ask(api.PATCH("/api/codings/{coding_id}", { params, body: { seq: coding.seq, ...what } })), () => said);
  if (done?.coding) show(done.coding);
  return done?.coding ?? null;
}

export async function remove(coding: Coding): Promise<boolean> {
  const params = { path: { coding_id: coding.id } };
  const done = await act(ask(api.DELETE("/api/codings/{coding_id}", { params })), () =>
    t("Taken away: {code}", { code: nameOf(coding.code) }),
  );
  if (done) hide(coding.id);
  return done !== null;
}

export async function decide(suggestion: Suggestion, verdict: "accept" | "reject", instead = ""): Promise<boolean> {
  const body = { suggestion: suggestion.id, verdict, code: instead, memo: "", condensation: "", negative: false };
  const done = await act(ask(api.POST("/api/decisions", { body })), () => {
    const code = nameOf(instead || suggestion.code);
    return verdict === "accept" ? t("Accepted: {code}", { code }) : t("Rejected: {code}", { code });
  });
  if (!done || !desk.reader) return false;
  desk.reader = { ...desk.reader, suggestions: desk.reader.suggestions.filter(({ id }) => id !== suggestion.id) };
  if (done.coding) show(done.coding);
  return true;
}

export async function markRead(name: string, on: boolean): Promise<void> {
  const params = { path: { name } };
  const asked = on
    ? ask(api.PUT("/api/sources/{name}/read", { params, body: null }))
    : ask(api.DELETE("/api/sources/{name}/read", { params }));
  const done = await act(asked, () =>
    on ? t("{source} is coded through", { source: name }) : t("{source} is to be read on", { source: name }),
  );
  if (done) await desk.reread().catch(complain);
}

/** Take the last act back, or do it again. */
export async function turnBack(way: "undo" | "redo"): Promise<void> {
  const asked = way === "undo" ? ask(api.POST("/api/undo", {})) : ask(api.POST("/api/redo", {}));
  try {
    const { seq, summary, action } = await asked;
    desk.seq = Math.max(desk.seq, seq);
    say((way === "undo" ? t("Undone") : t("Done again")) + (summary || action ? `: ${summary || action}` : ""));
    await Promise.all([desk.refresh(), desk.reread()]);
    desk.news++;
  } catch (error) {
    complain(error);
  }
}
