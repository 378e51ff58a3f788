/** What somebody else wrote, while the same is being written here. */

export type Fields = Readonly<Record<string, string>>;

interface Caught {
  draft: Record<string, string>;
  /** Fields that both changed, with what the other wrote; the draft keeps one's own. */
  clashes: Record<string, string>;
}

/** Follow what was changed elsewhere in `draft`, begun from `before`, except where it was changed here as well. */
export function caughtUp(before: Fields, draft: Fields, now: Fields): Caught {
  const caught: Caught = { draft: { ...draft }, clashes: {} };
  for (const [field, theirs] of Object.entries(now)) {
    const [was, mine] = [before[field], draft[field]];
    if (mine === was) caught.draft[field] = theirs;
    else if (theirs !== was && theirs !== mine) caught.clashes[field] = theirs;
  }
  return caught;
}

/** Whether two states of a thing are the same in the fields that a change is about. */
export function sameIn<T extends object>(one: T, other: T, change: object): boolean {
  const about = (thing: T) => Object.keys(change).map((field) => (thing as Record<string, unknown>)[field]);
  return JSON.stringify(about(one)) === JSON.stringify(about(other));
}
