import { areaAddress, sheetReference } from "../../sheets/a1";
import { MODEL_SETTINGS, type ColumnLine } from "../../sheets/model/model";
import type { ModelLine } from "../../sheets/model/modelCells";
import { settingKey } from "../../sheets/model/modelSettings";
import { STARTING_MODEL } from "../../sheets/model/startingModel";
import { FIELD_LABELS } from "../../sheets/read/fieldLabels";
import { proposeColumns, type ColumnProposal } from "../../sheets/read/proposeColumns";
import { Problem } from "../problems";
import type { Workbook } from "../workbook";
import type { AccountListStore, ListPlace } from "./accountListStore";
import { listAtSelection } from "./findAccountList";
import { lineChanges, lineRef, type LineValues } from "./lineChanges";
import { createModel, type LoadedModel } from "./loadModel";
import type { ModelChange, ModelStore, TypedValue } from "./modelStore";

/** Cells that are looked at to tell how figures are meant: one request, also for a list of a thousand columns. */
const SAMPLED_CELLS = 50_000;
const SAMPLED_ROWS = 1000;

export interface ProposedList {
  readonly place: ListPlace;
  readonly proposal: ColumnProposal;
}

/** The list around the selection and what its columns seem to mean. Changes nothing. */
export async function proposeList(store: AccountListStore): Promise<ProposedList> {
  return proposalFor(store, await listAtSelection(store));
}

export async function proposalFor(store: AccountListStore, place: ListPlace): Promise<ProposedList> {
  const rowCount = Math.max(1, Math.min(SAMPLED_ROWS, place.body.rowCount, Math.floor(SAMPLED_CELLS / place.body.columnCount)));
  const sample = await store.values(place.sheetName, { ...place.body, rowCount });
  return { place, proposal: proposeColumns(place.headers, sample, place.headerRow) };
}

/**
 * Remembers the list and what the user confirmed about its columns, in the model; makes the model if there is none.
 * @throws Problem columnsUnconfirmed when neither a key nor a name is among the columns
 */
export async function confirmList(model: ModelStore, workbook: Workbook, loaded: LoadedModel, place: ListPlace, lines: readonly ColumnLine[]): Promise<void> {
  if (!lines.some(({ meaning }) => meaning === "key" || meaning === "name")) {
    throw new Problem("columnsUnconfirmed", "No column is named that tells the accounts apart.", `Say which column is the ${FIELD_LABELS.key.toLowerCase()} or the ${FIELD_LABELS.name.toLowerCase()}.`);
  }
  if (loaded.kind === "absent") {
    const settings = { ...STARTING_MODEL.settings, [MODEL_SETTINGS.accountList]: place.name };
    await createModel(model, workbook, { ...STARTING_MODEL, columns: lines, settings }, headersReference(place));
    return;
  }
  if (loaded.kind !== "sound" && loaded.kind !== "faulty") throw loaded.problem;
  const { reading } = loaded;
  await model.save([...settingChanges(reading.lines.settings, MODEL_SETTINGS.accountList, place.name), ...lineChanges("columns", reading.lines.columns, lines.map(columnValues))]);
  await offerHeaders(model, place);
}

/** The drop-downs of the model follow the list's header row. They are a help: without them everything works as well. */
export const offerHeaders = (model: ModelStore, place: ListPlace): Promise<void> => model.offerHeaders(headersReference(place)).catch(() => undefined);

const columnValues = ({ meaning, column, unit }: ColumnLine): LineValues => ({ Meaning: FIELD_LABELS[meaning], Column: column, Unit: unit ?? "" });

/** Sets one setting; a line that was removed is added again. */
export function settingChanges(lines: readonly ModelLine[], name: string, value: TypedValue): ModelChange[] {
  const line = lines.find((candidate) => settingKey(candidate.text("Setting")) === settingKey(name));
  if (!line) return [{ kind: "add", table: "settings", values: { Setting: name, Value: value } }];
  return line.value("Value") === value ? [] : [{ kind: "set", line: lineRef(line), header: "Value", value }];
}

/** The cells of the list's header row, as drop-downs refer to them. */
export const headersReference = (place: ListPlace): string =>
  `=${sheetReference(place.sheetName)}${areaAddress({ ...place.body, row: place.headerRow, rowCount: 1 }, true)}`;
