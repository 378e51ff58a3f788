/** Which work on the codebook is open, over the page. */

import type { Code } from "../api/shapes";
import { askFor } from "./finding.svelte";
import { address } from "./place.svelte";

export type Work = "edit" | "new" | "move" | "merge" | "split" | "remove";

export const codework = $state<{ what: Work | ""; code: Code | null }>({ what: "", code: null });

/** Begin work on a code; without one, a new code goes among the inductive ones. */
export function workOn(what: Work, code: Code | null = null): void {
  [codework.what, codework.code] = [what, code];
}

export function endWork(): void {
  [codework.what, codework.code] = ["", null];
}

/** Go to the quotations of a code and those below it; of one coder, in one source, of one case, where that is said. */
export function seeQuotations(code: string, { coder = "", source = "", about = "" } = {}): void {
  endWork();
  askFor(code, { ...(coder && { coder: [coder] }), ...(source && { source: [source] }), ...(about && { case: [about] }) });
  location.hash = address("find");
}
