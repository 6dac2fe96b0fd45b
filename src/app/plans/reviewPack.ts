import { isBlank, isErrorText, type CellValue } from "../../sheets/cellValue";
import { sheetNameFor, sheetNameKey } from "../../sheets/limits";
import { AGREED_NAME, AGREED_ROWS, figureName, inputName, type PlanFigure } from "../../sheets/plan/planNames";
import { reviewPackSheet, type ReviewPackLine, type ReviewPackPlan } from "../../sheets/plan/reviewPackSheet";
import { asCaption } from "./carryOver/captions";
import { Problem } from "../problems";
import type { MadeSheet, Workbook } from "../workbook";
import { sinceLastPack } from "./lastReviewPack";
import { listPlans, type ListedPlan } from "./listPlans";
import type { PlanStore } from "./planStore";
import { refreshIndex } from "./refreshIndex";

const [ACTIONS, REVIEWS] = [inputName("Actions"), inputName("Reviews")];
const AGREED_ON = inputName("AgreedOn");
const CLOSED = ["done", "dropped"];
/** Counts and days of a plan that reviews compare, besides the figures a plan is agreed on. */
const COUNTS: readonly (readonly [PlanFigure, string])[] = [
  ["Contacts", "Contacts"],
  ["OpenObjectives", "Open objectives"],
  ["OpenActions", "Open actions"],
  ["OverdueActions", "Overdue actions"],
  ["UnansweredComments", "Comments to answer"],
  ["LastReview", "Last review"],
];

/**
 * Adds a sheet to print before a review meeting: over all plans, what has changed since the last one and moved since it was
 * agreed, which reviews and actions are overdue, which comments nobody has answered, and which plans have gaps. It shows
 * the day it was made and keeps the figures of that day for the next one; earlier ones stay.
 * @param today Excel's serial number of the day
 * @param dayName the day as a sheet's name can hold it
 */
export async function makeReviewPack(workbook: Workbook, store: PlanStore, today: number, dayName: string): Promise<MadeSheet> {
  await refreshIndex(workbook, store);
  const { plans } = await listPlans(workbook, store, today);
  if (plans.length === 0) throw new Problem("noPlans", "The workbook has no account plan yet.", "Build plans from rows of your account list first.");
  const details = await readDetails(store, plans, today);
  const sheets = await workbook.sheets();
  const taken = new Set(sheets.map((sheet) => sheetNameKey(sheet.name)));
  const since = await sinceLastPack(store, sheets, details, today);
  const made = await workbook.addSheet(reviewPackSheet({ sheetName: sheetNameFor(`KAM Review ${dayName}`, taken), today, plans: details, ...(since ? { since } : {}) }));
  await workbook.openSheet(made.id);
  return made;
}

/** Blocks with the row of heads above them, as far as a plan has them. */
async function readDetails(store: PlanStore, plans: readonly ListedPlan[], today: number): Promise<ReviewPackPlan[]> {
  const names = [ACTIONS, REVIEWS, AGREED_NAME, AGREED_ON, ...COUNTS.map(([figure]) => figureName(figure))];
  const cells = await store.namedCells(plans.map((plan) => plan.id), names);
  const places = plans.flatMap((plan, i) =>
    names.flatMap((name) => {
      const area = cells[i]?.get(name);
      if (!area) return [];
      return [{ id: plan.id, name, area: name === ACTIONS || name === REVIEWS ? { ...area, row: area.row - 1, rowCount: area.rowCount + 1 } : area }];
    }),
  );
  const values = await store.values(places);
  const blocks = new Map(places.map(({ id, name }, i) => [`${id} ${name}`, values[i] ?? []] as const));
  return plans.map((plan) => {
    const block = (name: string) => blocks.get(`${plan.id} ${name}`) ?? [];
    const one = (name: string) => block(name)[0]?.[0] ?? "";
    const agreedOn = one(AGREED_ON);
    const counts = COUNTS.flatMap(([figure, head]): [string, CellValue][] => (isErrorText(one(figureName(figure))) ? [] : [[head, one(figureName(figure))]]));
    return {
      key: plan.key,
      figures: new Map([...presentFigures(block(AGREED_NAME)), ...counts]),
      agreedOn: typeof agreedOn === "number" ? agreedOn : undefined,
      sheetName: plan.name,
      account: plan.account,
      tier: plan.tier,
      owner: plan.owner,
      nextReview: plan.nextReview,
      gaps: plan.gaps,
      actions: overdueActions(block(ACTIONS), today),
      comments: openComments(block(REVIEWS)),
      moved: movedFigures(block(AGREED_NAME)),
    };
  });
}

type Block = readonly (readonly CellValue[])[];

/** The rows of a form as lines, by the heads of their columns. */
function linesOf(block: Block): ReadonlyMap<string, CellValue>[] {
  const heads = (block[0] ?? []).map((head) => asCaption(String(head)));
  return block.slice(1).map((row) => new Map(heads.flatMap((head, i) => (head === "" ? [] : [[head, row[i] ?? ""] as const]))));
}

/** The first head that holds one of the words: people rename heads, but rarely all of a head. */
function under(line: ReadonlyMap<string, CellValue>, ...words: readonly string[]): CellValue {
  const head = words.map((word) => [...line.keys()].find((key) => key === word) ?? [...line.keys()].find((key) => key.includes(word))).find((key) => key !== undefined);
  const value = head === undefined ? "" : (line.get(head) ?? "");
  return isErrorText(value) ? "" : value;
}

function overdueActions(block: Block, today: number): ReviewPackLine[] {
  return linesOf(block).flatMap((line) => {
    const [words, due] = [under(line, "action"), under(line, "due")];
    const isOpen = !isBlank(words) && !CLOSED.includes(asCaption(String(under(line, "status"))));
    return isOpen && typeof due === "number" && due < today ? [{ words: String(words), who: String(under(line, "owner")), day: due }] : [];
  });
}

function openComments(block: Block): ReviewPackLine[] {
  return linesOf(block).flatMap((line) => {
    const words = under(line, "comment");
    if (isBlank(words) || asCaption(String(under(line, "answered"))) !== "open") return [];
    const on = under(line, "on", "reviewed on");
    return [{ words: String(words), who: String(under(line, "reviewer")), day: typeof on === "number" ? on : undefined }];
  });
}

/** The figures of the block of agreed ones as they are now. */
function presentFigures(block: Block): [string, CellValue][] {
  const now = block[AGREED_ROWS.now] ?? [];
  return (block[AGREED_ROWS.heads] ?? []).flatMap((head, i): [string, CellValue][] => {
    const value = now[i] ?? "";
    return isBlank(head) || isErrorText(value) ? [] : [[String(head), value]];
  });
}

function movedFigures(block: Block): ReviewPackPlan["moved"] {
  const row = (of: keyof typeof AGREED_ROWS) => block[AGREED_ROWS[of]] ?? [];
  return row("heads").flatMap((head, i) => {
    const moved = row("moved")[i] ?? "";
    return isBlank(head) || isBlank(moved) || isErrorText(moved) ? [] : [{ figure: String(head), agreed: row("agreed")[i] ?? "", now: row("now")[i] ?? "" }];
  });
}
