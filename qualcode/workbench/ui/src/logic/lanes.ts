/** Which bracket goes into which lane of the margin, so that none crosses another. */

import type { Span } from "./spans";

export interface Named extends Span {
  id: string;
}

/**
 * Computed once over the whole text, so that a bracket keeps its lane while one scrolls.
 *
 * Brackets reach from the first to the last line of their words, so two that share a line must not share a lane:
 * `line`, about the characters of a line, keeps them apart. Longer ones stand nearer to the words.
 */
export function lanesOf(items: readonly Named[], line = 70): Map<string, number> {
  const order = [...items].sort((a, b) => a.start - b.start || b.end - a.end || (a.id < b.id ? -1 : 1));
  const free: number[] = [];
  const lanes = new Map<string, number>();
  for (const { id, start, end } of order) {
    let lane = free.findIndex((until) => until <= start);
    if (lane < 0) lane = free.length;
    free[lane] = end + line;
    lanes.set(id, lane);
  }
  return lanes;
}

/**
 * Where names stand beside a block: each as near to its line as the others allow, in order, within `height`.
 *
 * `wanted` ascends. Where there are more than fit, they go on below.
 */
export function placeNames(wanted: readonly number[], height: number, step: number): number[] {
  const places: number[] = [];
  let next = 0;
  for (const want of wanted) {
    const place = Math.max(want, next);
    places.push(place);
    next = place + step;
  }
  let limit = Math.max(height, wanted.length * step);
  for (let i = places.length - 1; i >= 0 && places[i]! + step > limit; i--) {
    places[i] = limit - step;
    limit -= step;
  }
  return places;
}
