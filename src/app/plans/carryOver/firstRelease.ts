import type { KnownContents } from "./knownContents";
import type { SheetContent } from "./sheetContent";

export const asNamedPlan = (content: SheetContent): SheetContent => content;
export const knownFirstRelease = (known: KnownContents): KnownContents => known;
