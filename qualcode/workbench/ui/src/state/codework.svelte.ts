/** Which work on the codebook is open, over the page. */

import type { Code, Framework } from "../api/shapes";
import { askFor } from "./finding.svelte";
import { address } from "./place.svelte";

export type Work = "edit" | "new" | "move" | "merge" | "split" | "remove";
export type FamilyWork = "new" | "family" | "dissolve";

export const codework = $state<{ what: Work | FamilyWork | ""; code: Code | null; family: Framework | null }>({ what: "", code: null, family: null });

/** Begin work on a code; without one, a new code goes among the inductive ones. */
export function workOn(what: Work, code: Code | null = null): void {
  [codework.what, codework.code, codework.family] = [what, code, null];
}

/** Begin work on a family of codes. */
export function workOnFamily(what: FamilyWork, family: Framework): void {
  [codework.what, codework.code, codework.family] = [what, null, family];
}

/** The code stays known: a dialog on its way out may still look at it. */
export function endWork(): void {
  codework.what = "";
}

/** Go to the quotations of a code and those below it; of one coder, in one source, of one case, where that is said. */
export function seeQuotations(code: string, { coder = "", source = "", about = "" } = {}): void {
  endWork();
  askFor(code, { ...(coder && { coder: [coder] }), ...(source && { source: [source] }), ...(about && { case: [about] }) });
  location.hash = address("find");
}
