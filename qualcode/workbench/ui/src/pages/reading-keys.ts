/** What the keys of the reading page do. */

import type { Coding, Reader } from "../api/shapes";
import type { Block } from "../logic/blocks";
import { commandOf, type Command } from "../logic/keys";
import { neighbour, placed } from "../logic/reading";
import { nudged } from "../logic/snap";
import { joined, spanOf, type Span } from "../logic/spans";
import { throughOf, wholeBlocks } from "../logic/through";
import { stepped, unitAt, UNITS } from "../logic/units";
import { change, code, remove, settle, toggleNegative, togglePinned } from "../state/acts";
import { markThrough } from "../state/marks";
import { desk } from "../state/desk.svelte";
import { address, place } from "../state/place.svelte";
import { prefs } from "../state/prefs.svelte";
import { say } from "../state/toasts.svelte";
import { t } from "../words/words.svelte";

interface Scene {
  reader: Reader;
  text: string;
  blocks: Block[];
  units: Span[];
  index: (place: number) => number;
  /** The place at the top of what is in view. */
  inView: () => number;
}

const NUDGES: Partial<Record<Command, ["start" | "end", 1 | -1]>> = {
  "start-back": ["start", -1], "start-on": ["start", 1], "end-back": ["end", -1], "end-on": ["end", 1],
};

/** Do what a key says; false where it says nothing here. */
export function obey(event: KeyboardEvent, scene: Scene): boolean {
  const command = commandOf(event);
  if (command === null) return false;
  if (typeof command === "number") return codeWith(prefs.slots[command]);
  if (command in NUDGES) return nudge(scene, ...NUDGES[command]!);
  return moving(command, scene) || suggesting(command, scene) || coding(command, scene) || around(command, scene);
}

function moving(command: Command, scene: Scene): boolean {
  const here = place.marked ?? spanOf(pickedIn(scene)) ?? suggestedIn(scene) ?? null;
  if (command === "next" || command === "previous") {
    const by = command === "next" ? 1 : -1;
    const from = here ?? place.anchor;
    place.mark(from ? stepped(scene.units, from, by) : unitAt(scene.units, scene.inView()));
  } else if (command === "extend" || command === "shorten") {
    extend(scene, here, command === "extend" ? 1 : -1);
  } else if (command === "unit") {
    place.unit = UNITS[(UNITS.indexOf(place.unit) + 1) % UNITS.length]!;
    say(t(`Stepping by ${place.unit}`));
  } else return false;
  return true;
}

/** Marks from the unit where the mark was begun to one further on, or one less far. */
function extend({ units, inView }: Scene, here: Span | null, by: 1 | -1): void {
  const anchor = place.anchor ?? here ?? unitAt(units, inView());
  if (!anchor) return;
  const marked = place.marked ?? anchor;
  const downward = marked.end > anchor.end || (marked.start === anchor.start && by > 0);
  const edge = downward
    ? stepped(units, { start: marked.end - 1, end: marked.end }, by)
    : stepped(units, { start: marked.start, end: marked.start + 1 }, by);
  place.mark(edge ? joined(anchor, edge) : anchor);
  place.anchor = anchor;
}

function suggesting(command: Command, scene: Scene): boolean {
  const { reader, inView } = scene;
  if (command === "next-suggestion" || command === "previous-suggestion") {
    const next = neighbour(reader.suggestions, place.suggested, inView(), command === "next-suggestion" ? 1 : -1);
    if (next) place.suggest(next.id);
    else say(reader.hidden ? t("Suggestions show once this source is coded through (R)") : t("No suggestion waits here"));
    return true;
  }
  const suggestion = suggestedIn(scene);
  if (!suggestion) return false;
  if (command === "accept" || command === "code") void settle(suggestion, "accept");
  else if (command === "reject" || command === "remove") void settle(suggestion, "reject");
  else if (command === "other") place.palette = "instead";
  else return false;
  return true;
}

function coding(command: Command, scene: Scene): boolean {
  const { reader, inView } = scene;
  if (command === "next-coding" || command === "previous-coding") {
    const next = neighbour(placed(reader.codings), place.picked, place.marked?.start ?? inView(), command === "next-coding" ? 1 : -1);
    if (next) place.pick(next.id);
    return true;
  }
  const picked = pickedIn(scene);
  if (command === "code") return openPalette(picked, scene);
  if (command === "last") return codeWith(prefs.recent[0]);
  if (command === "in-vivo") return inVivo();
  if (command === "memo") return note(picked);
  if (!picked) return false;
  if (command === "history") place.history = !place.history;
  else if (!picked.mine) return false;
  else if (command === "negative") void toggleNegative(picked);
  else if (command === "pin") void togglePinned(picked);
  else if (command === "other") place.palette = "recode";
  else if (command === "remove") void remove(picked).then((done) => done && place.letGo());
  else return false;
  return true;
}

/** A coding's memo, a note that is picked, or a new note: on the marked words, else on the source. */
function note(picked: Coding | undefined): boolean {
  if (!picked && !place.noted && !place.notes) {
    place.mark(place.marked);
    place.notes = true;
  }
  place.noting++;
  return true;
}

/** For what is marked; for the words of a picked coding, which get one more code. */
function openPalette(picked: Coding | undefined, { units, inView }: Scene): boolean {
  if (!place.marked) place.mark(spanOf(picked) ?? place.anchor ?? unitAt(units, inView()));
  if (place.marked) place.palette = "code";
  return true;
}

function codeWith(key: string | undefined): boolean {
  const { marked } = place;
  if (!marked || !key) return false;
  void code(marked.start, marked.end, { codes: [key] });
  return true;
}

function inVivo(): boolean {
  const { marked } = place;
  if (!marked) return false;
  void code(marked.start, marked.end, { in_vivo: true }).then(([done]) => done && place.pick(done.id));
  return true;
}

function nudge(scene: Scene, side: "start" | "end", by: 1 | -1): boolean {
  const picked = pickedIn(scene);
  const span = place.marked ?? spanOf(picked);
  if (!span) return false;
  const moved = nudged(scene.text, span, side, by);
  if (place.marked) place.mark(moved);
  else if (picked?.mine) void change(picked, moved, t("Bounds changed"));
  return true;
}

function around(command: Command, scene: Scene): boolean {
  const { reader } = scene;
  if (command === "next-source" || command === "previous-source") {
    const names = desk.sources.map(({ name }) => name);
    const next = names[names.indexOf(reader.source) + (command === "next-source" ? 1 : -1)];
    if (next) location.hash = address("read", next);
  } else if (command === "read") void markThrough(reader.source, !reader.read);
  else if (command === "read-marked") return readMarked(scene);
  else if (command === "through") place.through = !place.through;
  else if (command === "filter") place.filtering++;
  else if (command === "leave") place.letGo();
  else return false;
  return true;
}

/** The turns that the mark reaches into are coded through; where they all were, they are not after all. */
function readMarked({ reader, blocks }: Scene): boolean {
  if (!place.marked) return false;
  const span = wholeBlocks(blocks, place.marked);
  const touched = blocks.filter((block) => block.start >= span.start && block.end <= span.end);
  const done = throughOf(touched, reader.readings).every((through) => through === "all");
  const numbers = touched.flatMap(({ turn }) => (turn ? [turn.number] : []));
  const [first, last] = [numbers[0], numbers.at(-1)];
  const called = first === undefined ? t("The marked turns") : first === last ? t("Turn {n}", { n: first }) : t("Turns {n} to {last}", { n: first, last: last! });
  void markThrough(reader.source, !done, { span, called });
  return true;
}

const pickedIn = ({ reader }: Scene) => reader.codings.find(({ id }) => id === place.picked);
const suggestedIn = ({ reader }: Scene) => reader.suggestions.find(({ id }) => id === place.suggested);
