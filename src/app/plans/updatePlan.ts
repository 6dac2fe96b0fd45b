import { MAX_SHEET_NAME, sheetNameFor, sheetNameKey } from "../../sheets/limits";
import { blockName, PLAN_BLOCKS, type PlanBlock } from "../../sheets/plan/planNames";
import { KEPT_COLUMNS, KEPT_NAME } from "../../sheets/plan/keptLines";
import { Problem } from "../problems";
import type { Workbook } from "../workbook";
import { carryOver, type CarryOver, type PlannedCarryOver } from "./carryOver/carryOver";
import type { KnownContents } from "./carryOver/knownContents";
import { asNamedPlan, knownFirstRelease } from "./carryOver/firstRelease";
import { constantKey, contentAt, isFormula, type SheetContent } from "./carryOver/sheetContent";
import { originOf, placeByName, type SheetMove } from "./followPlans";
import type { PlanSheet } from "./planSheets";
import type { CarriedAttachments, PlanStore, PlanTemplate, Succession } from "./planStore";

/** The template with what is known of it and of those before it. */
export interface UpdateSource {
  readonly template: PlanTemplate;
  readonly content: SheetContent;
  readonly known: KnownContents;
}

/** What an update did. */
export interface UpdatedPlan extends Succession {
  /** Typed words the template has no place for; they are listed below the plan. */
  readonly keptCount: number;
  /** Undefined when comments, notes and pictures could not be copied at all: they are on the former sheet. */
  readonly attachments: CarriedAttachments | undefined;
  /** Where the former plan's cells are on its successor, and the way back: for formulas elsewhere that read them. */
  readonly moved: { readonly there: SheetMove; readonly back: SheetMove };
}

const FORMER = " (former)";

/**
 * Makes a plan anew from the template, with everything people typed in it. The plan as it was stays beside it under
 * another name until somebody removes it, so the update can be taken back. Whatever goes wrong, the plan stands as it was.
 * @param taken names of all sheets, as `sheetNameKey`; the names this adds are added to it
 */
export async function updatePlan(workbook: Workbook, store: PlanStore, source: UpdateSource, plan: PlanSheet, taken: Set<string>): Promise<UpdatedPlan> {
  const [before] = (await store.contents([plan.id])) as [SheetContent];
  const words = wordsOf(before, source);
  const name = sheetNameFor(plan.name, taken);
  const successor = await store.copyTemplate(source.template, { name, key: plan.key, afterId: plan.id, words, present: taken });
  try {
    const [now, still] = (await store.contents([successor.id, plan.id])) as [SheetContent, SheetContent];
    if (!sameWords(before, still)) {
      throw new Problem("planEdited", `"${plan.name}" was changed while it was being updated.`, "Finish what you are typing there, then update the plan again.");
    }
    const lost = lostWords(words, now);
    if (lost.length > 0) {
      throw new Problem("wordsWouldBeLost", `"${plan.name}" was left as it was: the updated sheet would not hold what is typed in ${lost.slice(0, 5).join(", ")}.`, "Update it again. If it happens again, keep the plan and report it.");
    }
    const retiredName = sheetNameFor(plan.name.slice(0, MAX_SHEET_NAME - FORMER.length) + FORMER, taken);
    const succession = { former: { id: plan.id, name: plan.name, retiredName }, successor: { id: successor.id, name: plan.name } };
    // The words are what must not be lost; the former sheet keeps everything else that could not be copied.
    const attachments = await store.carryAttachments(plan.id, successor.id, source.template, words.placeOf).catch(() => undefined);
    await store.succeed(succession);
    taken.add(sheetNameKey(retiredName));
    const placeOf = placeByName(before, now, words.placeOf);
    const moved = {
      there: { from: retiredName, to: plan.name, placeOf, names: new Set(now.names.keys()) },
      back: { from: plan.name, to: retiredName, placeOf: originOf(before, placeOf), names: new Set(before.names.keys()) },
    };
    return { ...succession, keptCount: words.kept.length, attachments, moved };
  } catch (thrown) {
    await workbook.removeSheets([successor.id]).catch(() => undefined); // the first problem says more
    throw thrown;
  }
}

/** Plans of release 0.1.0 have no names but the key's; their blocks are found by their titles. */
function wordsOf(content: SheetContent, { content: template, known }: UpdateSource): PlannedCarryOver {
  const hasBlocks = (Object.keys(PLAN_BLOCKS) as PlanBlock[]).some((block) => content.names.has(blockName(block)));
  return hasBlocks ? carryOver(content, template, known) : carryOver(asNamedPlan(content), template, knownFirstRelease(known));
}

/** Whether two readings hold the same constants and formulas; figures may have been recalculated. */
function sameWords(a: SheetContent, b: SheetContent): boolean {
  const words = (sheet: SheetContent) => {
    const texts = sheet.cells.map((row) => row.map((content) => (isFormula(content) ? `=${content.formula}` : constantKey(content))).join("\u0000").replace(/(?:\u0000?string:)*$/, ""));
    return texts.join("\n").trimEnd();
  };
  return words(a) === words(b);
}

/** Where the successor does not hold what it should, by the address in the former plan or in the new one. */
function lostWords({ placed, kept }: CarryOver, now: SheetContent): string[] {
  const missing = placed.filter(({ row, column, content, isFormula: asFormula }) => {
    const found = contentAt(now, row, column);
    return asFormula ? !isFormula(found) : found !== content;
  });
  const area = now.names.get(KEPT_NAME);
  const lines = new Map<string, number>();
  for (let row = area?.row ?? 0; area && row < area.row + area.rowCount; row++) {
    const content = contentAt(now, row, KEPT_COLUMNS.content);
    if (!isFormula(content)) lines.set(constantKey(content), (lines.get(constantKey(content)) ?? 0) + 1);
  }
  const unlisted = kept.filter(({ content }) => {
    const left = lines.get(constantKey(content)) ?? 0;
    lines.set(constantKey(content), left - 1);
    return left <= 0;
  });
  return [...missing.map(({ content }) => `"${String(content).slice(0, 30)}"`), ...unlisted.map(({ from }) => from)];
}
