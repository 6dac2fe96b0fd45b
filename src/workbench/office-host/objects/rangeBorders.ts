import type { Area, Border, BorderSide, CellStyle } from "../../spreadsheet/spreadsheet";
import { HostCollection, HostObject } from "../hostObject";
import { checkColor, checkNumber, checkOneOf } from "./arguments";
import { checkAllowed } from "./cellAccess";
import { styledPart } from "./cellReading";
import { raiseFormatChanged } from "./changeEvents";
import type { RangeRef } from "./rangeRef";
import { lastColumn, lastRow } from "./region";

const SIDES = ["EdgeTop", "EdgeBottom", "EdgeLeft", "EdgeRight", "InsideVertical", "InsideHorizontal", "DiagonalDown", "DiagonalUp"] as const;
type BorderIndex = (typeof SIDES)[number];
const STYLES = ["None", "Continuous", "Dash", "DashDot", "DashDotDot", "Dot", "Double", "SlantDashDot"] as const;
const WEIGHTS = ["Hairline", "Thin", "Medium", "Thick"] as const;

const NO_BORDER: Border = { style: "None", weight: "Thin", color: "#000000" };

/** Cells whose given side makes up a border of an area; none for diagonals, which the grid does not draw. */
function edges(area: Area, index: BorderIndex): { readonly area: Area; readonly side: BorderSide }[] {
  switch (index) {
    case "EdgeTop":
      return [{ area: { ...area, rowCount: 1 }, side: "top" }];
    case "EdgeBottom":
      return [{ area: { ...area, row: lastRow(area), rowCount: 1 }, side: "bottom" }];
    case "EdgeLeft":
      return [{ area: { ...area, columnCount: 1 }, side: "left" }];
    case "EdgeRight":
      return [{ area: { ...area, column: lastColumn(area), columnCount: 1 }, side: "right" }];
    case "InsideHorizontal":
      return area.rowCount < 2
        ? []
        : [
            { area: { ...area, rowCount: area.rowCount - 1 }, side: "bottom" },
            { area: { ...area, row: area.row + 1, rowCount: area.rowCount - 1 }, side: "top" },
          ];
    case "InsideVertical":
      return area.columnCount < 2
        ? []
        : [
            { area: { ...area, columnCount: area.columnCount - 1 }, side: "right" },
            { area: { ...area, column: area.column + 1, columnCount: area.columnCount - 1 }, side: "left" },
          ];
    default:
      return [];
  }
}

export class RangeBorder extends HostObject {
  readonly #refs: readonly RangeRef[];
  readonly #index: BorderIndex;

  constructor(refs: readonly RangeRef[], index: BorderIndex) {
    super();
    this.#refs = refs;
    this.#index = index;
  }
  override identity() {
    return { Id: this.#index };
  }
  get sideIndex(): string {
    return this.#index;
  }
  get style(): string | null {
    return this.#read((border) => border.style);
  }
  set style(value: unknown) {
    const style = checkOneOf("style", value, STYLES);
    this.#apply((border) => (style === "None" ? NO_BORDER : { ...border, style }));
  }
  get weight(): string | null {
    return this.#read((border) => border.weight);
  }
  /** Giving a weight or colour to no line draws one, as in Excel. */
  set weight(value: unknown) {
    const weight = checkOneOf("weight", value, WEIGHTS);
    this.#apply((border) => ({ ...border, weight, style: border.style === "None" ? "Continuous" : border.style }));
  }
  get color(): string | null {
    return this.#read((border) => border.color);
  }
  set color(value: unknown) {
    const color = checkColor("color", value) || "#000000";
    this.#apply((border) => ({ ...border, color, style: border.style === "None" ? "Continuous" : border.style }));
  }
  get tintAndShade(): number {
    return 0;
  }
  set tintAndShade(value: unknown) {
    checkNumber("tintAndShade", value, -1, 1);
  }

  #read<T>(read: (border: Border) => T): T | null {
    const found = new Set<T>();
    for (const { book, area } of this.#refs) {
      for (const edge of edges(styledPart(book, area), this.#index)) {
        for (const row of book.grid.styles(edge.area)) for (const style of row) found.add(read(style.borders?.[edge.side] ?? NO_BORDER));
      }
    }
    if (found.size === 0) return read(NO_BORDER);
    return found.size === 1 ? ([...found][0] ?? null) : null;
  }

  #apply(change: (border: Border) => Border): void {
    for (const { book, area } of this.#refs) {
      checkAllowed(book, area.sheetId, "allowFormatCells");
      for (const edge of edges(area, this.#index)) {
        const sample = book.grid.styles({ ...edge.area, rowCount: 1, columnCount: 1 })[0]?.[0];
        const style: CellStyle = { borders: { [edge.side]: change(sample?.borders?.[edge.side] ?? NO_BORDER) } };
        book.grid.applyStyle(edge.area, style);
      }
      raiseFormatChanged(book, area.sheetId, area);
    }
  }
}

export class RangeBorderCollection extends HostCollection<RangeBorder> {
  readonly #refs: readonly RangeRef[];

  constructor(refs: readonly RangeRef[]) {
    super();
    this.#refs = refs;
  }
  get items(): readonly RangeBorder[] {
    return SIDES.map((side) => new RangeBorder(this.#refs, side));
  }
  get count(): number {
    return SIDES.length;
  }
  get tintAndShade(): number {
    return 0;
  }
  set tintAndShade(value: unknown) {
    checkNumber("tintAndShade", value, -1, 1);
  }
  getItem(index: unknown): RangeBorder {
    return new RangeBorder(this.#refs, checkOneOf("index", index, SIDES));
  }
}
