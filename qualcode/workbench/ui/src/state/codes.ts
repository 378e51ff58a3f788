/** Work on the codebook. */

import { api, ask } from "../api/client";
import type { Code, CodeChange, Preview, Touches } from "../api/shapes";
import { lookOf } from "../logic/look";
import { t } from "../words/words.svelte";
import { act } from "./acts";
import { desk } from "./desk.svelte";
import { complain } from "./toasts.svelte";

const nameOf = (key: string) => lookOf(desk.looks, key).name;

async function refreshed<T>(done: T | null): Promise<T | null> {
  if (done) await Promise.all([desk.refresh(), desk.reread()]).catch(complain);
  return done;
}

export async function makeCode(name: string, framework: string, parent: string): Promise<Code | null> {
  const body = { name, framework, parent };
  const done = await act(ask(api.POST("/api/codes", { body })), () => t("New code: {name}", { name }));
  return (await refreshed(done))?.code ?? null;
}

export async function changeCode(code: Code, what: CodeChange): Promise<Code | null> {
  const asked = api.PATCH("/api/codes/{key}", { params: { path: { key: code.key } }, body: { seq: code.seq, ...what } });
  const done = await act(ask(asked), () => t("Code changed: {code}", { code: nameOf(code.key) }));
  return (await refreshed(done))?.code ?? null;
}

export async function moveCode(key: string, where: Pick<CodeChange, "parent" | "framework">): Promise<void> {
  const code = desk.codebook?.codes.find((other) => other.key === key);
  if (code && (code.parent ?? "") !== where.parent) await changeCode(code, where);
}

export async function mergeCode(key: string, into: string): Promise<boolean> {
  const said = t("{code} was merged into {other}", { code: nameOf(key), other: nameOf(into) });
  const asked = api.POST("/api/codes/{key}/merge", { params: { path: { key } }, body: { into } });
  return (await refreshed(await act(ask(asked), () => said))) !== null;
}

/** `to` takes over the codings; without it, they go with the code. */
export async function removeCode(key: string, to: string): Promise<boolean> {
  const said = t("Code taken away: {code}", { code: nameOf(key) });
  const params = { path: { key }, query: to ? { codings_to: to } : {} };
  return (await refreshed(await act(ask(api.DELETE("/api/codes/{key}", { params })), () => said))) !== null;
}

export async function splitCode(key: string, name: string, codings: string[]): Promise<boolean> {
  const asked = api.POST("/api/codes/{key}/split", { params: { path: { key } }, body: { name, codings } });
  return (await refreshed(await act(ask(asked), () => t("New code: {name}", { name })))) !== null;
}

export function touches(key: string): Promise<Touches> {
  return ask(api.GET("/api/codes/{key}/touches", { params: { path: { key } } }));
}

/** What a codebook file would do; with `apply`, it is done. */
export async function loadCodebook(file: File, apply: boolean): Promise<Preview> {
  const form = new FormData();
  form.append("file", file, file.name);
  const body = form as unknown as { file: string; apply: boolean; prune: boolean; theirs: string[]; codings_to: string[] };
  if (apply) form.append("apply", "true");
  const done = await ask(api.POST("/api/codebook", { body, bodySerializer: () => form }));
  if (apply) await Promise.all([desk.refresh(), desk.reread()]);
  return done;
}
