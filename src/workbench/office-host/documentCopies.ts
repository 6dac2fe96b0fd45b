import type { Answer } from "./channel/conversation";
import { OfficeError } from "./officeErrors";

export const GET_FILE_DISPATCH_ID = 77;
export const GET_SLICE_DISPATCH_ID = 80;
export const CLOSE_FILE_DISPATCH_ID = 81;

/** Number of `Office.FileType.Compressed` on the wire; a workbook is not handed out as text, and nothing here makes a PDF. */
const COMPRESSED = 1;

type Data = Readonly<Record<string, unknown>>;

/** `Office.context.document.getFileAsync`: the workbook as it was when asked for, handed out in slices. */
export class DocumentCopies {
  readonly #copies = new Map<number, { readonly bytes: Uint8Array; readonly sliceSize: number }>();
  #lastHandle = 0;

  constructor(private readonly save: (() => Promise<Uint8Array>) | undefined) {}

  async open({ "0": fileType, "1": sliceSize }: Data): Promise<Answer> {
    if (fileType !== COMPRESSED || !this.save) return { data: { Error: OfficeError.unsupported } };
    const bytes = await this.save();
    const handle = ++this.#lastHandle;
    this.#copies.set(handle, { bytes, sliceSize: Number(sliceSize) });
    return { data: { Error: 0, "0": handle, "1": bytes.length } };
  }

  slice({ "2": handle, "3": index }: Data): Answer {
    const copy = this.#copies.get(Number(handle));
    if (!copy) return { data: { Error: OfficeError.internal } };
    const start = Number(index) * copy.sliceSize;
    const data = [...copy.bytes.subarray(start, start + copy.sliceSize)];
    return { data: { Error: 0, "0": data, "1": data.length } };
  }

  close({ "2": handle }: Data): Answer {
    this.#copies.delete(Number(handle));
    return { data: { Error: 0 } };
  }
}
