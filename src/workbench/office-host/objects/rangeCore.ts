import { HostObject } from "../hostObject";
import { invalid } from "./arguments";
import type { Book } from "./book";
import type { RangeRef } from "./rangeRef";
import { resolveAddress } from "./resolveAddress";

/** What every part of Range stands on: the cells it means. */
export abstract class RangeCore extends HostObject {
  readonly #ref: RangeRef;

  constructor(ref: RangeRef) {
    super();
    this.#ref = ref;
  }

  /** The cells of a range; static, so that office.js cannot reach it. */
  static ref(range: RangeCore): RangeRef {
    return range.#ref;
  }
}

export const refOf = RangeCore.ref;

/** Cells meant by an argument that may be a Range or an address on the given sheet. */
export function refOfArgument(book: Book, sheetId: string | undefined, argument: unknown): RangeRef {
  if (argument instanceof RangeCore) return refOf(argument);
  if (typeof argument === "string") return resolveAddress(book, sheetId, argument);
  throw invalid("A Range or an address was expected.");
}
