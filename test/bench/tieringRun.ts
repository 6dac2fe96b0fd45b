import type { Entry } from "../../src/app/tiering/scorecardStore";
import { readPortfolioSteps } from "../../src/app/tiering/portfolioData";
import type { Steps } from "../../src/app/tiering/steps";
import { TieringSession } from "../../src/app/tiering/tieringSession";
import { writeScorecard } from "../../src/app/tiering/writeScorecard";
import type { CellValue } from "../../src/sheets/cellValue";
import type { CriterionLine, GateLine, Model } from "../../src/sheets/model/model";
import { MemoryScorecards } from "../app/tiering/memoryScorecards";
import { memorySnapshots } from "../app/tiering/memorySnapshots";
import { figures } from "./data";

const CRITERIA = 12;

/** Processor time of this process in milliseconds: what else the computer does changes it little. */
function now(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** One portfolio from the list's cells to everything written. */
export interface TieringFigures {
  readonly accounts: number;
  readonly readMs: number;
  readonly previewMs: number;
  /** A cut-off was moved, then a weight. */
  readonly cutoffMs: number;
  readonly weightMs: number;
  readonly columnsMs: number;
  readonly writeMs: number;
  /** The longest stretch the pane's thread is not given back while reading and computing. */
  readonly longestStepMs: number;
  readonly requests: number;
  readonly megabytes: number;
  readonly largestRequestKilobytes: number;
}

function modelOf(): Model {
  const criteria = Array.from({ length: CRITERIA }, (_, i): CriterionLine => ({ criterion: `Criterion ${i + 1}`, column: `C${i + 1}`, weight: i + 1, direction: i % 4 === 3 ? "lower" : "higher", scale: "minmax", missing: "skip" }));
  const gates: GateLine[] = [{ column: "C2", test: ">=", limit: 1, bestTier: "B" }, { column: "C3", test: "filled" }];
  const tiers = [["A", 60], ["B", 50], ["C", 40], ["D", undefined]] as const;
  return {
    version: 2,
    columns: [],
    criteria,
    gates,
    tiers: tiers.map(([tier, from]) => ({ tier, servicePromise: "", hoursPerAccount: 10, ...(from === undefined ? {} : { from }) })),
    settings: { Method: "cutoff" },
  };
}

function listOf(count: number): CellValue[][] {
  const [left, right] = [figures(count), figures(count)] as unknown as CellValue[][][];
  const rows = Array.from({ length: count }, (_, i): CellValue[] => [`A-${String(i).padStart(6, "0")}`, `Account ${i}`, ...[...(left[i] as CellValue[]), ...(right[i] as CellValue[])].slice(0, CRITERIA)]);
  return [["Account ID", "Account", ...Array.from({ length: CRITERIA }, (_, i) => `C${i + 1}`)], ...rows];
}

/** What the pane sends for one call, as JSON of its arguments. */
class CountedScorecards extends MemoryScorecards {
  requests = 0;
  bytes = 0;

  override async enter(...args: Parameters<MemoryScorecards["enter"]>): Promise<void> {
    this.requests++;
    const size = JSON.stringify(args[2] as Entry[][]).length;
    this.bytes += size;
    this.largestBlock = Math.max(this.largestBlock, size);
  }
}

export async function tieringRun(accounts: number): Promise<TieringFigures> {
  const model = modelOf();
  const cells = listOf(accounts);
  let longest = 0;
  const timed = <T>(steps: Steps<T>): { readonly value: T; readonly ms: number } => {
    const start = now();
    for (let last = start; ; ) {
      const next = steps.next();
      const end = now();
      longest = Math.max(longest, end - last);
      last = end;
      if (next.done) return { value: next.value, ms: end - start };
    }
  };
  const read = timed(readPortfolioSteps({ block: { row: 0, column: 0, values: cells }, key: "Account ID", name: "Account" }, model));
  const before = { tiers: Array.from({ length: accounts }, (_, i) => "ABCD".charAt(i % 4)), model };
  const session = new TieringSession({ data: read.value.data, before });
  const preview = timed(session.preview(model));
  const cutoff = timed(session.preview({ ...model, tiers: model.tiers.map((tier, i) => (i === 0 ? { ...tier, from: 61 } : tier)) }));
  const weight = timed(session.preview({ ...model, criteria: model.criteria.map((line, i) => (i === 0 ? { ...line, weight: 9 } : line)) }));
  const columns = timed(session.columns(model, { stability: false, next: false }));
  const store = new CountedScorecards();
  const start = now();
  await writeScorecard(
    { store, snapshots: memorySnapshots() },
    {
      model,
      portfolio: read.value,
      result: columns.value,
      list: { sheetName: "Accounts", tableName: "Accounts", headerRow: 0, body: { row: 1, column: 0, rowCount: accounts, columnCount: 2 + CRITERIA }, headers: (cells[0] ?? []).map(String), keyColumn: 0, nameColumn: 1 },
      sheets: [],
      now: new Date(2026, 0, 1),
    },
    { target: "sheet", form: "values", stability: false, next: false, overwrite: [] },
    new AbortController().signal,
    () => undefined,
  );
  return {
    accounts,
    readMs: read.ms,
    previewMs: preview.ms,
    cutoffMs: cutoff.ms,
    weightMs: weight.ms,
    columnsMs: columns.ms,
    writeMs: now() - start,
    longestStepMs: longest,
    requests: store.requests + store.calls.length,
    megabytes: store.bytes / 1e6,
    largestRequestKilobytes: store.largestBlock / 1e3,
  };
}

const ms = (value: number) => `${value.toFixed(0)} ms`;

/** Figures of several sizes as a table. */
export function tieringReport(runs: readonly TieringFigures[]): string {
  const lines: readonly (readonly [string, (figures: TieringFigures) => string])[] = [
    ["accounts × 12 criteria, 2 gates; processor time", ({ accounts }) => accounts.toLocaleString("en")],
    ["list read into columns", ({ readMs }) => ms(readMs)],
    ["preview with movements", ({ previewMs }) => ms(previewMs)],
    ["a cut-off moved (target at 10,000: 100 ms)", ({ cutoffMs }) => ms(cutoffMs)],
    ["a weight moved (target at 10,000: 100 ms)", ({ weightMs }) => ms(weightMs)],
    ["columns to be written", ({ columnsMs }) => ms(columnsMs)],
    ["longest step of all this", ({ longestStepMs }) => ms(longestStepMs)],
    ["entries made and handed over", ({ writeMs }) => ms(writeMs)],
    ["requests of the writing", ({ requests }) => String(requests)],
    ["entries written", ({ megabytes }) => `${megabytes.toFixed(1)} MB`],
    ["largest request (Excel on the web takes 5,000 kB)", ({ largestRequestKilobytes }) => `${largestRequestKilobytes.toFixed(0)} kB`],
  ];
  const width = Math.max(...lines.map(([words]) => words.length));
  return lines.map(([words, of]) => `${words.padEnd(width)}  ${runs.map((run) => of(run).padStart(12)).join("")}`).join("\n");
}
