/** Everything of Vega; loaded only when a chart is opened. */

import { parse, View } from "vega";
import { expressionInterpreter } from "vega-interpreter";
import { compile, type TopLevelSpec } from "vega-lite";

function viewOf(spec: object): View {
  const { spec: compiled } = compile(spec as TopLevelSpec);
  return new View(parse(compiled, undefined, { ast: true }), { expr: expressionInterpreter, renderer: "svg" });
}

/** Draw into a box; `pick` is told of the row that is clicked. */
export async function draw(box: HTMLElement, spec: object, pick: (datum: Record<string, unknown>) => void): Promise<View> {
  const view = viewOf(spec);
  view.addEventListener("click", (_, item) => item?.datum && pick(item.datum as Record<string, unknown>));
  await view.initialize(box).hover().runAsync();
  return view;
}

export async function svgOf(spec: object): Promise<string> {
  return viewOf(spec).toSVG();
}
