import type { Model } from "../../sheets/model/model";
import type { Field } from "../../sheets/read/headers";
import { Problem } from "../problems";
import type { ListPlace } from "./accountListStore";
import { columnsNamed } from "./findAccountList";

/** The account list with what the user said its columns mean. Columns are counted on the sheet, from 0. */
export interface ConfirmedList {
  readonly place: ListPlace;
  /** The accounts' key; the name where the list has no key of its own. */
  readonly keyColumn: number;
  readonly nameColumn: number | undefined;
  /** Columns by meaning, in the order of the model's lines; only revenue has several, one a year. */
  readonly columns: ReadonlyMap<Field, readonly number[]>;
}

/** @throws Problem when the model does not say which column names the accounts, or the list does not have it */
export function confirmedList(place: ListPlace, model: Pick<Model, "columns">): ConfirmedList {
  const columns = new Map<Field, readonly number[]>();
  for (const { meaning, column } of model.columns) {
    const [found] = columnsNamed(place, column);
    if (found !== undefined) columns.set(meaning, [...(columns.get(meaning) ?? []), found]);
  }
  const nameColumn = columns.get("name")?.[0];
  const keyColumn = columns.get("key")?.[0] ?? nameColumn;
  if (keyColumn === undefined) {
    throw new Problem("columnsUnconfirmed", `Nobody has confirmed yet which column of "${place.name}" names the accounts.`, "Open the step List and confirm what its columns mean.");
  }
  return { place, keyColumn, nameColumn, columns };
}

/** The column a criterion or gate names; the model is checked against the list before. */
export function columnOf(place: ListPlace, header: string): number {
  const [column] = columnsNamed(place, header);
  if (column === undefined) throw new Problem("modelFaulty", `The account list has no column "${header}".`, "Choose another column in the model.");
  return column;
}
