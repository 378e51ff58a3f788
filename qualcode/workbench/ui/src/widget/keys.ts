/** The keys of the widget. They hold only while it has the focus, and go no further than it. */

import { written, type Pressed } from "../logic/keys";

export type Command =
  | "next" | "previous" | "onward" | "choose" | "choose-all" | "agree" | "query" | "comment" | "propose" | "deviant" | "answer" | "undo" | "help" | "leave";

export const KEYS: readonly { command: Command; keys: readonly string[]; text: string }[] = [
  { command: "next", keys: ["j", "ArrowDown"], text: "next coding" },
  { command: "previous", keys: ["k", "ArrowUp"], text: "coding before" },
  { command: "onward", keys: ["n"], text: "next one not looked at" },
  { command: "agree", keys: ["a"], text: "agree, and go on" },
  { command: "query", keys: ["q"], text: "ask its coder something" },
  { command: "comment", keys: ["c"], text: "comment" },
  { command: "propose", keys: ["p"], text: "propose another code" },
  { command: "deviant", keys: ["d"], text: "negative case: it speaks against the rest" },
  { command: "answer", keys: ["r"], text: "answer, if it is yours" },
  { command: "choose", keys: ["x"], text: "choose it, to say one thing of several" },
  { command: "choose-all", keys: ["Shift+X"], text: "choose all that show, or none" },
  { command: "undo", keys: ["Mod+Z"], text: "take back what you said last" },
  { command: "help", keys: ["?"], text: "this sheet" },
  { command: "leave", keys: ["Escape"], text: "let go" },
];

const COMMANDS = new Map(KEYS.flatMap(({ command, keys }) => keys.map((key) => [key, command] as const)));

export function commandOf({ key, ctrlKey, metaKey, altKey, shiftKey }: Pressed): Command | null {
  if (altKey) return null;
  const letter = /^[a-z]$/i.test(key);
  const mod = ctrlKey || metaKey;
  const name = letter && (mod || shiftKey) ? key.toUpperCase() : key;
  return COMMANDS.get((mod ? "Mod+" : "") + (letter && shiftKey ? "Shift+" : "") + name) ?? null;
}

/** Where a key is typed, and is no command. */
export function isTyping(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest("input:not([type='checkbox']), textarea, select, [contenteditable]") !== null;
}

export function shownKey(command: Command): string {
  const key = KEYS.find((each) => each.command === command)?.keys[0] ?? "";
  return written(key, navigator.platform.startsWith("Mac")).join("");
}
