/** Work on themes. */

import { api, ask, Trouble } from "../api/client";
import type { Cell, Theme, ThemeChange } from "../api/shapes";
import { sameWhere } from "../logic/themes";
import { t } from "../words/words.svelte";
import { act } from "./acts";
import { desk } from "./desk.svelte";

export type Side = "evidence_for" | "evidence_against";

const NOTHING: ThemeChange = { name: "", claim: "", codes: [], evidence_for: [], evidence_against: [], without: [], verdicts: {}, relations: {} };

export async function makeTheme(name: string, claim: string, codes: string[]): Promise<boolean> {
  return (await act(ask(api.POST("/api/themes", { body: { name, claim, codes } })), () => t("New theme: {name}", { name }))) !== null;
}

export async function changeTheme(theme: Theme, change: Partial<ThemeChange>, said: string): Promise<boolean> {
  return (await act(inTurn(() => patched(theme, change)), () => said)) !== null;
}

/** Themes as this page itself left them, by id: it may write on before it has read them again. */
const left = new Map<string, Theme>();

/** Change a theme. Where somebody changed something else of it meanwhile, the change is made all the same. */
async function patched(shown: Theme, change: Partial<ThemeChange>): Promise<Theme> {
  const own = left.get(shown.id);
  const theme = own && own.seq > shown.seq ? own : shown;
  const writes = Object.keys(change).some((field) => ["name", "claim", "verdicts", "relations"].includes(field));
  const send = (seq: number) =>
    ask(api.PATCH("/api/themes/{theme}", { params: { path: { theme: theme.id } }, body: { ...NOTHING, ...change, ...(writes ? { seq } : {}) } }));
  try {
    const done = await send(theme.seq);
    left.set(done.id, done);
    return done;
  } catch (error) {
    if (!(error instanceof Trouble) || error.status !== 409) throw error;
    const now = (await ask(api.GET("/api/themes"))).find(({ id }) => id === theme.id);
    desk.news++;
    if (!now || now.seq === theme.seq || !sameWhere(theme, now, change)) throw error;
    return send(now.seq);
  }
}

export async function removeTheme({ id, name }: Theme): Promise<boolean> {
  const asked = ask(api.DELETE("/api/themes/{theme}", { params: { path: { theme: id } } }));
  return (await act(asked, () => t("Theme taken away: {name}", { name }))) !== null;
}

const SAID: Record<Side, string> = { evidence_for: "Added: speaks for the theme", evidence_against: "Added: speaks against the theme" };

export function cite(theme: Theme, coding: string, side: Side): Promise<boolean> {
  return changeTheme(theme, { [side]: [coding] }, t(SAID[side]));
}

export function takeOut(theme: Theme, what: string): Promise<boolean> {
  return changeTheme(theme, { without: [what] }, t("Taken out of the theme"));
}

/** The version of one's own summary that this page itself left, by case and code. */
const summed = new Map<string, number>();

/** Let a text be one's summary of a cell. */
export async function summarise({ case: about, code, summaries }: Cell, text: string): Promise<boolean> {
  const name = JSON.stringify([about, code]);
  const send = () => {
    const seq = Math.max(summed.get(name) ?? 0, ...summaries.filter(({ mine }) => mine).map((one) => one.seq));
    return ask(api.PUT("/api/cells", { body: { case: about, code, text, seq } }));
  };
  const done = await act(inTurn(send), () => t("Summary kept"));
  if (done) summed.set(name, done.own);
  else desk.news++;
  return done !== null;
}

let last: Promise<unknown> = Promise.resolve();

/** One after the other, so that each knows what the one before it left. */
function inTurn<T>(doing: () => Promise<T>): Promise<T> {
  const mine = last.then(doing, doing);
  last = mine;
  return mine;
}
