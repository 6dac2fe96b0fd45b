import { areaAddress, MAX_ROWS, sheetReference } from "../a1";
import type { AccountList, ListColumn } from "../read/accountList";

/** Rows below a list that is not a table which plans look up as well, so that accounts added later are found. */
export const SPARE_ROWS = 1000;

/** What a formula needs to know of a list and of one of its columns. */
export type ReferredList = Pick<AccountList, "sheetName" | "tableName" | "body">;
export type ReferredColumn = Pick<ListColumn, "header" | "column">;

/** In a structured reference these characters of a header are written with an apostrophe before them. */
export const escapeHeader = (header: string) => header.replace(/['#[\]@]/g, "'$&");

/** Neighbouring columns of a table below its header, or that part of the header row. */
export function tableColumns(tableName: string, first: string, last: string, part: "body" | "headers" = "body"): string {
  return `${tableName}[${part === "headers" ? "[#Headers]," : ""}[${escapeHeader(first)}]:[${escapeHeader(last)}]]`;
}

/**
 * The column's cells below the header: `Accounts[Revenue 2025]`, or `'Accounts'!$C$2:$C$1241` when the list is not a table.
 * @param spareRows rows below a plain list that are meant as well
 */
export function columnReference(list: ReferredList, column: ReferredColumn, spareRows = SPARE_ROWS): string {
  if (list.tableName !== undefined) return `${list.tableName}[${escapeHeader(column.header)}]`;
  const { row, rowCount } = list.body;
  const rows = Math.min(rowCount + spareRows, MAX_ROWS - row);
  return sheetReference(list.sheetName) + areaAddress({ row, column: column.column, rowCount: rows, columnCount: 1 }, true);
}

/** `MATCH` and `COUNTIF` take these characters of a text for wildcards unless a `~` stands before them. */
export const plainText = (text: string): string => `SUBSTITUTE(SUBSTITUTE(SUBSTITUTE(${text},"~","~~"),"*","~*"),"?","~?")`;

/**
 * A key's place in a column of keys, counted from 1; empty text when it is not there.
 * MATCH takes `*`, `?` and `~` of a text for wildcards and fails on texts above 255 characters: the first is answered by
 * writing a `~` before them, the second by comparing whole texts.
 */
export function placeIn(keyCell: string, keys: string): string {
  return `IFERROR(MATCH(IF(ISTEXT(${keyCell}),${plainText(keyCell)},${keyCell}),${keys},0),IFERROR(MATCH(TRUE,INDEX(${keys}=${keyCell},0),0),""))`;
}

/** The account's place in the list; empty text when it is not there (any more). */
export const placeInList = (keyCell: string, list: ReferredList & { readonly key: ReferredColumn }): string => placeIn(keyCell, columnReference(list, list.key));

/** The account's value in a column; an empty cell stays empty instead of becoming 0. */
export function lookUp(placeCell: string, list: AccountList, column: ListColumn): string {
  const value = `INDEX(${columnReference(list, column)},${placeCell})`;
  return `IF(${placeCell}="","",IF(ISBLANK(${value}),"",${value}))`;
}
