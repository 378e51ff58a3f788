// What does not fit where it stands, a line each: boxes that scroll sideways, controls cut off or covered.
() => {
  const said = (element) => `${element.tagName}.${element.className} ${(element.textContent || "").trim().slice(0, 40)}`;
  const faults = [];
  for (const box of [document.documentElement, ...document.querySelectorAll("[data-scrolls], main, dialog[open]")]) {
    if (box.scrollWidth > box.clientWidth + 1) faults.push(`scrolls sideways: ${said(box)}`);
  }
  const controls = "button, a, select, input, summary";
  const meantToCover = "[role=listbox], [role=menu], .palette, .code, .toast, thead, .behind";
  // Scrolled out of a pane, a control lies behind what is beside the pane: it is not covered.
  const clips = (box) => getComputedStyle(box).overflowY !== "visible";
  const scrolledOut = (control, x, y) => {
    for (let box = control.parentElement; box && box !== document.body; box = box.parentElement) {
      const { left, right, top, bottom } = box.getBoundingClientRect();
      if (clips(box) && (x < left || x > right || y < top || y > bottom)) return true;
    }
    return false;
  };
  for (const control of (document.querySelector("dialog[open]") ?? document).querySelectorAll(controls)) {
    const shows = control.checkVisibility({ visibilityProperty: true, opacityProperty: true, contentVisibilityAuto: true });
    if (!shows || control.closest(".hidden, .skip, [inert]")) continue;
    const { left, right, top, bottom, width, height } = control.getBoundingClientRect();
    if (width < 2 || height < 2) continue;
    if (control.tagName === "BUTTON" && control.scrollWidth > control.clientWidth + 1) faults.push(`cut off: ${said(control)}`);
    const [x, y] = [(left + right) / 2, (top + bottom) / 2];
    const at = x >= 0 && y >= 0 && x < innerWidth && y < innerHeight ? document.elementFromPoint(x, y) : null;
    if (!at || scrolledOut(control, x, y) || control.contains(at) || at.contains(control) || at.closest(meantToCover)) continue;
    const over = at.closest(controls);
    if (over) faults.push(`covered: ${said(control)} by ${said(over)}`);
  }
  return faults;
}
