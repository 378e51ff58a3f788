/** What the reader needs and tells. It fetches nothing, so that it serves in a notebook as well. */

import type { Look } from "../logic/look";
import type { Span } from "../logic/spans";

export interface Says {
  /** A text of the interface in the reader's language. */
  (text: string, fields?: Record<string, string | number>): string;
}

export interface Tells {
  /** Words were marked by hand; `exact` where not to be brought to the bounds of words. */
  mark?: (span: Span, exact: boolean) => void;
  pick?: (coding: string) => void;
  suggest?: (suggestion: string) => void;
  note?: (memo: string) => void;
  bounds?: (coding: string, span: Span) => void;
  /** A click on words that nothing is on. */
  rest?: (place: number) => void;
}

export interface Shown {
  looks: ReadonlyMap<string, Look>;
  picked: string;
  suggested: string;
  /** The note that is picked. */
  noted?: string;
  dark: boolean;
  translations: boolean;
}
