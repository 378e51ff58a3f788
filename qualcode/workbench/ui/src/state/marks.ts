/** How far a source is coded through, and what it was not asked about. */

import { api, ask } from "../api/client";
import { lookOf } from "../logic/look";
import type { Span } from "../logic/spans";
import { t } from "../words/words.svelte";
import { act } from "./acts";
import { desk } from "./desk.svelte";
import { complain } from "./toasts.svelte";

export interface Through {
  /** A stretch, with what it is called; all of the source where there is none. */
  span?: Span | null;
  called?: string;
  /** For the codes of this framework alone. */
  framework?: string;
}

/** Mark a source, or a stretch of it, as coded through, or take that back. */
export async function markThrough(name: string, on: boolean, { span = null, called = "", framework = "" }: Through = {}): Promise<void> {
  const params = { path: { name } };
  const body = { codes: [], frameworks: framework ? [framework] : [], ...span };
  const asked = on
    ? ask(api.PUT("/api/sources/{name}/read", { params, body }))
    : ask(api.DELETE("/api/sources/{name}/read", { params: { ...params, query: span ?? {} } }));
  const what = span ? called : name;
  const done = await act(asked, () => (on ? t("{what}: coded through", { what }) : t("{what}: to be read on", { what })));
  if (done) await desk.reread().catch(complain);
}

export async function markAsked(name: string, code: string, asked: boolean): Promise<void> {
  const body = { code, asked };
  const said = { source: name, code: lookOf(desk.looks, code).name };
  const done = await act(ask(api.PUT("/api/sources/{name}/not-asked", { params: { path: { name } }, body })), () =>
    asked ? t("{source} was asked about {code} after all", said) : t("{source} was not asked about {code}", said),
  );
  const reader = desk.reader;
  if (!done || reader?.source !== name) return;
  const others = reader.not_asked.filter((key) => key !== code);
  desk.reader = { ...reader, not_asked: asked ? others : [...others, code] };
}
