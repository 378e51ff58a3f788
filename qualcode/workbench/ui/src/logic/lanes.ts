/** Which bracket goes into which lane of the margin, so that none crosses another. */

import { overlaps, type Span } from "./spans";

export interface Named extends Span {
  id: string;
}

interface Lane extends Span {
  lane: number;
}

/** So many new brackets find a place among those that stand; more are laid out with all others anew. */
const FEW = 30;

/**
 * The lanes of a text's brackets, so that a bracket keeps its lane while one scrolls, and while others come and go.
 *
 * Brackets reach from the first to the last line of their words, so two that share a line must not share a lane:
 * `line`, about the characters of a line, keeps them apart. Longer ones stand nearer to the words.
 */
export class Lanes {
  private readonly taken = new Map<string, Lane>();
  /** How many there are; one where there is no bracket. */
  width = 1;

  constructor(private readonly line = 70) {}

  of(id: string): number {
    return this.taken.get(id)?.lane ?? 0;
  }

  hold(items: readonly Named[]): this {
    const now = new Map(items.map((item) => [item.id, item]));
    for (const [id, { start, end }] of this.taken) {
      const item = now.get(id);
      if (item?.start !== start || item.end !== end) this.taken.delete(id);
    }
    const fresh = items.filter(({ id }) => !this.taken.has(id));
    if (fresh.length > FEW) this.layOut(items);
    else for (const item of fresh.sort(inOrder)) this.put(item, this.freeBeside(item));
    this.width = 1;
    for (const { lane } of this.taken.values()) this.width = Math.max(this.width, lane + 1);
    return this;
  }

  private layOut(items: readonly Named[]): void {
    this.taken.clear();
    const free: number[] = [];
    for (const item of [...items].sort(inOrder)) {
      let lane = free.findIndex((until) => until <= item.start);
      if (lane < 0) lane = free.length;
      free[lane] = item.end + this.line;
      this.put(item, lane);
    }
  }

  private freeBeside({ start, end }: Span): number {
    const near = { start: start - this.line, end: end + this.line };
    const beside = new Set<number>();
    for (const other of this.taken.values()) if (overlaps(near, other)) beside.add(other.lane);
    let lane = 0;
    while (beside.has(lane)) lane++;
    return lane;
  }

  private put({ id, start, end }: Named, lane: number): void {
    this.taken.set(id, { start, end, lane });
  }
}

const inOrder = (a: Named, b: Named) => a.start - b.start || b.end - a.end || (a.id < b.id ? -1 : 1);

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
