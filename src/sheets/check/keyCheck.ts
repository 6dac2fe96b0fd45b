import { cellAddress } from "../a1";
import { isBlank, isErrorText, type CellValue } from "../cellValue";
import { cells } from "./columnCheck";
import { MOST_ADDRESSES, type Finding, type ProposedFix } from "./findings";

const TOTAL_WORDS = /^\s*(grand\s+|sub)?\s*(totals?|sum|summe|gesamt|gesamtsumme|totaal|total general|somme)\s*:?\s*$/i;
/** Spaces around a key that nobody sees, the unbreakable ones of web pages among them. */
const OUTER_SPACES = /^[\s\u00a0\u200b\ufeff]+|[\s\u00a0\u200b\ufeff]+$/g;

interface Key {
  readonly row: number;
  readonly shown: string;
  count: number;
  readonly rows: number[];
}

/** Collects what is wrong with the keys, block by block. Excel's lookups ignore case and keep numbers and texts apart. */
export class KeyCheck {
  private readonly keys = new Map<string, Key>();
  private readonly missing: number[] = [];
  private readonly errors: { readonly row: number; readonly value: CellValue }[] = [];
  private readonly spaced: ProposedFix[] = [];
  private readonly totals: number[] = [];
  private missingCount = 0;
  private errorCount = 0;
  private numberCount = 0;
  private textCount = 0;

  constructor(
    private readonly column: number,
    private readonly header: string,
  ) {}

  /** @param isEmptyRow whether nothing else of the row is filled either: such a row is no account */
  add(row: number, value: CellValue, isEmptyRow: boolean): void {
    if (isBlank(value)) {
      if (isEmptyRow) return;
      this.missingCount++;
      if (this.missing.length < MOST_ADDRESSES) this.missing.push(row);
    } else if (isErrorText(value) || typeof value === "boolean") {
      this.errorCount++;
      if (this.errors.length < MOST_ADDRESSES) this.errors.push({ row, value });
    } else this.addKey(row, value);
  }

  private addKey(row: number, value: string | number): void {
    if (typeof value === "number") this.numberCount++;
    else {
      this.textCount++;
      if (TOTAL_WORDS.test(value)) this.totals.push(row);
      const trimmed = value.replace(OUTER_SPACES, "");
      if (trimmed !== value) this.spaced.push({ row, column: this.column, from: value, to: trimmed });
    }
    const id = typeof value === "number" ? `n${value}` : `t${value.toLocaleLowerCase("en")}`;
    const known = this.keys.get(id);
    if (!known) this.keys.set(id, { row, shown: String(value).slice(0, 40), count: 1, rows: [row] });
    else {
      known.count++;
      if (known.rows.length < MOST_ADDRESSES) known.rows.push(row);
    }
  }

  findings(): readonly Finding[] {
    return [this.missingKeys(), this.brokenKeys(), this.duplicates(), this.spaces(), this.mixed(), this.totalRows()].filter((finding) => finding !== undefined);
  }

  private at = (rows: readonly number[]) => rows.slice(0, MOST_ADDRESSES).map((row) => cellAddress(row, this.column));

  private missingKeys(): Finding | undefined {
    if (this.missingCount === 0) return undefined;
    const [first] = this.at(this.missing);
    return { kind: "missingKey", weight: "warning", count: this.missingCount, addresses: this.at(this.missing), message: `${this.missingCount === 1 ? "1 account has" : `${this.missingCount} accounts have`} no “${this.header}”, the first in ${first}.`, nextStep: "Give each account a key of its own: results and plans find it by that." };
  }

  private brokenKeys(): Finding | undefined {
    const [first] = this.errors;
    if (!first) return undefined;
    return { kind: "errorCell", weight: "warning", count: this.errorCount, addresses: this.at(this.errors.map(({ row }) => row)), message: `“${this.header}”: ${cells(this.errorCount)} no key, such as ${String(first.value).toUpperCase()} in ${cellAddress(first.row, this.column)}.`, nextStep: "Type the account's key." };
  }

  private duplicates(): Finding | undefined {
    const twice = [...this.keys.values()].filter(({ count }) => count > 1);
    const first = twice[0];
    if (!first) return undefined;
    const rows = twice.flatMap((key) => key.rows);
    return { kind: "duplicateKey", weight: "warning", count: twice.length, addresses: this.at(rows), message: `${twice.length === 1 ? "1 key stands" : `${twice.length} keys stand`} in several rows, such as ${first.shown} in ${this.at(first.rows).slice(0, 3).join(", ")}.`, nextStep: "Merge the rows or give each its own key; a lookup finds only the first." };
  }

  private spaces(): Finding | undefined {
    const [first] = this.spaced;
    if (!first) return undefined;
    const address = cellAddress(first.row, this.column);
    return { kind: "spacesInKey", weight: "warning", count: this.spaced.length, addresses: this.at(this.spaced.map(({ row }) => row)), message: `“${this.header}”: ${cells(this.spaced.length)} spaces around the key, the first ${address}.`, nextStep: "Nobody sees them, but no lookup finds the account.", fix: { kind: "cells", cells: this.spaced } };
  }

  private mixed(): Finding | undefined {
    if (this.numberCount === 0 || this.textCount === 0) return undefined;
    const both = [...this.keys].filter(([id]) => id.startsWith("n") && this.keys.has(`t${id.slice(1)}`));
    if (both.length === 0) return undefined;
    const rows = both.map(([, key]) => key.row);
    return { kind: "mixedKeys", weight: "warning", count: both.length, addresses: this.at(rows), message: `${both.length === 1 ? "1 key stands" : `${both.length} keys stand`} once as number and once as text, such as ${both[0]?.[1].shown} in ${this.at(rows)[0]}.`, nextStep: "Excel takes them for two accounts; write both in the same way." };
  }

  private totalRows(): Finding | undefined {
    if (this.totals.length === 0) return undefined;
    return { kind: "totalRow", weight: "warning", count: this.totals.length, addresses: this.at(this.totals), message: `A row of totals stands in the list, in ${this.at(this.totals)[0]}.`, nextStep: "Delete it or make it the table's total row: it would be tiered as the largest account." };
  }
}
