/** What each strip shows, kept apart: a change reaches the strip that it is about, and thousands of others not at all. */

import type { Lists } from "../logic/reading";
import type { Through } from "../logic/through";

const NOTHING: Lists = { codings: [], suggestions: [], notes: [] };

export class Shelf {
  lists = $state.raw(NOTHING);
  /** For each block, whether it was read; as one word, so that the same is known as the same. */
  private read = $state("");

  get through(): Through[] {
    return this.read.split(",") as Through[];
  }

  put(lists: Lists, through: readonly Through[]): void {
    if (this.lists !== lists) this.lists = lists;
    const read = through.join(",");
    if (this.read !== read) this.read = read;
  }
}
