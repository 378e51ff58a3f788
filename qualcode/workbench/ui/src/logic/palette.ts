/** Finding a code by a few letters. */

import { folded } from "./local";
import type { Look } from "./look";

/** Best first. Without letters: the codes used last, then the codebook's order. */
export function matching(query: string, looks: Iterable<Look>, recent: readonly string[]): Look[] {
  const wanted = folded(query.trim());
  const rank = (key: string) => (recent.includes(key) ? recent.indexOf(key) : recent.length);
  return [...looks]
    .map((look, place) => ({ look, place, score: wanted ? scoreOf(wanted, look) : 0 }))
    .filter(({ score }) => score < Infinity)
    .sort((a, b) => a.score - b.score || rank(a.look.key) - rank(b.look.key) || a.place - b.place)
    .map(({ look }) => look);
}

/** 0 for the name itself, more for what is further from it, infinite for what does not fit. */
function scoreOf(wanted: string, look: Look): number {
  const name = folded(look.name);
  const key = folded(look.key);
  if (name === wanted || key === wanted) return 0;
  if (name.startsWith(wanted)) return 1;
  if (key.startsWith(wanted)) return 2;
  if (beginnings(name, wanted)) return 3;
  if (name.includes(wanted) || key.includes(wanted)) return 4;
  if (scattered(name, wanted)) return 5;
  return beginnings(folded(look.path.join(" ")), wanted) ? 6 : Infinity;
}

/** Each of the wanted words begins a word of the name. */
function beginnings(name: string, wanted: string): boolean {
  const words = name.split(/[^\p{L}\p{N}]+/u);
  return wanted.split(/\s+/).every((part) => words.some((word) => word.startsWith(part)));
}

/** The letters stand in the name in this order. */
function scattered(name: string, wanted: string): boolean {
  let at = 0;
  for (const letter of name) if (letter === wanted[at]) at++;
  return at >= wanted.length && wanted.length > 1;
}

/** Number keys keep their codes while they are in use; a new one takes the place of the one used longest ago. */
export function withUsed(slots: readonly string[], recent: readonly string[], used: string): string[] {
  if (slots.includes(used)) return [...slots];
  if (slots.length < 9) return [...slots, used];
  const age = (key: string) => (recent.includes(key) ? recent.indexOf(key) : recent.length);
  const oldest = slots.reduce((a, b) => (age(b) > age(a) ? b : a));
  return slots.map((key) => (key === oldest ? used : key));
}
