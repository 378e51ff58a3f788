/** Everything of Vega; loaded only when a chart is opened. */

import { parse, View } from "vega";
import { expressionInterpreter } from "vega-interpreter";
import { compile, type TopLevelSpec } from "vega-lite";

/** Draw into a box, on whatever paper that has; `pick` is told of the row that is clicked. */
export async function draw(box: HTMLElement, spec: object, pick: (datum: Record<string, unknown>) => void): Promise<View> {
  const { spec: compiled } = compile({ ...spec, background: "transparent" } as TopLevelSpec);
  const view = new View(parse(compiled, undefined, { ast: true }), { expr: expressionInterpreter, renderer: "svg" });
  view.addEventListener("click", (_, item) => item?.datum && pick(item.datum as Record<string, unknown>));
  await view.initialize(box).hover().runAsync();
  return view;
}
