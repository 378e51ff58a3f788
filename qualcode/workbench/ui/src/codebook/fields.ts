/** Fields of a code as people call them. */

import { t } from "../words/words.svelte";

const NAMES: Record<string, string> = {
  name: "name",
  key: "id",
  title: "title",
  definition: "definition",
  include: "include",
  exclude: "exclude",
  examples: "examples",
  keywords: "keywords",
  not_keywords: "not-keywords",
  color: "colour",
  place: "place",
  record: "the whole of it",
};

/** `definition.en` is “definition (en)”. */
export function fieldName(field: string): string {
  const [name = "", language] = field.split(".");
  return t(NAMES[name] ?? name) + (language ? ` (${language})` : "");
}
