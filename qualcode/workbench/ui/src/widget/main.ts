/** What anywidget loads: it puts the review into a cell's output, and takes it away again. */

import { mount, unmount } from "svelte";
import "../design/base.css";
import "./widget.css";
import type { Model } from "./kernel";
import Widget from "./Widget.svelte";

function render({ model, el }: { model: Model; el: HTMLElement }): () => void {
  const widget = mount(Widget, { target: el, props: { model } });
  return () => void unmount(widget);
}

export default { render };
