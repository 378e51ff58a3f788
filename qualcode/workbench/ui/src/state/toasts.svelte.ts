/** Short messages: what was done, with its undo; what went wrong, with its remedy. */

import { Trouble } from "../api/client";
import { t } from "../words/words.svelte";

interface Toast {
  id: number;
  text: string;
  /** How often it was said, one time after the other. */
  times: number;
  detail: string;
  trouble: boolean;
  /** Number of the act that can be taken back by it; 0 for none. */
  undo: number;
  /** Does what was refused after all. */
  again?: (() => void) | undefined;
}

/** More than these nobody reads. */
const MOST = 2;
const SECONDS = { done: 6, trouble: 20 };
let number = 0;

export const toasts = $state<Toast[]>([]);

export function say(text: string, { detail = "", trouble = false, undo = 0, again }: Partial<Omit<Toast, "id" | "text" | "times">> = {}): void {
  const id = ++number;
  const before = toasts.find((toast) => toast.text === text && toast.detail === detail && toast.trouble === trouble);
  if (before) dismiss(before.id);
  while (toasts.length >= MOST) dismiss((toasts.find((toast) => !toast.trouble) ?? toasts[0]!).id); // trouble stays longer
  for (const older of toasts) older.undo = 0; // undo takes back the last act, not an older one
  toasts.push({ id, text, times: (before?.times ?? 0) + 1, detail, trouble, undo, again });
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
