import type { CellValue } from "../../spreadsheet/spreadsheet";
import { HostError } from "../hostObject";
import { columnOf, dataName, filteredRows, itemsOf, labelOf, type PivotRow, summary } from "./pivotItems";
import type { PivotDataState, PivotState } from "./drawnState";

/** What a PivotTable shows, with the places of its parts counted from the upper left cell of the body. */
export interface PivotGrid {
  readonly cells: readonly (readonly CellValue[])[];
  /** Number formats of the columns that hold values. */
  readonly formats: readonly (string | undefined)[];
  readonly headerRows: number;
  readonly labelColumns: number;
  /** Data hierarchy of each column of values. */
  readonly dataOfColumn: readonly (string | undefined)[];
  readonly lines: readonly Line[];
  readonly columns: readonly Line[];
}

/** A row or column of values: the items it is about, and what it is called. */
export interface Line {
  readonly path: readonly CellValue[];
  readonly label: string;
  readonly kind: "item" | "subtotal" | "grand" | "blank";
  readonly data?: PivotDataState;
}

const GRAND = "Grand Total";

function setting(pivot: PivotState, key: string, otherwise: unknown): unknown {
  return pivot.settings[key] ?? otherwise;
}

/** Items of the fields, every outer one before those inside it. */
function linesOf(pivot: PivotState, fields: readonly string[], rows: readonly PivotRow[], subtotals: "top" | "bottom" | "off", path: readonly CellValue[] = []): Line[] {
  const [field, ...inner] = fields;
  if (field === undefined) return [];
  const column = columnOf(pivot, field);
  return itemsOf(pivot, field, rows).flatMap((item): Line[] => {
    const own = [...path, item];
    if (inner.length === 0) return [{ path: own, label: labelOf(item), kind: "item" }];
    const inside = linesOf(pivot, inner, rows.filter((row) => row[column] === item), subtotals, own);
    if (subtotals === "top") return [{ path: own, label: labelOf(item), kind: "subtotal" }, ...inside];
    return subtotals === "bottom" ? [...inside, { path: own, label: `${labelOf(item)} Total`, kind: "subtotal" }] : inside;
  });
}

function matching(pivot: PivotState, fields: readonly string[], path: readonly CellValue[], rows: readonly PivotRow[]): PivotRow[] {
  const columns = path.map((_item, index) => columnOf(pivot, fields[index] as string));
  return rows.filter((row) => path.every((item, index) => row[columns[index] as number] === item));
}

export function pivotGrid(pivot: PivotState): PivotGrid {
  const rows = filteredRows(pivot);
  const layout = String(setting(pivot, "layoutType", "Compact"));
  const compact = layout === "Compact";
  const location = String(setting(pivot, "subtotalLocation", layout === "Tabular" ? "AtBottom" : "AtTop"));
  const place = location === "Off" ? "off" : layout === "Tabular" || location === "AtBottom" ? "bottom" : "top";
  // Above its items a group has its row also where it shows no subtotal.
  const headed = layout !== "Tabular" && place !== "top";
  const lines = headed ? withHeads(linesOf(pivot, pivot.rows, rows, place)) : linesOf(pivot, pivot.rows, rows, place);
  if (setting(pivot, "showColumnGrandTotals", true) === true && pivot.rows.length > 0) lines.push({ path: [], label: GRAND, kind: "grand" });
  const bodyLines = pivot.rows.length > 0 ? (pivot.settings.blankLines === true ? withBlanks(lines, pivot.rows.length) : lines) : pivot.data.length > 0 ? [{ path: [], label: "Total", kind: "grand" } as Line] : [];
  const columns = columnLines(pivot, rows);
  const labelColumns = pivot.rows.length === 0 ? (pivot.columns.length > 0 ? 1 : 0) : compact ? 1 : pivot.rows.length;
  const header = headerOf(pivot, columns, labelColumns, compact);
  const values = showAs(pivot, rows, bodyLines, columns);
  const empty = setting(pivot, "fillEmptyCells", true) === true ? (setting(pivot, "emptyCellText", "") as string) : "";
  let previous: Line | undefined;
  const body = bodyLines.map((line, r) => {
    const labels = labelsOf(line, pivot, labelColumns, compact, setting(pivot, "repeatLabels", false) === true ? undefined : previous);
    previous = line;
    const hasValues = line.kind !== "blank" && !(headed && line.kind === "subtotal" && line.label === labelOf(line.path.at(-1)));
    return [...labels, ...columns.map((_column, c) => (hasValues ? emptied(values[r]?.[c] ?? "", empty) : ""))];
  });
  return {
    cells: [...header, ...body],
    formats: [...new Array<undefined>(labelColumns).fill(undefined), ...columns.map(({ data }) => data?.numberFormat || undefined)],
    headerRows: header.length,
    labelColumns,
    dataOfColumn: columns.map(({ data }) => data?.id),
    lines: bodyLines,
    columns,
  };
}

function emptied(value: CellValue, text: string): CellValue {
  return value === "" ? text : value;
}

/** Groups whose subtotals stand below, or nowhere, begin with a row of their own in the compact and outline forms. */
function withHeads(lines: readonly Line[]): Line[] {
  const seen = new Set<string>();
  return lines.flatMap((line) => {
    const heads = line.path.slice(0, -1).flatMap((item, index): Line[] => {
      const path = line.path.slice(0, index + 1);
      const key = JSON.stringify(path);
      if (seen.has(key)) return [];
      seen.add(key);
      return [{ path, label: labelOf(item), kind: "subtotal" }];
    });
    return [...heads, line];
  });
}

/** A blank line after each item of the outer fields, which ends where the next line is about another one. */
function withBlanks(lines: readonly Line[], depth: number): Line[] {
  const outer = (line: Line | undefined, level: number) => JSON.stringify(line?.path.slice(0, level) ?? []);
  return lines.flatMap((line, index): Line[] => {
    const ends = line.path.slice(0, depth - 1).some((_item, level) => outer(line, level + 1) !== outer(lines[index + 1], level + 1));
    return ends ? [line, { path: [], label: "", kind: "blank" }] : [line];
  });
}

function columnLines(pivot: PivotState, rows: readonly PivotRow[]): Line[] {
  const { data } = pivot;
  const each = (line: Line): Line[] => (data.length === 0 ? [] : data.map((one) => ({ ...line, data: one })));
  if (pivot.columns.length === 0) return each({ path: [], label: "", kind: "item" });
  const lines = linesOf(pivot, pivot.columns, rows, "bottom");
  if (setting(pivot, "showRowGrandTotals", true) === true) lines.push({ path: [], label: GRAND, kind: "grand" });
  return data.length === 0 ? lines : lines.flatMap(each);
}

function headerOf(pivot: PivotState, columns: readonly Line[], labelColumns: number, compact: boolean): CellValue[][] {
  const { data } = pivot;
  const headers = setting(pivot, "showFieldHeaders", true) === true;
  const fieldName = (field: string) => pivot.fields[field]?.name ?? field;
  const rowLabels = pivot.rows.length === 0 ? new Array<string>(labelColumns).fill("") : !headers ? new Array<string>(labelColumns).fill("") : compact ? ["Row Labels"] : pivot.rows.map(fieldName);
  const names = columns.map((column) => (column.data ? dataName(pivot, column.data) : ""));
  if (pivot.columns.length === 0) return labelColumns + columns.length === 0 ? [] : [[...rowLabels, ...names]];
  const blank = new Array<string>(labelColumns).fill("");
  const top: CellValue[] = [...blank, ...columns.map((_column, c) => (headers && c === 0 ? (compact ? "Column Labels" : pivot.columns.map(fieldName).join(" ")) : ""))];
  if (data.length === 1 && labelColumns > 0) top[0] = dataName(pivot, data[0] as PivotDataState);
  let previous: readonly CellValue[] = [];
  const levels = pivot.columns.map(() => [...blank] as CellValue[]);
  for (const column of columns) {
    const { path, kind, label } = column;
    const total = kind === "grand" && data.length > 1 && column.data ? `Total ${dataName(pivot, column.data)}` : kind === "subtotal" && data.length > 1 && column.data ? `${labelOf(path.at(-1))} ${dataName(pivot, column.data)}` : label;
    levels.forEach((level, depth) => {
      if (kind !== "item") level.push(depth === Math.max(0, path.length - 1) ? total : "");
      else level.push(depth < path.length - 1 || data.length > 1 ? (JSON.stringify(previous.slice(0, depth + 1)) === JSON.stringify(path.slice(0, depth + 1)) ? "" : labelOf(path[depth])) : labelOf(path[depth]));
    });
    previous = kind === "item" ? path : [];
  }
  const under = data.length > 1 ? [[...blank, ...columns.map((column, c) => (column.kind === "item" ? (names[c] ?? "") : ""))] as CellValue[]] : [];
  const header = [top, ...levels, ...under];
  const last = header.at(-1) as CellValue[];
  rowLabels.forEach((label, index) => (last[index] = label));
  return header;
}

function labelsOf(line: Line, pivot: PivotState, labelColumns: number, compact: boolean, previous: Line | undefined): CellValue[] {
  const labels = new Array<CellValue>(labelColumns).fill("");
  if (labelColumns === 0) return labels;
  if (line.kind === "blank") return labels;
  if (line.kind === "grand" || compact) {
    const item = line.path.at(-1);
    labels[0] = line.kind === "item" || line.label === labelOf(item) ? shown(item, line.label) : line.label;
    return labels;
  }
  if (line.kind === "subtotal") {
    labels[line.path.length - 1] = line.label;
    return labels;
  }
  line.path.forEach((item, index) => {
    const same = previous && previous.kind !== "grand" && JSON.stringify(previous.path.slice(0, index + 1)) === JSON.stringify(line.path.slice(0, index + 1));
    if (!same || index === pivot.rows.length - 1) labels[index] = shown(item, labelOf(item));
  });
  return labels;
}

function shown(item: CellValue | undefined, label: string): CellValue {
  return item === undefined || item === "" ? label : item;
}

/** Values of the body, as they are or in relation to others. */
function showAs(pivot: PivotState, rows: readonly PivotRow[], lines: readonly Line[], columns: readonly Line[]): CellValue[][] {
  const at = (rowPath: readonly CellValue[], columnPath: readonly CellValue[], data: PivotDataState) =>
    summary(pivot, data, matching(pivot, pivot.columns, columnPath, matching(pivot, pivot.rows, rowPath, rows)));
  return lines.map((line) =>
    columns.map(({ path, data }) => {
      if (!data) return "";
      const value = at(line.path, path, data);
      const { calculation, baseField, baseItem } = data.showAs;
      const share = (whole: CellValue) => (value === "" ? "" : typeof value !== "number" || typeof whole !== "number" ? value : whole === 0 ? "#DIV/0!" : value / whole);
      switch (calculation) {
        case "None":
          return value;
        case "PercentOfGrandTotal":
          return share(at([], [], data));
        case "PercentOfColumnTotal":
          return share(at([], path, data));
        case "PercentOfRowTotal":
          return share(at(line.path, [], data));
        case "PercentOfParentRowTotal":
          return share(at(line.path.slice(0, -1), path, data));
        case "PercentOfParentColumnTotal":
          return share(at(line.path, path.slice(0, -1), data));
        case "DifferenceFrom":
        case "PercentOf":
        case "PercentDifferenceFrom": {
          const [rowPath, columnPath] = basePaths(pivot, line.path, path, baseField, baseItem);
          if (!rowPath || !columnPath) return calculation === "PercentOf" ? value : "";
          const base = at(rowPath, columnPath, data);
          const isBase = JSON.stringify([rowPath, columnPath]) === JSON.stringify([line.path, path]);
          if (calculation === "PercentOf") return isBase ? (value === "" ? "" : 1) : share(base);
          if (isBase) return "";
          const difference = Number(value) - Number(base);
          return calculation === "DifferenceFrom" ? difference : Number(base) === 0 ? "#NULL!" : difference / Number(base);
        }
        default:
          throw new HostError("NotImplemented", `ShowAsCalculation ${calculation} is not implemented by this host.`);
      }
    }),
  );
}

/** The paths with the item of one field replaced; undefined where that field has no item (totals). */
function basePaths(pivot: PivotState, rowPath: readonly CellValue[], columnPath: readonly CellValue[], baseField = "", baseItem = ""): [readonly CellValue[] | undefined, readonly CellValue[] | undefined] {
  const item = (columnOf(pivot, baseField) < 0 ? [] : itemsOf(pivot, baseField)).find((one) => labelOf(one) === baseItem);
  const put = (path: readonly CellValue[], index: number) => (index < path.length && item !== undefined ? path.map((one, at) => (at === index ? item : one)) : undefined);
  const [row, column] = [pivot.rows.indexOf(baseField), pivot.columns.indexOf(baseField)];
  return [row >= 0 ? put(rowPath, row) : rowPath, column >= 0 ? put(columnPath, column) : columnPath];
}
