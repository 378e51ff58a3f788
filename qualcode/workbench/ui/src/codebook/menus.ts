/** What can be done with what is in the tree. */

import type { Code, Framework } from "../api/shapes";
import { stepFamily } from "../state/codes";
import { seeQuotations, workOn, workOnFamily } from "../state/codework.svelte";
import { t } from "../words/words.svelte";

export interface Item {
  text: string;
  /** The key that does it without the menu. */
  key: string;
  act: () => void;
}

export function ofCode(code: Code): Item[] {
  return [
    { text: t("Edit"), key: "Enter", act: () => workOn("edit", code) },
    { text: t("Show its quotations"), key: "", act: () => seeQuotations(code.key) },
    { text: t("New code below …"), key: "Ins", act: () => workOn("new", code) },
    { text: t("Move …"), key: "Alt ↑↓←→", act: () => workOn("move", code) },
    { text: t("Merge into …"), key: "", act: () => workOn("merge", code) },
    { text: t("Split …"), key: "", act: () => workOn("split", code) },
    { text: t("Take away …"), key: "Del", act: () => workOn("remove", code) },
  ];
}

/** `moved` is told once the family stands elsewhere. */
export function ofFamily(family: Framework, moved: () => void): Item[] {
  const step = (by: -1 | 1) => () => void stepFamily(family.key, by).then((done) => done && moved());
  return [
    { text: t("Name and define …"), key: "Enter", act: () => workOnFamily("family", family) },
    { text: t("Show its quotations"), key: "", act: () => seeQuotations(`${family.key}:*`) },
    { text: t("New code in it …"), key: "Ins", act: () => workOnFamily("new", family) },
    { text: t("Move up"), key: "Alt ↑", act: step(-1) },
    { text: t("Move down"), key: "Alt ↓", act: step(1) },
    { text: t("Take away …"), key: "Del", act: () => workOnFamily("dissolve", family) },
  ];
}
