import { BaseReferenceObject } from "@univerjs/engine-formula";

/**
 * INDEX over a table of another sheet answers a reference that knows its sheet by id only. The engine then looks the
 * sheet up by name, finds none and reads the formula's own sheet instead. A reference without a sheet name keeps the id.
 */
export function keepReferenceSheet(): void {
  const lookUp = BaseReferenceObject.prototype.setForcedSheetId;
  BaseReferenceObject.prototype.setForcedSheetId = function (this: BaseReferenceObject, sheetNameMap) {
    if (this.getForcedSheetName()) lookUp.call(this, sheetNameMap);
  };
}
