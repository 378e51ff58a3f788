/** From a bar or a cell to the codings that it counts. */

import type { About, Figure } from "../api/shapes";

type Datum = Record<string, unknown>;

/** What a mark of a picture is about; null for what is about nothing, such as an axis. */
export function aboutOf(datum: Datum, { table }: Figure): About | null {
  const text = (name: string) => (typeof datum[name] === "string" ? (datum[name] as string) : "");
  const codes = new Set(table.rows.map(({ about }) => about.code).concat(table.columns.map(({ about }) => about.code), table.rows.map(({ about }) => about.other)));
  const found: About = { code: "", other: "", case: "", source: "", theme: "", kind: "" };
  const [first = "", second = ""] = [text("code"), text("row"), text("column")].filter((name) => name && codes.has(name));
  [found.code, found.other] = [first, second === first ? "" : second];
  const column = text("column");
  if (column && !second) Object.assign(found, withoutCodes(table.columns[Number(column) + 1]?.about));
  const interview = text("interview");
  if (interview) found.source = table.rows[Number(interview) - 1]?.about.source ?? "";
  const angle = text("theme") && table.rows.filter(({ about }) => about.theme);
  if (angle) Object.assign(found, angleOf(angle.map(({ about }) => about), Number(text("theme")), text("kind")));
  return found.theme || found.code || found.source || found.case ? found : null;
}

/** What a cell of the table is about: its row and its column together. */
export function cellAbout(row: About, column: About): About {
  return { code: row.code || column.code, other: row.other || (row.code && column.code), case: row.case || column.case, source: row.source || column.source, theme: row.theme, kind: row.kind };
}

/** The theme at a place, and a kind of source. */
function angleOf(rows: About[], place: number, kind: string): Partial<About> {
  const themes = [...new Set(rows.map(({ theme }) => theme))];
  return { theme: themes[place] ?? "", kind };
}

function withoutCodes(about: About | undefined): Partial<About> {
  return about ? { case: about.case, source: about.source } : {};
}
