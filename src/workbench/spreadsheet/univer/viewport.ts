import { IRenderManagerService, SHEET_VIEWPORT_KEY } from "@univerjs/engine-render";
import { SheetSkeletonManagerService } from "@univerjs/sheets-ui";
import { WORKBOOK_ID } from "./blankWorkbook";
import type { Grid } from "./grid";
import { PIXELS_PER_POINT } from "../../pixels";

/** Where points of the sheet are on screen, for things that float over the grid. */
export class Viewport {
  constructor(
    private readonly grid: Grid,
    private readonly container: HTMLElement,
  ) {}

  /** Pixels from the container's corner; undefined while nothing is drawn or the point is scrolled out of sight. */
  place(leftPoints: number, topPoints: number): { readonly left: number; readonly top: number } | undefined {
    const render = this.#render();
    const skeleton = render?.with(SheetSkeletonManagerService).getCurrentSkeleton();
    const main = render?.scene.getViewport(SHEET_VIEWPORT_KEY.VIEW_MAIN);
    const canvas = render?.engine.getCanvasElement();
    if (!render || !skeleton || !main || !canvas) return undefined;
    const { scaleX, scaleY } = render.scene;
    const offset = this.#offset(canvas);
    const x = leftPoints * PIXELS_PER_POINT - main.viewportScrollX;
    const y = topPoints * PIXELS_PER_POINT - main.viewportScrollY;
    if (x < 0 || y < 0) return undefined;
    return { left: offset.left + (skeleton.rowHeaderWidth + x) * scaleX, top: offset.top + (skeleton.columnHeaderHeight + y) * scaleY };
  }

  onScroll(listener: () => void): void {
    this.#render()?.scene.getViewport(SHEET_VIEWPORT_KEY.VIEW_MAIN)?.onScrollAfter$.subscribeEvent(listener);
  }

  #render() {
    return this.grid.injector.get(IRenderManagerService).getRenderById(WORKBOOK_ID);
  }

  #offset(canvas: HTMLElement): { readonly left: number; readonly top: number } {
    const inner = canvas.getBoundingClientRect();
    const outer = this.container.getBoundingClientRect();
    return { left: inner.left - outer.left, top: inner.top - outer.top };
  }
}
