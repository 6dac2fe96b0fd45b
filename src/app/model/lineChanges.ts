import type { ModelTable } from "../../sheets/model/model";
import { MODEL_HEADERS } from "../../sheets/model/model";
import type { ModelLine } from "../../sheets/model/modelCells";
import type { ModelReading } from "../../sheets/model/readModel";
import type { LineRef, ModelChange, TypedValue } from "./modelStore";

export type LineValues = Readonly<Record<string, TypedValue>>;

export const lineRef = (line: ModelLine): LineRef => ({ table: line.table, place: line.place, name: line.value(MODEL_HEADERS[line.table][0]) });

/**
 * The fewest changes that make the lines of a table what is wanted: lines of the same name keep their place and what the
 * user keeps beside them, only cells that differ are written.
 */
export function lineChanges(table: ModelTable, present: readonly ModelLine[], wanted: readonly LineValues[]): ModelChange[] {
  const free = new Set(present);
  const [first, second] = MODEL_HEADERS[table];
  const same = (line: ModelLine, values: LineValues, header: string) => line.text(header).toLowerCase() === String(values[header] ?? "").trim().toLowerCase();
  const matches = new Map<LineValues, ModelLine>();
  const match = (test: (line: ModelLine, values: LineValues) => boolean) => {
    for (const values of wanted) {
      if (matches.has(values)) continue;
      const line = [...free].find((candidate) => test(candidate, values));
      if (!line) continue;
      matches.set(values, line);
      free.delete(line);
    }
  };
  match((line, values) => same(line, values, first) && same(line, values, second));
  match((line, values) => same(line, values, first));
  return [
    ...wanted.flatMap((values): ModelChange[] => {
      const line = matches.get(values);
      return line ? cellChanges(line, values) : [{ kind: "add", table, values }];
    }),
    ...[...free].map((line): ModelChange => ({ kind: "remove", line: lineRef(line) })),
  ];
}

/** Changes of the cells that differ. */
export function cellChanges(line: ModelLine, values: LineValues): ModelChange[] {
  return Object.entries(values).flatMap(([header, value]): ModelChange[] => (line.value(header) === value ? [] : [{ kind: "set", line: lineRef(line), header, value }]));
}

/** Lets everything in the model that names a column of the list name another one. */
export const columnRenamed = ({ criteria, gates, columns }: ModelReading["lines"], from: string, to: string): ModelChange[] =>
  [...criteria, ...gates, ...columns].flatMap((line) => {
    // Criterion and Column stand in for each other.
    const named = line.text("Column") || line.text("Criterion");
    return named.toLowerCase() === from.trim().toLowerCase() ? cellChanges(line, { Column: to }) : [];
  });
