/** Which chart is looked at, and of what; it stays while one reads a quotation and comes back. */

export const charting = $state({
  name: "",
  /** Of a timeline. */
  of: "",
  kind: "",
  coder: "",
  top: "" as "" | "top" | "all",
  within: "words" as "words" | "turn",
  rows: "",
  columns: "",
});
