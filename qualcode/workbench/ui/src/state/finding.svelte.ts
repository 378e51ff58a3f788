/** What was looked for; it stays while one goes to a place and comes back. */

export const finding = $state({
  what: "words" as "words" | "codings",
  words: "",
  interviewer: false,
  source: "",
  code: "",
  /** A query over codings. */
  where: "",
  coder: "",
  /** How many are shown. */
  lines: 100,
  codings: 100,
});
