import type { Injector } from "@univerjs/core";
import { IDefinedNamesService } from "@univerjs/engine-formula";
import { WORKBOOK_ID } from "./blankWorkbook";
import { NameIndex } from "./nameIndex";

const known = new WeakMap<IDefinedNamesService, NameIndex>();

/** The one index of the component's names. */
export function nameIndexOf(injector: Injector): NameIndex {
  const service = injector.get(IDefinedNamesService);
  const index = known.get(service) ?? new NameIndex(service, WORKBOOK_ID);
  known.set(service, index);
  return index;
}
