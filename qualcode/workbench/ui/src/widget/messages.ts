/** What the widget asks of its kernel, and what it is told; `qualcode/jupyter/widget/messages.py` is the other end.
 *
 * Each ask carries an id, and its answer the same. Texts of interviews travel in these messages alone, never
 * in the widget's saved state. Places are in UTF-16, as strings count them here.
 */

import type { Codebook, Fault, QueueItem, Reader } from "../api/shapes";

export type Remark = QueueItem["remarks"][number]["remark"];

export type Ask =
  | { do: "open" }
  | { do: "read"; source: string }
  /** What has happened after an event of this number. */
  | { do: "look"; since: number }
  /** One thing said of several codings: their ids, with the version of each that was seen. */
  | { do: "say"; remark: Remark; codings: Record<string, number>; text: string; code: string }
  /** Of one's own coding. */
  | { do: "answer"; coding: string; text: string }
  /** Take back the act of this number, which is one's latest. */
  | { do: "undo"; act: number };

/** A coding put up for review. */
export type Item = QueueItem;

export interface Queue {
  /** Number of the last event that is seen. */
  seq: number;
  items: Item[];
  /** One's latest act, where it is a remark that can be taken back. */
  back: { act: number; words: string } | null;
}

export interface Opened {
  /** What is reviewed: a theme's name, a code's path, a query. */
  title: string;
  /** A theme's claim. */
  claim: string;
  reviewer: string;
  language: "en" | "id";
  /** Tells this review of this project from others. */
  key: string;
  codebook: Codebook;
  queue: Queue;
}

export interface Told {
  open: Opened;
  read: Reader;
  /** Null: nothing has happened. */
  look: Queue | null;
  say: Queue;
  answer: Queue;
  undo: Queue;
}

export type Asking = Ask & { id: string };
export type Answer = { to: string; done: unknown } | { to: string; fault: Fault };
