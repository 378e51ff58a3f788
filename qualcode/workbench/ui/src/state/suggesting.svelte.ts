/** Suggestions being made, while the coder goes on, wherever in the workbench. */

import { api, ask } from "../api/client";
import type { Suggested } from "../api/shapes";
import { desk } from "./desk.svelte";
import { complain } from "./toasts.svelte";

export const suggesting = $state<{ busy: boolean; made: Suggested | null }>({ busy: false, made: null });

export async function suggestCodes(): Promise<void> {
  if (suggesting.busy) return;
  [suggesting.busy, suggesting.made] = [true, null];
  try {
    suggesting.made = await ask(api.POST("/api/suggestions", { body: { sources: [] } }));
    await Promise.all([desk.refresh(), desk.reread()]);
  } catch (error) {
    complain(error);
  } finally {
    suggesting.busy = false;
  }
}
