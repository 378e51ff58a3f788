/** The keys of the review page. */

import type { Pressed } from "./keys";

export type ReviewCommand =
  | "next" | "previous" | "agree" | "query" | "propose" | "deviant" | "comment" | "answer" | "accept" | "choose" | "history" | "place" | "leave";

export const REVIEW_KEYS: readonly { command: ReviewCommand; keys: readonly string[]; text: string }[] = [
  { command: "next", keys: ["j", "ArrowDown"], text: "next coding" },
  { command: "previous", keys: ["k", "ArrowUp"], text: "coding before" },
  { command: "agree", keys: ["a"], text: "agree" },
  { command: "query", keys: ["q"], text: "ask" },
  { command: "propose", keys: ["p"], text: "propose another code" },
  { command: "deviant", keys: ["d"], text: "negative case" },
  { command: "comment", keys: ["c"], text: "comment" },
  { command: "answer", keys: ["r"], text: "answer, if it is yours" },
  { command: "accept", keys: ["y"], text: "accept the code proposed for yours" },
  { command: "choose", keys: ["x"], text: "choose several, to say the same of all" },
  { command: "history", keys: ["h"], text: "history of the coding" },
  { command: "place", keys: ["o"], text: "open it in its transcript" },
  { command: "leave", keys: ["Escape"], text: "let go" },
];

const COMMANDS = new Map(REVIEW_KEYS.flatMap(({ command, keys }) => keys.map((key) => [key, command] as const)));

export function reviewCommandOf({ key, ctrlKey, metaKey, altKey }: Pressed): ReviewCommand | null {
  return ctrlKey || metaKey || altKey ? null : (COMMANDS.get(key) ?? null);
}
