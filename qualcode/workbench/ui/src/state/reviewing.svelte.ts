/** The review as this tab sees it: what is gone through, where one is, what is chosen. */

import { api, ask } from "../api/client";
import type { QueueItem, Standing } from "../api/shapes";
import { lookOf } from "../logic/look";
import { counted, t } from "../words/words.svelte";
import { act } from "./acts";
import { desk } from "./desk.svelte";

export type Remark = QueueItem["remarks"][number]["remark"];
/** What is being written: a remark in words, a proposal, an answer. */
type Writing = "" | "query" | "comment" | "propose" | "answer";

/** A coding, and its version that was looked at. */
export type Looked = Pick<QueueItem, "id" | "seq">;

export const STRETCH = 50;

class Reviewing {
  theme = $state("");
  code = $state("");
  source = $state("");
  coder = $state("");
  /** Null until it is known what there is to do. */
  standing = $state<Standing | "" | null>(null);
  /** How many are shown. */
  shown = $state(STRETCH);
  /** Id of the coding that is open, and its place, for when it is gone from the list. */
  at = $state("");
  index = 0;
  chosen = $state.raw<ReadonlySet<string>>(new Set());
  writing = $state<Writing>("");

  /** To be called when other codings are to be gone through. */
  begin(): void {
    [this.shown, this.at, this.index, this.chosen, this.writing] = [STRETCH, "", 0, new Set(), ""];
  }

  go(item: QueueItem | undefined): void {
    if (item && item.id !== this.at) [this.at, this.writing] = [item.id, ""];
  }

  choose(id: string): void {
    const chosen = new Set(this.chosen);
    if (!chosen.delete(id)) chosen.add(id);
    [this.chosen, this.writing] = [chosen, ""];
  }

  letGo(): void {
    if (this.writing) this.writing = "";
    else this.chosen = new Set();
  }
}

export const reviewing = new Reviewing();

const SAID: Record<Remark, string> = { agree: "Agreed", query: "Asked", propose: "Proposed: {code}", deviant: "Marked as negative case", comment: "Commented" };

/** Say one thing of a coding, or the same of several, as they were looked at. */
export async function remark(codings: readonly Looked[], kind: Remark, text = "", code = ""): Promise<boolean> {
  const seen = Object.fromEntries(codings.map(({ id, seq }) => [id, seq]));
  const body = { codings: Object.keys(seen), remark: kind, text: text.trim(), code, seen };
  const said = t(SAID[kind], { code: code ? lookOf(desk.looks, code).name : "" });
  const several = codings.length > 1 ? ` · ${counted(codings.length, "{n} coding", "{n} codings")}` : "";
  const done = await act(ask(api.POST("/api/remarks", { body })), () => said + several);
  if (!done) desk.news++; // what is shown may be what was changed
  return done !== null;
}

export async function answer(coding: string, text: string): Promise<boolean> {
  return (await act(ask(api.POST("/api/answers", { body: { coding, text: text.trim() } })), () => t("Answer kept"))) !== null;
}

/** Give one's coding the code that was proposed. */
export async function accept(coding: string, code: string, text = ""): Promise<boolean> {
  const said = t("Accepted: {code}", { code: lookOf(desk.looks, code).name });
  return (await act(ask(api.POST("/api/accepted-proposals", { body: { coding, code, text: text.trim() } })), () => said)) !== null;
}
