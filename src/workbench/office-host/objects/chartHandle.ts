import { notFound } from "./arguments";
import type { Book } from "./book";
import type { RecordHandle } from "./record";
import type { ChartState } from "./drawnState";

/** Access of a chart and its parts to the chart's data. */
export class ChartHandle {
  /** What was set on the chart; a change is told to whoever draws it. */
  readonly settings: RecordHandle = {
    read: () => this.state().settings,
    changed: () => this.book.chartsChanged(this.sheetId),
  };

  constructor(
    readonly book: Book,
    readonly sheetId: string,
    readonly id: string,
  ) {}

  state(): ChartState {
    const found = this.book.sheetState(this.sheetId).charts.find((chart) => chart.id === this.id);
    if (!found) throw notFound("The chart was deleted.");
    return found;
  }

  change(work: (state: ChartState) => void): void {
    work(this.state());
    this.settings.changed();
  }
}
