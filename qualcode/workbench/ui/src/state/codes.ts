/** Work on the codebook. */

import { api, ask, Trouble } from "../api/client";
import type { Code, CodeChange, CodeDone, Framework, FrameworkChange, Preview, Touches } from "../api/shapes";
import { inLanguage } from "../logic/local";
import { lookOf } from "../logic/look";
import { sameIn } from "../logic/meanwhile";
import type { Spot } from "../logic/placing";
import { t } from "../words/words.svelte";
import { act } from "./acts";
import { desk } from "./desk.svelte";
import { complain } from "./toasts.svelte";

const nameOf = (key: string) => lookOf(desk.looks, key).name;

export function familyName(key: string): string {
  const framework = desk.codebook?.frameworks.find((other) => other.key === key);
  return inLanguage(framework?.name, desk.codeLanguage) || key;
}

async function refreshed<T>(done: T | null): Promise<T | null> {
  if (done) await Promise.all([desk.refresh(), desk.reread()]).catch(complain);
  return done;
}

export async function makeCode(name: string, framework: string, parent: string): Promise<Code | null> {
  const body = { name, framework, parent };
  const done = await act(ask(api.POST("/api/codes", { body })), () => t("New code: {name}", { name }));
  return (await refreshed(done))?.code ?? null;
}

export async function changeCode(code: Code, what: CodeChange, said = ""): Promise<Code | null> {
  const done = await act(patched(code, what), () => said || t("Code changed: {code}", { code: nameOf(code.key) }));
  return (await refreshed(done))?.code ?? null;
}

/** Change a code; where somebody changed something else of it meanwhile, the change is made all the same. */
async function patched(code: Code, what: CodeChange): Promise<CodeDone> {
  const send = ({ key, seq }: Code) => ask(api.PATCH("/api/codes/{key}", { params: { path: { key } }, body: { ...what, seq } }));
  try {
    return await send(code);
  } catch (error) {
    if (!(error instanceof Trouble) || (error.status !== 409 && error.status !== 404)) throw error;
    await desk.refresh();
    const now = desk.codebook?.codes.find(({ id }) => id === code.id);
    if (!now || now.seq === code.seq || !sameIn(code, now, what)) throw error;
    return send(now);
  }
}

export async function moveCode(code: Code, spot: Spot): Promise<Code | null> {
  const moved = (code.parent ?? "") !== spot.parent || code.framework !== spot.framework;
  const said = { code: nameOf(code.key), other: spot.parent ? nameOf(spot.parent) : familyName(spot.framework) };
  return changeCode(code, { ...spot }, moved ? t("{code} is now below {other}", said) : t("Order changed: {code}", said));
}

export async function mergeCode(key: string, into: string): Promise<boolean> {
  const said = t("{code} was merged into {other}", { code: nameOf(key), other: nameOf(into) });
  const asked = api.POST("/api/codes/{key}/merge", { params: { path: { key } }, body: { into } });
  return (await refreshed(await act(ask(asked), () => said))) !== null;
}

/** `to` takes over the codings; without it, there must be none. */
export async function removeCode(key: string, to: string): Promise<boolean> {
  const said = t("Code taken away: {code}", { code: nameOf(key) });
  const params = { path: { key }, query: to ? { codings_to: to } : {} };
  return (await refreshed(await act(ask(api.DELETE("/api/codes/{key}", { params })), () => said))) !== null;
}

export async function splitCode(key: string, name: string, codings: string[]): Promise<boolean> {
  const asked = api.POST("/api/codes/{key}/split", { params: { path: { key } }, body: { name, codings } });
  const fields = { n: codings.length, code: nameOf(key), name };
  const said = codings.length === 1 ? t("{n} of {code} is now {name}", fields) : t("{n} of {code} are now {name}", fields);
  return (await refreshed(await act(ask(asked), () => said))) !== null;
}

/** Change a family of codes as it was last seen here. */
export async function changeFamily({ key, seq }: Framework, what: FrameworkChange, said = ""): Promise<boolean> {
  const asked = api.PATCH("/api/frameworks/{key}", { params: { path: { key } }, body: { ...what, seq } });
  return (await refreshed(await act(ask(asked), () => said || t("Family changed: {code}", { code: familyName(key) })))) !== null;
}

/** Put a family so many places further among the others. */
export async function stepFamily(key: string, by: -1 | 1): Promise<boolean> {
  const families = desk.codebook?.frameworks ?? [];
  const at = families.findIndex((other) => other.key === key);
  const position = at + by;
  if (at < 0 || position < 0 || position >= families.length) return false;
  return changeFamily(families[at]!, { position }, t("Order changed: {code}", { code: familyName(key) }));
}

/** `to` takes over the codes; without it, there must be none. */
export async function removeFamily(key: string, to: string): Promise<boolean> {
  const said = t("Family taken away: {code}", { code: familyName(key) });
  const params = { path: { key }, query: to ? { codes_to: to } : {} };
  return (await refreshed(await act(ask(api.DELETE("/api/frameworks/{key}", { params })), () => said))) !== null;
}

/** The codes of a family, with everyone's codings. */
export async function familyTouches(key: string): Promise<Record<string, number>> {
  return (await ask(api.GET("/api/frameworks/{key}/touches", { params: { path: { key } } }))).codings;
}

export function touches(key: string): Promise<Touches> {
  return ask(api.GET("/api/codes/{key}/touches", { params: { path: { key } } }));
}

interface Applying {
  apply: boolean;
  prune: boolean;
  /** Conflicts that take the file's side, as `key:field`. */
  theirs: string[];
  /** Where the codings of removed codes go, as `key:other`. */
  codings_to: string[];
}

/** What a codebook file would do; with `apply`, it is done. */
export async function loadCodebook(file: File, how: Applying): Promise<Preview> {
  const form = new FormData();
  form.append("file", file, file.name);
  form.append("apply", `${how.apply}`);
  form.append("prune", `${how.prune}`);
  for (const each of how.theirs) form.append("theirs", each);
  for (const each of how.codings_to) form.append("codings_to", each);
  const done = await ask(api.POST("/api/codebook", { body: { file: file.name, ...how }, bodySerializer: () => form }));
  if (how.apply) await Promise.all([desk.refresh(), desk.reread()]);
  return done;
}
