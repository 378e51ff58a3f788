/** The keys of the reading page: one table for what they do and for the sheet that lists them. */

export type Command =
  | "next" | "previous" | "extend" | "shorten" | "unit" | "code" | "in-vivo" | "last"
  | "next-coding" | "previous-coding" | "next-suggestion" | "previous-suggestion" | "accept" | "reject" | "other"
  | "memo" | "remove" | "pin" | "history" | "start-back" | "start-on" | "end-back" | "end-on" | "negative"
  | "undo" | "redo" | "read" | "read-marked" | "through" | "find" | "filter" | "next-source" | "previous-source" | "help" | "leave";

export interface Key {
  command: Command;
  /** `Mod` is Ctrl, or Command on a Mac. */
  keys: string[];
  text: string;
}

export const KEYS: readonly { title: string; keys: readonly Key[] }[] = [
  {
    title: "Move and mark",
    keys: [
      { command: "next", keys: ["j", "ArrowDown"], text: "next turn, sentence or passage" },
      { command: "previous", keys: ["k", "ArrowUp"], text: "the one before" },
      { command: "extend", keys: ["J", "Shift+ArrowDown"], text: "mark one more" },
      { command: "shorten", keys: ["K", "Shift+ArrowUp"], text: "mark one less" },
      { command: "unit", keys: ["u"], text: "step by turn, sentence, passage" },
    ],
  },
  {
    title: "Code what is marked",
    keys: [
      { command: "code", keys: ["Enter", "c"], text: "choose codes" },
      { command: "last", keys: ["."], text: "the code used last" },
      { command: "in-vivo", keys: ["i"], text: "a code named by the words" },
    ],
  },
  {
    title: "Codings",
    keys: [
      { command: "next-coding", keys: ["n"], text: "next coding" },
      { command: "previous-coding", keys: ["p"], text: "coding before" },
      { command: "memo", keys: ["m"], text: "memo; without a coding, a note on what is marked" },
      { command: "negative", keys: ["-"], text: "negative case, or not" },
      { command: "pin", keys: ["*"], text: "quoted first, or not" },
      { command: "history", keys: ["h"], text: "history" },
      { command: "start-back", keys: ["Alt+Shift+ArrowLeft"], text: "begin one word earlier" },
      { command: "start-on", keys: ["Alt+Shift+ArrowRight"], text: "begin one word later" },
      { command: "end-back", keys: ["Shift+ArrowLeft"], text: "end one word earlier" },
      { command: "end-on", keys: ["Shift+ArrowRight"], text: "end one word later" },
      { command: "remove", keys: ["Delete", "Backspace"], text: "take the coding away" },
    ],
  },
  {
    title: "Suggestions",
    keys: [
      { command: "next-suggestion", keys: ["s"], text: "next suggestion (skips this one)" },
      { command: "previous-suggestion", keys: ["S"], text: "suggestion before" },
      { command: "accept", keys: ["a"], text: "accept" },
      { command: "reject", keys: ["x"], text: "reject" },
      { command: "other", keys: ["o"], text: "another code instead, of a coding too" },
    ],
  },
  {
    title: "Coding through",
    keys: [
      { command: "read-marked", keys: ["r"], text: "marked turns coded through, or not" },
      { command: "read", keys: ["R"], text: "source coded through, or not" },
      { command: "through", keys: ["t"], text: "how far, for which codes; what was not asked" },
    ],
  },
  {
    title: "Everywhere",
    keys: [
      { command: "undo", keys: ["Mod+z"], text: "undo" },
      { command: "redo", keys: ["Mod+Shift+z", "Mod+y"], text: "redo" },
      { command: "find", keys: ["/"], text: "search all sources" },
      { command: "filter", keys: ["f"], text: "filter the codebook" },
      { command: "next-source", keys: ["]"], text: "next source" },
      { command: "previous-source", keys: ["["], text: "source before" },
      { command: "help", keys: ["?"], text: "this sheet" },
      { command: "leave", keys: ["Escape"], text: "let go" },
    ],
  },
];

const COMMANDS = new Map(KEYS.flatMap(({ keys }) => keys.flatMap((key) => key.keys.map((name) => [name, key.command] as const))));

export interface Pressed {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  shiftKey: boolean;
}

/** The command of a key, or the place of a code on a number key. */
export function commandOf(pressed: Pressed): Command | number | null {
  const { key } = pressed;
  const mod = pressed.ctrlKey || pressed.metaKey;
  if (!mod && !pressed.altKey && /^[1-9]$/.test(key)) return Number(key) - 1;
  const letter = key.length === 1;
  // A letter typed with Shift is its capital; with Mod, browsers differ, so Shift is spelt out there.
  const shift = pressed.shiftKey && (!letter || mod) ? "Shift+" : "";
  const name = (mod ? "Mod+" : "") + (pressed.altKey ? "Alt+" : "") + shift + (mod && letter ? key.toLowerCase() : key);
  return COMMANDS.get(name) ?? null;
}

const SIGNS: Record<string, string> = {
  ArrowDown: "↓", ArrowUp: "↑", ArrowLeft: "←", ArrowRight: "→", Shift: "⇧", Delete: "Del", Escape: "Esc",
};

/** How a key is written on the sheet. */
export function written(name: string, mac: boolean): string[] {
  return name.split("+").map((part) => (part === "Mod" ? (mac ? "⌘" : "Ctrl") : (SIGNS[part] ?? part)));
}
