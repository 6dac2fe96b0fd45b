import { HostError, HostObject } from "./hostObject";
import { base64Bytes, checkString, invalid } from "./objects/arguments";

/**
 * What the Global path means to requests that concern the host and no workbook; office.js calls it so on the web
 * ("WAC"). Its one member is `Excel.createWorkbook()`.
 */
export class WacWorkbook extends HostObject {
  readonly #openNew: ((bytes: Uint8Array | undefined) => Promise<void>) | undefined;

  constructor(openNew: ((bytes: Uint8Array | undefined) => Promise<void>) | undefined) {
    super();
    this.#openNew = openNew;
  }

  /** Opens a copy of a file beside this workbook, an empty workbook without one. */
  async createAndOpenWorkbook(base64?: unknown): Promise<void> {
    if (!this.#openNew) throw new HostError("NotImplemented", "WacWorkbook.createAndOpenWorkbook is not implemented by this host.");
    const text = base64 === undefined || base64 === null ? "" : checkString("base64", base64).trim();
    const bytes = text === "" ? undefined : base64Bytes("base64", text);
    // Every .xlsx is a zip archive.
    if (bytes && !(bytes[0] === 0x50 && bytes[1] === 0x4b)) throw invalid("base64 is not an .xlsx file.");
    await this.#openNew(bytes);
  }
}
