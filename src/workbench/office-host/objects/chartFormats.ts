import { checkColor } from "./arguments";
import { color, type Field, fields, flag, handleOf, number, oneOf, part, RecordObject, type RecordHandle, text } from "./record";

/** Lines, fills and fonts of the parts of a chart. */

const LINE_STYLES = ["Continuous", "Dash", "DashDot", "DashDotDot", "Dot", "Grey25", "Grey50", "Grey75", "None", "RoundDot"];
export const HORIZONTAL_TEXT = ["Center", "Left", "Right", "Justify", "Distributed"] as const;
export const VERTICAL_TEXT = ["Center", "Bottom", "Top", "Justify", "Distributed"] as const;

export class ChartFill extends RecordObject {
  /** An empty record is the automatic fill; `color: ""` none. */
  clear(): void {
    handleOf(this).read().color = "";
    handleOf(this).changed();
  }
  setSolidColor(value: unknown): void {
    handleOf(this).read().color = checkColor("color", value);
    handleOf(this).changed();
  }
  getSolidColor(): string {
    return String(handleOf(this).read().color ?? "");
  }
}

const lineFields: Readonly<Record<string, Field>> = { color: color(""), lineStyle: oneOf("Automatic", ...LINE_STYLES), weight: number(0.75, 0) };

function noLine(record: RecordObject): void {
  handleOf(record).read().lineStyle = "None";
  handleOf(record).changed();
}

export class ChartLineFormat extends RecordObject {
  static {
    fields(this, lineFields);
  }
  clear(): void {
    noLine(this);
  }
}

export class ChartBorder extends RecordObject {
  static {
    fields(this, lineFields);
  }
  clear(): void {
    noLine(this);
  }
}

export class ChartFont extends RecordObject {
  static {
    fields(this, {
      bold: flag(false),
      color: color("#595959"),
      italic: flag(false),
      name: text("Calibri"),
      size: number(10, 1, 409),
      underline: oneOf("None", "Single"),
    });
  }
}

const fill = (record: RecordObject) => new ChartFill(part(record, "fill"));
const font = (record: RecordObject) => new ChartFont(part(record, "font"));
const line = (record: RecordObject) => new ChartLineFormat(part(record, "line"));
const border = (record: RecordObject) => new ChartBorder(part(record, "border"));

abstract class FilledText extends RecordObject {
  get border(): ChartBorder {
    return border(this);
  }
  get fill(): ChartFill {
    return fill(this);
  }
  get font(): ChartFont {
    return font(this);
  }
}

export class ChartAreaFormat extends FilledText {
  static {
    fields(this, {
      colorScheme: oneOf(
        "ColorfulPalette1",
        ...[2, 3, 4].map((index) => `ColorfulPalette${index}`),
        ...Array.from({ length: 13 }, (_, index) => `MonochromaticPalette${index + 1}`),
      ),
      roundedCorners: flag(false),
    });
  }
}
export class ChartTitleFormat extends FilledText {}
export class ChartAxisTitleFormat extends FilledText {}
export class ChartLegendFormat extends FilledText {}
export class ChartDataLabelFormat extends FilledText {}
export class ChartTrendlineLabelFormat extends FilledText {}
export class ChartDataTableFormat extends FilledText {}

export class ChartPlotAreaFormat extends RecordObject {
  get border(): ChartBorder {
    return border(this);
  }
  get fill(): ChartFill {
    return fill(this);
  }
}
export class ChartPointFormat extends RecordObject {
  get border(): ChartBorder {
    return border(this);
  }
  get fill(): ChartFill {
    return fill(this);
  }
}
export class ChartSeriesFormat extends RecordObject {
  get fill(): ChartFill {
    return fill(this);
  }
  get line(): ChartLineFormat {
    return line(this);
  }
}
export class ChartAxisFormat extends RecordObject {
  get fill(): ChartFill {
    return fill(this);
  }
  get font(): ChartFont {
    return font(this);
  }
  get line(): ChartLineFormat {
    return line(this);
  }
}

abstract class OnlyLine extends RecordObject {
  get line(): ChartLineFormat {
    return line(this);
  }
}
export class ChartGridlinesFormat extends OnlyLine {}
export class ChartTrendlineFormat extends OnlyLine {}
export class ChartErrorBarsFormat extends OnlyLine {}
export class ChartLeaderLinesFormat extends OnlyLine {}

/** Which buttons a chart of a PivotTable shows. */
export class ChartPivotOptions extends RecordObject {
  static {
    fields(this, { showAxisFieldButtons: flag(true), showLegendFieldButtons: flag(true), showReportFilterFieldButtons: flag(true), showValueFieldButtons: flag(true) });
  }
}

/** How a series of a region map is drawn. */
export class ChartMapOptions extends RecordObject {
  static {
    fields(this, {
      labelStrategy: oneOf("None", "BestFit", "ShowAll"),
      level: oneOf("Automatic", "DataOnly", "City", "County", "State", "Country", "Continent", "World"),
      projectionType: oneOf("Automatic", "Mercator", "Miller", "Robinson", "Albers"),
    });
  }
}

/** Font of some characters of a text. */
export class ChartFormatString extends RecordObject {
  get font(): ChartFont {
    return font(this);
  }
}

export function substring(record: RecordObject | RecordHandle, start: number, length: number): ChartFormatString {
  return new ChartFormatString(part(part(record, "substrings"), `${start},${length}`));
}
