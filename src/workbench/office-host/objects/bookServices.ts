import type { Area } from "../../spreadsheet/spreadsheet";
import { HostError } from "../hostObject";
import type { Book } from "./book";
import type { ChartState } from "./drawnState";

/** In pixels. */
export interface PictureSize {
  readonly width: number;
  readonly height: number;
}

export interface SheetsToInsert {
  readonly bytes: Uint8Array;
  /** Sheets of the file by their names; empty means all. */
  readonly names: readonly string[];
  /** Where the first of them goes among the sheets there are. */
  readonly position: number;
}

/** What the object model cannot do by itself: files and pictures. Whoever opens a workbook lends it. */
export interface BookServices {
  /** Gives the workbook to the person as a file. */
  save(): Promise<void>;
  /** Closes the workbook for good once the request that asks for it is answered. */
  close(): void;
  /** Resolves with the ids of the new sheets; a bad file rejects and changes nothing. */
  insertSheets(sheets: SheetsToInsert): Promise<readonly string[]>;
  /** A chart drawn in the middle of a frame, as base64 of a PNG. */
  chartPicture(chart: ChartState, drawn: PictureSize, frame: PictureSize): string;
  /** Cells as a person sees them, as base64 of a PNG. */
  rangePicture(area: Area): string;
}

/** `member` is for the refusal where nobody has lent the services. */
export function servicesOf(book: Book, member: string): BookServices {
  if (!book.services) throw new HostError("NotImplemented", `${member} is not implemented by this host.`);
  return book.services;
}
