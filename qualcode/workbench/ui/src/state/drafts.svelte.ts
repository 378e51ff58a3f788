/** What is being typed and was not sent: it outlives a service that is away, and a page that is loaded again. */

const KEPT = "qualcode.drafts";

function stored(): Record<string, string> {
  try {
    return JSON.parse(globalThis.sessionStorage?.getItem(KEPT) ?? "{}") as Record<string, string>;
  } catch {
    return {};
  }
}

const drafts = $state(stored());

export function draft(name: string): string {
  return drafts[name] ?? "";
}

export function keepDraft(name: string, text: string): void {
  if (text) drafts[name] = text;
  else delete drafts[name];
  try {
    sessionStorage.setItem(KEPT, JSON.stringify(drafts));
  } catch {
    // a browser without room for it keeps the words while the page is open
  }
}
