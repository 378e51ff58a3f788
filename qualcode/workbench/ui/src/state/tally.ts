/** What an act of ours on codings changes in the lists, without asking the service for all of them again. */

import type { Coding, Reader } from "../api/shapes";
import { desk } from "./desk.svelte";

/** Whether the lists are from before the act: they may have been asked for while it was done. */
let behind = true;

/** Codings of the open source became others: count them where they are counted. */
export function tally(reader: Reader, before: readonly Coding[], after: readonly Coding[]): void {
  if (!behind) return;
  const mine = (codings: readonly Coding[]) => codings.filter((coding) => coding.mine).length;
  desk.sources = desk.sources.map((source) =>
    source.name === reader.source
      ? {
          ...source,
          codings: source.codings + after.length - before.length,
          own: source.own + mine(after) - mine(before),
          waiting: desk.reader?.suggestions.length ?? source.waiting,
        }
      : source,
  );
  const more = new Map<string, number>();
  for (const { code } of after) more.set(code, (more.get(code) ?? 0) + 1);
  for (const { code } of before) more.set(code, (more.get(code) ?? 0) - 1);
  const codebook = desk.codebook;
  if (!codebook || ![...more.values()].some(Boolean)) return;
  const codes = codebook.codes.map((code) => (more.get(code.key) ? { ...code, codings: code.codings + more.get(code.key)! } : code));
  desk.codebook = { ...codebook, codes };
}

/** The act just done, as the event `seq`, is what undo would take back. */
export function canUndo(what: string, seq: number): void {
  const project = desk.project;
  behind = !project || project.seq < seq;
  if (project) desk.project = { ...project, seq: Math.max(project.seq, seq), undo: { can: true, what }, redo: { can: false, what: "" } };
}
