/** From a bar or a cell to its codings. */

import { desk } from "../state/desk.svelte";
import { finding } from "../state/finding.svelte";
import { address } from "../state/place.svelte";

/** A row of a chart names codes and sources by key or by name; whatever is known of these is looked up. */
export function codingsOf(datum: Record<string, unknown>): void {
  const values = Object.values(datum).filter((value): value is string => typeof value === "string");
  const code = [...desk.looks.values()].find(({ key, name }) => values.includes(key) || values.includes(name));
  const source = desk.sources.find(({ name }) => values.includes(name));
  if (!code && !source) return;
  Object.assign(finding, { what: "codings", code: code?.key ?? "", source: source?.name ?? "", coder: "", where: "" });
  location.hash = address("find");
}
