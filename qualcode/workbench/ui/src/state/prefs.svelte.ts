/** What a person set for this browser: theme, number keys, what is shown. */

import { keepText, keptFields } from "../logic/kept";
import { withUsed } from "../logic/palette";

type Theme = "auto" | "light" | "dark";

interface Prefs {
  theme: Theme;
  /** Codes on the keys 1 to 9. */
  slots: string[];
  /** Codes by last use. */
  recent: string[];
  translations: boolean;
  /** The line for beginners was sent away. */
  stepped: boolean;
  /** Codes whose codes below are folded away. */
  shut: string[];
}

const KEPT = "qualcode.prefs";
const system = globalThis.matchMedia?.("(prefers-color-scheme: dark)");

const PLAIN: Prefs = { theme: "auto", slots: [], recent: [], translations: false, stepped: false, shut: [] };

export const prefs = $state(keptFields(KEPT, PLAIN));
const look = $state({ systemDark: system?.matches ?? false });
system?.addEventListener("change", (change) => (look.systemDark = change.matches));

export function isDark(): boolean {
  return prefs.theme === "dark" || (prefs.theme === "auto" && look.systemDark);
}

/** To be called once by the page: keeps the settings, and dresses the page in them. */
export function keepPrefs(): void {
  $effect(() => keepText(KEPT, JSON.stringify(prefs)));
  $effect(() => {
    document.documentElement.dataset["theme"] = isDark() ? "dark" : "light";
  });
}

export function used(code: string): void {
  prefs.slots = withUsed(prefs.slots, prefs.recent, code);
  prefs.recent = [code, ...prefs.recent.filter((key) => key !== code)].slice(0, 30);
}
