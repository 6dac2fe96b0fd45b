import { sheetNameFor, sheetNameKey } from "../sheets/limits";
import { readCriteria, type CriterionCandidate } from "../sheets/read/criteria";
import { SCORES_SHEET, scoresSheet, type ScoringCriterion } from "../sheets/write/scoresSheet";
import { Problem } from "./problems";
import { readListAt, type ListReading } from "./plans/readSelectedAccounts";
import type { MadeSheet, Workbook } from "./workbook";

export interface ScorableList extends ListReading {
  readonly candidates: readonly CriterionCandidate[];
}

/** Finds the list around the selection and its columns of figures. */
export async function readScorableList(workbook: Workbook): Promise<ScorableList> {
  const reading = await readListAt(workbook, await workbook.selection());
  const { list } = reading;
  const whole = await workbook.values(list.sheetName, { ...list.body, row: list.headerRow, rowCount: list.body.rowCount + 1 });
  const candidates = readCriteria(list, whole);
  if (candidates.length === 0) {
    throw new Problem("noCriteria", `The list on "${list.sheetName}" has no column of figures.`, "Add a column such as revenue or margin, then try again.");
  }
  return { ...reading, candidates };
}

export interface TierRequest {
  readonly criteria: readonly ScoringCriterion[];
  readonly cutoffs: readonly number[];
  readonly labels: readonly string[];
}

/** What keeps a request from being carried out, in words; empty when nothing does. */
export function tierRequestFaults(request: TierRequest): string[] {
  const faults: string[] = [];
  if (request.criteria.length === 0) faults.push("Choose at least one criterion.");
  const bad = request.criteria.filter(({ weight }) => !Number.isFinite(weight) || weight < 0);
  if (bad.length > 0) faults.push(`The weight of ${bad.map(({ column }) => `"${column.header}"`).join(", ")} must be a number, 0 or more.`);
  else if (request.criteria.length > 0 && request.criteria.every(({ weight }) => weight === 0)) faults.push("At least one weight must be above 0.");
  if (request.cutoffs.some((cutoff) => !(cutoff >= 0 && cutoff <= 100))) faults.push("Cut-offs are scores from 0 to 100.");
  else if (request.cutoffs.some((cutoff, i) => i > 0 && cutoff >= (request.cutoffs[i - 1] as number))) faults.push("Each tier's cut-off must be below the one of the tier above.");
  return faults;
}

/** Adds a sheet with the accounts' scores and tiers as formulas; an earlier one stays as it is. */
export async function writeScores(workbook: Workbook, scorable: ScorableList, request: TierRequest): Promise<MadeSheet> {
  const faults = tierRequestFaults(request);
  if (faults.length > 0) throw new Problem("noCriteria", faults.join(" "), "Change the form, then try again.");
  const taken = new Set((await workbook.sheets()).map((sheet) => sheetNameKey(sheet.name)));
  const sheetName = sheetNameFor(SCORES_SHEET, taken);
  const made = await workbook.addSheet(scoresSheet({ ...request, sheetName, list: scorable.list }));
  await workbook.openSheet(made.id);
  return made;
}
