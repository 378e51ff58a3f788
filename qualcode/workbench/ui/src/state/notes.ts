/** Notes on the source, on its words, and on the cases that speak in it. */

import { api, ask } from "../api/client";
import type { Memo } from "../api/shapes";
import type { Span } from "../logic/spans";
import { t } from "../words/words.svelte";
import { act } from "./acts";
import { desk } from "./desk.svelte";

/** What a note is to be on: words of the open source, a case, or the source itself. */
interface Subject {
  span?: Span | null;
  case?: string;
}

const NOTHING = { source: "", code: "", coding: "", case: "", theme: "", start: null, end: null };

export async function addNote(text: string, { span = null, case: named = "" }: Subject): Promise<Memo | null> {
  const source = desk.reader?.source ?? "";
  const body = { ...NOTHING, text, ...(named ? { case: named } : { source, ...span }) };
  const done = await act(ask(api.POST("/api/memos", { body })), () => t("Note kept"), { ask: false });
  if (done) show(done.memo);
  return done?.memo ?? null;
}

/** Without words, the note is taken away. */
export async function changeNote(memo: Memo, text: string): Promise<boolean> {
  if (!text.trim()) return removeNote(memo);
  const params = { path: { memo_id: memo.id } };
  const done = await act(ask(api.PATCH("/api/memos/{memo_id}", { params, body: { text, seq: memo.seq } })), () => t("Note changed"), { ask: false });
  if (done) show(done.memo);
  return done !== null;
}

export async function removeNote(memo: Memo): Promise<boolean> {
  const params = { path: { memo_id: memo.id } };
  const done = await act(ask(api.DELETE("/api/memos/{memo_id}", { params })), () => t("Note taken away"), { ask: false });
  if (done && desk.reader) desk.reader = { ...desk.reader, memos: desk.reader.memos.filter(({ id }) => id !== memo.id) };
  return done !== null;
}

function show(memo: Memo): void {
  const reader = desk.reader;
  if (!reader) return;
  const others = reader.memos.filter(({ id }) => id !== memo.id);
  desk.reader = { ...reader, memos: [...others, memo].sort((a, b) => (a.start ?? 0) - (b.start ?? 0) || (a.at < b.at ? -1 : 1)) };
}
