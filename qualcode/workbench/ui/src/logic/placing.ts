/** Where a code goes in the tree, when it is dragged or moved with the keyboard. */

import type { Code } from "../api/shapes";
import { family } from "./tree";

export type Where = "before" | "into" | "after";
export type Way = "up" | "down" | "in" | "out";

export interface Spot {
  /** Key of the code above; empty at the top of a framework. */
  parent: string;
  framework: string;
  /** Among those that are there already, from 0. */
  position: number;
}

/** The spot beside or below `target`; null where the code cannot go, or is already. */
export function spotAt(codes: readonly Code[], moved: string, target: string, where: Where): Spot | null {
  const there = codes.find(({ key }) => key === target);
  if (!there || family(codes, moved).has(target)) return null;
  const parent = where === "into" ? target : (there.parent ?? "");
  const others = siblings(codes, parent, there.framework).filter(({ key }) => key !== moved);
  const at = others.indexOf(there);
  const position = where === "into" ? others.length : where === "before" ? at : at + 1;
  return unless(codes, moved, { parent, framework: there.framework, position });
}

/** The first spot at the top of a framework. */
export function topOf(codes: readonly Code[], moved: string, framework: string): Spot | null {
  return unless(codes, moved, { parent: "", framework, position: 0 });
}

/** One step: among its siblings, below the one above it, or out from below its parent. */
export function stepped(codes: readonly Code[], key: string, way: Way): Spot | null {
  const code = codes.find((other) => other.key === key);
  if (!code) return null;
  const beside = siblings(codes, code.parent ?? "", code.framework);
  const at = beside.indexOf(code);
  const [above, below] = [beside[at - 1]?.key, beside[at + 1]?.key];
  if (way === "up") return above ? spotAt(codes, key, above, "before") : null;
  if (way === "down") return below ? spotAt(codes, key, below, "after") : null;
  if (way === "in") return above ? spotAt(codes, key, above, "into") : null;
  return code.parent ? spotAt(codes, key, code.parent, "after") : null;
}

function siblings(codes: readonly Code[], parent: string, framework: string): Code[] {
  return codes.filter((code) => code.framework === framework && (code.parent ?? "") === parent);
}

function unless(codes: readonly Code[], key: string, spot: Spot): Spot | null {
  const code = codes.find((other) => other.key === key);
  if (!code) return null;
  const stays = (code.parent ?? "") === spot.parent && code.framework === spot.framework;
  return stays && siblings(codes, spot.parent, spot.framework).indexOf(code) === spot.position ? null : spot;
}
