import { MODEL_SHEET, MODEL_VERSION, type Model } from "../../sheets/model/model";
import { modelSheet } from "../../sheets/model/modelSheet";
import { missingParts, updateWords, type ModelUpdate } from "../../sheets/model/modelUpdate";
import { readModel, type ModelReading } from "../../sheets/model/readModel";
import { STARTING_MODEL } from "../../sheets/model/startingModel";
import { sheetNameFor, sheetNameKey } from "../../sheets/limits";
import { Problem } from "../problems";
import type { MadeSheet, Workbook } from "../workbook";
import type { ModelChange, ModelSheetState, ModelStore } from "./modelStore";

/** The workbook's model, as far as it can be used. */
export type LoadedModel =
  | { readonly kind: "absent" }
  /** Written by a later release; reading it by halves would give wrong tiers. */
  | { readonly kind: "tooNew"; readonly problem: Problem }
  /** Nobody could see what decides: the sheet has to be shown first. */
  | { readonly kind: "veryHidden"; readonly sheet: ModelSheetState; readonly problem: Problem }
  /** Written by an earlier release, or somebody deleted a table. */
  | { readonly kind: "outdated"; readonly update: ModelUpdate; readonly problem: Problem }
  | { readonly kind: "faulty"; readonly reading: ModelReading; readonly sheets: readonly ModelSheetState[] }
  | { readonly kind: "sound"; readonly model: Model; readonly reading: ModelReading; readonly sheets: readonly ModelSheetState[] };

/** Reads the model. Changes nothing. */
export async function loadModel(store: ModelStore): Promise<LoadedModel> {
  const { cells, sheets } = await store.load();
  if (Object.keys(cells).length === 0) return { kind: "absent" };
  const secret = sheets.find(({ visibility }) => visibility === "veryHidden");
  if (secret) return { kind: "veryHidden", sheet: secret, problem: veryHidden(secret) };
  const reading = readModel(cells);
  if (reading.version > MODEL_VERSION) return { kind: "tooNew", problem: tooNew(reading.version) };
  const update = missingParts(cells);
  if (update) return { kind: "outdated", update, problem: outdated(update) };
  if (!reading.model) return { kind: "faulty", reading, sheets };
  return { kind: "sound", model: reading.model, reading, sheets };
}

/** The model of a workbook whose tiers or plans are to be calculated; anything short of a sound one is refused. */
export async function soundModel(store: ModelStore): Promise<Model> {
  const loaded = await loadModel(store);
  switch (loaded.kind) {
    case "sound":
      return loaded.model;
    case "absent":
      throw new Problem("modelAbsent", "The workbook has no model yet.", "Open the page Tiers and choose the account list first.");
    case "faulty": {
      const [first] = loaded.reading.complaints;
      const rest = loaded.reading.complaints.length - 1;
      const more = rest > 0 ? ` ${rest} more cells of the model need a look.` : "";
      throw new Problem("modelFaulty", `${first?.sheetName} ${first?.address}: ${first?.message}${more}`, first?.nextStep ?? "");
    }
    default:
      throw loaded.problem;
  }
}

/** What decides about accounts has to be readable while they are tiered. */
export async function refuseHiddenModel(store: Pick<ModelStore, "load">): Promise<void> {
  const secret = (await store.load()).sheets.find(({ visibility }) => visibility === "veryHidden");
  if (secret) throw veryHidden(secret);
}

/** Makes the sheet of the model; one of that name that is no model stays as it is. */
export async function createModel(store: ModelStore, workbook: Workbook, model: Model = STARTING_MODEL, listHeaders?: string): Promise<MadeSheet> {
  const taken = new Set((await workbook.sheets()).map((sheet) => sheetNameKey(sheet.name)));
  return store.create(modelSheet(sheetNameFor(MODEL_SHEET, taken), model, listHeaders));
}

/** Writes changes to the model's cells; an empty list writes nothing. */
export async function changeModel(store: ModelStore, changes: readonly ModelChange[]): Promise<void> {
  if (changes.length > 0) await store.save(changes);
}

const veryHidden = ({ name }: ModelSheetState) =>
  new Problem("modelHidden", `The sheet "${name}" with the model is hidden so that nobody can see it in Excel.`, "Show it first: what decides about accounts has to be readable.");

const tooNew = (version: number) =>
  new Problem("modelTooNew", `The model in this workbook was written by a later release (version ${version}; this release knows up to ${MODEL_VERSION}).`, "Update KAM Planner. Until then nothing here is changed.");

const outdated = (update: ModelUpdate) =>
  new Problem("modelOutdated", `The model on "${update.sheetName}" lacks ${updateWords(update)}.`, "Bring it up to date: the missing parts are added below, and nothing that stands there is changed.");
