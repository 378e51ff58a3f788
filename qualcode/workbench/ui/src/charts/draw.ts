/** Everything of Vega; loaded only when a chart is opened. */

import { parse, View } from "vega";
import { expressionInterpreter } from "vega-interpreter";
import { compile, type TopLevelSpec } from "vega-lite";

interface Options {
  dark: boolean;
  /** Told of the row that was clicked. */
  pick: (datum: Record<string, unknown>) => void;
}

const DARK = {
  background: "transparent",
  axis: { labelColor: "#e9e4da", titleColor: "#e9e4da", gridColor: "#403d38", domainColor: "#aaa398", tickColor: "#aaa398" },
  legend: { labelColor: "#e9e4da", titleColor: "#e9e4da" },
  header: { labelColor: "#e9e4da", titleColor: "#e9e4da" },
  title: { color: "#e9e4da", subtitleColor: "#aaa398" },
};

function viewOf(spec: object, config: object): View {
  const { spec: compiled } = compile(spec as TopLevelSpec, { config });
  return new View(parse(compiled, undefined, { ast: true }), { expr: expressionInterpreter, renderer: "svg" });
}

export async function draw(box: HTMLElement, spec: object, { dark, pick }: Options): Promise<View> {
  const view = viewOf(dark ? { ...spec, background: "transparent" } : spec, dark ? DARK : {});
  view.addEventListener("click", (_, item) => item?.datum && pick(item.datum as Record<string, unknown>));
  await view.initialize(box).hover().runAsync();
  return view;
}

export async function svgOf(spec: object): Promise<string> {
  return viewOf(spec, {}).toSVG();
}
