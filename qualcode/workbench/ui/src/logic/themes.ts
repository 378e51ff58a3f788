/** Themes: what of them is written, how they are ordered, and their histories as sentences. */

import type { Step, Theme, ThemeChange } from "../api/shapes";
import type { Fields } from "./meanwhile";

export const KINDS: Readonly<Record<string, string>> = {
  interview: "interview",
  focus_group: "focus group",
  observation: "observation note",
  document: "document",
  open_answers: "open answers",
  conclusion: "conclusion",
};

export const RELATIONS: Readonly<Record<string, string>> = { aligned: "in line", complements: "complements", contradicts: "contradicts" };

/** What people write on a theme, flat: `name`, `claim`, `verdicts.interview`, `relations.interview`. */
export function writtenOn(theme: Pick<Theme, "name" | "claim" | "verdicts" | "relations">): Fields {
  const maps = (["verdicts", "relations"] as const).flatMap((field) => Object.entries(theme[field]).map(([kind, text]) => [`${field}.${kind}`, text]));
  return { name: theme.name, claim: theme.claim, ...Object.fromEntries(maps) };
}

/** Whether two states of a theme say the same where a change writes something. */
export function sameWhere(one: Theme, other: Theme, change: Partial<ThemeChange>): boolean {
  const [was, now] = [writtenOn(one), writtenOn(other)];
  const about = Object.keys(writtenOn({ name: "", claim: "", verdicts: {}, relations: {}, ...change }));
  return about.every((field) => (field === "name" || field === "claim" ? !change[field] : false) || was[field] === now[field]);
}

/** The place of a theme that is dropped before or after another; null where it is there already. */
export function placeOf(themes: readonly Pick<Theme, "id">[], moved: string, target: string, after: boolean): number | null {
  const others = themes.filter(({ id }) => id !== moved);
  const at = others.findIndex(({ id }) => id === target);
  const position = at + (after ? 1 : 0);
  return at < 0 || themes.findIndex(({ id }) => id === moved) === position ? null : position;
}

type Tell = (text: string, fields?: Record<string, string>) => string;

/** What a step changed, a sentence for each field. */
export function changesSaid({ changed }: Step, nameOf: (code: string) => string, t: Tell): string[] {
  return Object.entries(changed).flatMap(([field, [was, now]]) => {
    const [name = "", kind = ""] = field.split(".");
    const title = kind ? t(KINDS[kind] ?? kind) : t(FIELDS[name] ?? name);
    if (Array.isArray(now) && Array.isArray(was)) {
      const names = (each: unknown[]) => each.map((one) => (name === "codes" ? nameOf(`${one}`) : `${one}`)).join(", ");
      return [now.length ? `${title}: + ${names(now)}` : "", was.length ? `${title}: − ${names(was)}` : ""].filter(Boolean);
    }
    if (name === "position") return [t("put elsewhere in the order")];
    const say = (text: unknown) => (name === "relations" ? t(RELATIONS[`${text}`] ?? `${text}`) : `“${text}”`);
    return [was ? `${title}: ${say(was)} → ${now ? say(now) : t("(nothing)")}` : `${title}: ${say(now)}`];
  });
}

const FIELDS: Readonly<Record<string, string>> = { name: "name", claim: "claim", codes: "codes", evidence_for: "for", evidence_against: "against" };
