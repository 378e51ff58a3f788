/** Short messages: what was done, with its undo; what went wrong, with its remedy. */

import { Trouble } from "../api/client";
import { t } from "../words/words.svelte";

interface Toast {
  id: number;
  text: string;
  detail: string;
  trouble: boolean;
  /** Number of the act that can be taken back by it; 0 for none. */
  undo: number;
  /** Does what was refused after all. */
  again?: (() => void) | undefined;
}

const SECONDS = { done: 6, trouble: 20 };
let number = 0;

export const toasts = $state<Toast[]>([]);

export function say(text: string, { detail = "", trouble = false, undo = 0, again }: Partial<Omit<Toast, "id" | "text">> = {}): void {
  const id = ++number;
  if (toasts.length > 3) toasts.shift();
  for (const older of toasts) older.undo = 0; // undo takes back the last act, not an older one
  toasts.push({ id, text, detail, trouble, undo, again });
  setTimeout(() => dismiss(id), 1000 * (trouble ? SECONDS.trouble : SECONDS.done));
}

export function dismiss(id: number): void {
  const at = toasts.findIndex((toast) => toast.id === id);
  if (at >= 0) toasts.splice(at, 1);
}

/** Say what went wrong. Anything but `Trouble` is a fault of ours: it is said, and told to the console. */
export function complain(error: unknown, again?: () => void): void {
  if (!(error instanceof Trouble)) {
    console.error(error);
    say(t("Something went wrong on this page"), { detail: t("Load the page again; what was coded is kept."), trouble: true });
  } else if (error.away) {
    say(t("The workbench does not answer"), { detail: t("Nothing you typed is lost. It goes on when `qualcode serve` runs again."), trouble: true });
  } else {
    const { what, where, remedy } = error.fault;
    say(what || t("That could not be done"), { detail: [where, remedy].filter(Boolean).join(" · "), trouble: true, again });
  }
}
