import { expect, test } from "vitest";
import type { Look } from "./look";
import { unquoted, withNames } from "./look";

const look = (key: string, name: string): Look => ({ key, name, path: [], color: "#000000", definition: "" });
const looks = new Map([look("capacity", "Capacity building"), look("scam_fear", "Fear of fraud")].map((each) => [each.key, each]));

test("a definition shows the names of codes where it has their ids", () => {
  expect(unquoted("Not fear (use `scam_fear`), nor `bygone`.", looks)).toBe("Not fear (use Fear of fraud), nor bygone.");
});

test("what an act was about shows the names of codes", () => {
  expect(withNames("capacity, bygone -> scam_fear", looks)).toBe("Capacity building, bygone -> Fear of fraud");
});
