/** Coming back to where the eye was in a list. */

import { left } from "../state/finding.svelte";

/** For the element that holds a list, once it is filled: scrolls to where one left off, and keeps where one is. */
export function comeBack(what: keyof typeof left) {
  return (element: Element) => {
    const scroller = element.closest("[data-scrolls]");
    if (!scroller) return;
    scroller.scrollTop = left[what].top;
    const note = () => (left[what].top = scroller.scrollTop);
    scroller.addEventListener("scroll", note, { passive: true });
    return () => scroller.removeEventListener("scroll", note);
  };
}
