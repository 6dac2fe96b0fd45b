const NARROWEST = 280;
const WIDEST = 640;

/** The place beside the grid where the add-in's frame lives: its title, width and visibility. */
export function createPaneView(pane: HTMLElement, splitter: HTMLElement, toggle: HTMLElement, width: number) {
  const title = document.createElement("div");
  title.className = "pane-title";
  title.textContent = "KAM Planner";
  const frame = document.createElement("div");
  frame.className = "pane-frame";
  pane.replaceChildren(title, frame);

  function setWidth(pixels: number): void {
    pane.style.width = `${Math.min(WIDEST, Math.max(NARROWEST, Math.round(pixels)))}px`;
  }

  function setVisible(visible: boolean): void {
    pane.hidden = !visible;
    splitter.hidden = !visible;
    toggle.setAttribute("aria-expanded", String(visible));
  }

  splitter.addEventListener("pointerdown", (down) => {
    splitter.setPointerCapture(down.pointerId);
    // The frame would swallow the pointer as soon as it is over it.
    frame.style.pointerEvents = "none";
    const startWidth = pane.getBoundingClientRect().width;
    const move = (event: PointerEvent) => setWidth(startWidth + down.clientX - event.clientX);
    const up = () => {
      frame.style.pointerEvents = "";
      splitter.removeEventListener("pointermove", move);
    };
    splitter.addEventListener("pointermove", move);
    splitter.addEventListener("pointerup", up, { once: true });
  });
  splitter.addEventListener("keydown", (event) => {
    const step = event.key === "ArrowLeft" ? 10 : event.key === "ArrowRight" ? -10 : 0;
    if (step) setWidth(pane.getBoundingClientRect().width + step);
  });

  setWidth(width);
  return { frame, setVisible, isVisible: () => !pane.hidden };
}
