import { cellAddress } from "../a1";
import type { CellValue } from "../cellValue";
import type { Finding } from "./findings";

/** Accounts among the largest of this share of the list are giants. */
const GIANTS = 0.05;

interface Account {
  readonly row: number;
  readonly revenue: number;
  readonly margin: number;
}

/** Finds large accounts that lose money: by size they would be key, by what they leave they must not. */
export class GiantCheck {
  private readonly revenues: number[] = [];
  private readonly losing: Account[] = [];

  constructor(
    private readonly marginColumn: number,
    private readonly hasMarginGate: boolean,
  ) {}

  add(row: number, revenue: CellValue, margin: CellValue): void {
    if (typeof revenue !== "number") return;
    this.revenues.push(revenue);
    if (typeof margin === "number" && margin < 0) this.losing.push({ row, revenue, margin });
  }

  findings(nameOf: (row: number) => string): readonly Finding[] {
    const order = Float64Array.from(this.revenues).sort();
    const bound = order[Math.floor(order.length * (1 - GIANTS))] ?? Infinity;
    const giants = this.losing.filter(({ revenue }) => revenue >= bound).sort((a, b) => b.revenue - a.revenue);
    const [first] = giants;
    if (!first || order.length < 10) return [];
    const addresses = giants.map(({ row }) => cellAddress(row, this.marginColumn));
    const others = giants.length > 1 ? `, and ${giants.length - 1} more of the largest,` : "";
    return [
      {
        kind: "lossMakingGiant",
        weight: this.hasMarginGate ? "note" : "warning",
        count: giants.length,
        addresses,
        message: `${nameOf(first.row)} is among the largest by revenue${others} and loses money: the margin in ${addresses[0]} is ${first.margin.toLocaleString("en", { maximumSignificantDigits: 4 })}.`,
        nextStep: this.hasMarginGate ? "The gate on margin keeps it out of the better tiers." : "Add a gate on margin, so that size alone does not make it a key account.",
      },
    ];
  }
}
