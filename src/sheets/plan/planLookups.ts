import { areaAddress, MAX_ROWS, sheetReference } from "../a1";
import { columnReference, lookUp, placeIn, plainText, SPARE_ROWS, tableColumns } from "../formulas/lookup";
import { MODEL_TABLES, type ModelTable } from "../model/model";
import { listHeader, OPTIONAL_SCORECARD_HEADERS, pointsHeader, SCORECARD_HEADERS, SCORECARD_TABLE } from "../model/scorecardTable";
import type { AccountList, ListColumn } from "../read/accountList";
import { cells, fig } from "./planDraft";
import type { PlanSources } from "./planSources";

/** An empty cell stays empty instead of becoming 0. */
const kept = (value: string) => `IF(ISBLANK(${value}),"",${value})`;

/** All columns of the list below its header, and the header. */
const listBody = (list: AccountList): string => {
  if (list.tableName !== undefined) return tableColumns(list.tableName, list.headers[0] ?? "", list.headers.at(-1) ?? "");
  const { row, column, rowCount, columnCount } = list.body;
  return sheetReference(list.sheetName) + areaAddress({ row, column, columnCount, rowCount: Math.min(rowCount + SPARE_ROWS, MAX_ROWS - row) }, true);
};
const listHeads = (list: AccountList): string => {
  if (list.tableName !== undefined) return tableColumns(list.tableName, list.headers[0] ?? "", list.headers.at(-1) ?? "", "headers");
  return sheetReference(list.sheetName) + areaAddress({ row: list.headerRow, column: list.body.column, rowCount: 1, columnCount: list.body.columnCount }, true);
};

/** A column of one of the model's tables. */
export const modelColumn = (table: ModelTable, header: string): string => `${MODEL_TABLES[table]}[${header}]`;

export type ScoreColumn = Exclude<keyof typeof SCORECARD_HEADERS, "key" | "account">;

/** Looks an account's figures up where the workbook has them. Everything hangs on the key cell by way of the list's row. */
export class PlanLookups {
  private readonly hasScorecard: boolean;

  constructor(readonly sources: PlanSources) {
    this.hasScorecard = sources.scorecardHeaders !== undefined;
  }

  /** The account's row in the list, counted from 1. */
  listRow(): string {
    return placeIn(cells("key"), columnReference(this.sources.list, this.sources.list.key));
  }

  /** The account's row in the scorecard; undefined when the workbook has none. */
  scoreRow(): string | undefined {
    return this.hasScorecard ? placeIn(cells("key"), `${SCORECARD_TABLE}[${SCORECARD_HEADERS.key}]`) : undefined;
  }

  /** A recognised column of the list. */
  listed(column: ListColumn): string {
    return lookUp(fig("ListRow"), this.sources.list, column);
  }

  /** The column of the list whose header a formula gives, found when calculated. */
  listedUnder(header: string): string {
    const value = `INDEX(${listBody(this.sources.list)},${fig("ListRow")},${this.listColumn(header)})`;
    return `IF(${fig("ListRow")}="","",IFERROR(${kept(value)},""))`;
  }

  /** All accounts' values in that column. */
  columnUnder(header: string): string {
    return `INDEX(${listBody(this.sources.list)},0,${this.listColumn(header)})`;
  }

  private listColumn(header: string): string {
    return `MATCH(${plainText(header)},${listHeads(this.sources.list)},0)`;
  }

  /** A result of tiering: from the scorecard, else from the list's `KAM …` column, else from a column the list has anyway. */
  score(column: ScoreColumn): string {
    const header = SCORECARD_HEADERS[column];
    if (this.hasScorecard) {
      const value = `INDEX(${SCORECARD_TABLE}[${header}],${cells("scoreRow")})`;
      return `IF(${cells("scoreRow")}="","",${kept(value)})`;
    }
    const { tier, score, rank } = this.sources.list.fields;
    const own = { tier, score, rank, gate: undefined, strongest: undefined, weakest: undefined, missing: undefined }[column];
    const written = this.listedUnder(`"${listHeader(header)}"`);
    if (!own) return written;
    return `IF(${fig("ListRow")}="","",IFERROR(${kept(`INDEX(${listBody(this.sources.list)},${fig("ListRow")},${this.listColumn(`"${listHeader(header)}"`)})`)},${this.listed(own)}))`;
  }

  /** "sure in 92 % of weightings" where the scorecard holds the tier's stability. */
  stability(): string {
    if (!this.hasScorecard) return '""';
    const value = `INDEX(${this.scorecard("body")},${cells("scoreRow")},${this.scoreColumn(`"${OPTIONAL_SCORECARD_HEADERS.stability}"`)})`;
    return `IFERROR(IF(ISNUMBER(${value}),"sure in "&FIXED(100*${value},0)&" % of weightings",""),"")`;
  }

  /** Points of a criterion whose name a formula gives. */
  points(criterion: string): string {
    const header = this.pointsHeader(criterion);
    if (!this.hasScorecard) return this.listedUnder(header);
    const value = `INDEX(${this.scorecard("body")},${cells("scoreRow")},${this.scoreColumn(header)})`;
    return `IF(${cells("scoreRow")}="","",IFERROR(${kept(value)},""))`;
  }

  /** Mean points of the accounts in the same tier. */
  tierMean(criterion: string): string {
    const header = this.pointsHeader(criterion);
    const points = this.hasScorecard ? `INDEX(${this.scorecard("body")},0,${this.scoreColumn(header)})` : this.columnUnder(header);
    return `IF(${fig("Tier")}="","",IFERROR(AVERAGEIF(${this.tiers()},"="&${plainText(fig("Tier"))},${points}),""))`;
  }

  /** Mean score of the accounts in the same tier. */
  tierMeanScore(): string {
    return `IF(${fig("Tier")}="","",IFERROR(AVERAGEIF(${this.tiers()},"="&${plainText(fig("Tier"))},${this.scores()}),""))`;
  }

  /** Lowest score of the accounts in a tier a formula gives. */
  lowestScoreIn(tier: string): string {
    return `AGGREGATE(15,6,${this.scores()}/(${this.tiers()}=${tier}),1)`;
  }

  private tiers(): string {
    return this.allScores("tier");
  }
  private scores(): string {
    return this.allScores("score");
  }
  private allScores(column: "tier" | "score"): string {
    const header = SCORECARD_HEADERS[column];
    return this.hasScorecard ? `${SCORECARD_TABLE}[${header}]` : this.columnUnder(`"${listHeader(header)}"`);
  }

  private pointsHeader(criterion: string): string {
    const suffix = pointsHeader("");
    return this.hasScorecard ? `${criterion}&"${suffix}"` : `"${listHeader("")}"&${criterion}&"${suffix}"`;
  }

  private scorecard(part: "body" | "headers"): string {
    return tableColumns(SCORECARD_TABLE, SCORECARD_HEADERS.key, this.sources.scorecardHeaders?.at(-1) ?? SCORECARD_HEADERS.missing, part);
  }

  private scoreColumn(header: string): string {
    return `MATCH(${plainText(header)},${this.scorecard("headers")},0)`;
  }

  has(table: ModelTable): boolean {
    return this.sources.modelTables.has(table);
  }
}
