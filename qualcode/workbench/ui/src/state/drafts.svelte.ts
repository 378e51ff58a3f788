/** What is being typed and was not sent: it outlives a service that is away, and a page that is loaded again. */

import { keepText, keptFields } from "../logic/kept";

const KEPT = "qualcode.drafts";

const drafts = $state(keptFields<Record<string, string>>(KEPT, {}, "sessionStorage"));

export function draft(name: string): string {
  return drafts[name] ?? "";
}

export function keepDraft(name: string, text: string): void {
  if (text) drafts[name] = text;
  else delete drafts[name];
  keepText(KEPT, JSON.stringify(drafts), "sessionStorage");
}
