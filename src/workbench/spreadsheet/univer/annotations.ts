import { generateRandomId } from "@univerjs/core";
import { AddHyperLinkMutation, HyperLinkModel, RemoveHyperLinkMutation } from "@univerjs/sheets-hyper-link";
import { RemoveNoteMutation, SheetsNoteModel, UpdateNoteMutation } from "@univerjs/sheets-note";
import { WORKBOOK_ID } from "./blankWorkbook";
import type { Grid } from "./grid";

/** Size of a note's box in pixels, as Excel opens one. */
const NOTE_WIDTH = 160;
const NOTE_HEIGHT = 90;

/** Notes and hyperlinks of cells. A link is kept beside the cell, so that the cell's value stays what it is. */
export class Annotations {
  constructor(readonly grid: Grid) {}

  setNote(sheetId: string, row: number, column: number, text: string | undefined): void {
    if (text !== undefined) {
      this.grid.grow(sheetId, row + 1, column + 1);
      this.grid.mutate(UpdateNoteMutation, { sheetId, row, col: column, note: { id: generateRandomId(6), row, col: column, width: NOTE_WIDTH, height: NOTE_HEIGHT, note: text } });
    } else if (this.grid.injector.get(SheetsNoteModel).getNote(WORKBOOK_ID, sheetId, { row, col: column })) {
      this.grid.mutate(RemoveNoteMutation, { sheetId, row, col: column });
    }
  }

  setHyperlink(sheetId: string, row: number, column: number, address: string | undefined): void {
    const before = this.grid.injector.get(HyperLinkModel).getHyperLinkByLocation(WORKBOOK_ID, sheetId, row, column);
    if (before) this.grid.mutate(RemoveHyperLinkMutation, { subUnitId: sheetId, id: before.id });
    if (address === undefined) return;
    this.grid.mutate(AddHyperLinkMutation, { subUnitId: sheetId, link: { id: generateRandomId(6), row, column, payload: this.#payload(address) } });
  }

  /** `#'Plan A'!B2` as the component writes it. */
  #payload(address: string): string {
    const place = /^#(?:'((?:[^']|'')*)'|([^!]*))!(.*)$/.exec(address);
    if (!place) return address;
    const name = (place[1]?.replace(/''/g, "'") ?? place[2] ?? "").toUpperCase();
    const sheet = this.grid.workbook.getSheets().find((candidate) => candidate.getName().toUpperCase() === name);
    return sheet ? `#gid=${sheet.getSheetId()}&range=${(place[3] ?? "").replace(/\$/g, "")}` : address;
  }
}
