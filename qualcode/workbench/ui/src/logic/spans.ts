/** Stretches of a text, half-open, in UTF-16 code units as strings count them. */

export interface Span {
  start: number;
  end: number;
}

/** The place of what may have none. */
export function spanOf(item: { start?: number | null; end?: number | null } | undefined): Span | null {
  return item?.start != null && item.end != null ? { start: item.start, end: item.end } : null;
}

export function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

export function holds(span: Span, place: number): boolean {
  return span.start <= place && place < span.end;
}

export function joined(a: Span, b: Span): Span {
  return { start: Math.min(a.start, b.start), end: Math.max(a.end, b.end) };
}

/** The first of `spans`, in order and apart, that ends after `place`; its length where none does. */
export function firstEndingAfter(spans: readonly Span[], place: number): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (spans[middle]!.end <= place) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** For each block, the items that reach into it. Blocks are in order; items may overlap. */
export function byBlock<T extends Span>(blocks: readonly Span[], items: readonly T[]): T[][] {
  const found: T[][] = blocks.map(() => []);
  for (const item of items) {
    for (let i = firstEndingAfter(blocks, item.start); i < blocks.length; i++) {
      if (blocks[i]!.start >= item.end) break;
      found[i]!.push(item);
    }
  }
  return found;
}
