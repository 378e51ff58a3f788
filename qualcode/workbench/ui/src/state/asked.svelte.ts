/** Something asked of the service that is asked again when its question or the project changes. */

import { Trouble } from "../api/client";
import { desk } from "./desk.svelte";

export interface Asked<T> {
  readonly value: T | null;
  readonly trouble: Trouble | null;
  readonly busy: boolean;
}

/** `question` reads what the answer depends on; null asks nothing. The latest question wins. */
export function asked<T>(question: () => Promise<T> | null): Asked<T> {
  let value = $state.raw<T | null>(null);
  let trouble = $state.raw<Trouble | null>(null);
  let busy = $state(false);
  let latest = 0;

  $effect(() => {
    void desk.news;
    const answer = question();
    const mine = ++latest;
    if (!answer) {
      [value, trouble, busy] = [null, null, false];
      return;
    }
    busy = true;
    answer
      .then(
        (found) => mine === latest && ([value, trouble] = [found, null]),
        (error: unknown) => {
          if (!(error instanceof Trouble)) throw error;
          if (mine !== latest) return;
          if (error.passing && value !== null) return; // it is said above; what stands here, and is typed, stays
          [value, trouble] = [null, error];
        },
      )
      .finally(() => mine === latest && (busy = false));
  });

  return {
    get value() { return value; },
    get trouble() { return trouble; },
    get busy() { return busy; },
  };
}
