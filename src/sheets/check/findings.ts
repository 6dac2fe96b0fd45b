import type { CellValue } from "../cellValue";
import type { DecimalMark } from "./numberText";

export const FINDING_KINDS = ["errorCell", "missingKey", "duplicateKey", "spacesInKey", "mixedKeys", "numberAsText", "textInFigures", "blankFigure", "constantColumn", "outlier", "lossMakingGiant", "mergedCells", "hiddenRows", "totalRow"] as const;
export type FindingKind = (typeof FINDING_KINDS)[number];

/** One cell and what it would hold after mending. */
export interface ProposedFix {
  readonly row: number;
  readonly column: number;
  readonly from: CellValue;
  readonly to: CellValue;
}

/** What can be done about a finding with one click, after its before and after were shown. */
export type Fix =
  /** Texts become the numbers they stand for; with several marks the user has to say which one is meant. */
  | { readonly kind: "numbers"; readonly marks: readonly DecimalMark[]; readonly cells: readonly { readonly row: number; readonly column: number; readonly text: string }[] }
  | { readonly kind: "cells"; readonly cells: readonly ProposedFix[] }
  | { readonly kind: "unmerge"; readonly addresses: readonly string[] };

/** Something in the list that would make its tiers wrong or hard to explain. */
export interface Finding {
  readonly kind: FindingKind;
  /** `warning` spoils results, `note` is worth knowing. */
  readonly weight: "warning" | "note";
  /** What is wrong, with an example and its address. */
  readonly message: string;
  readonly nextStep: string;
  /** How many cells or rows it concerns. */
  readonly count: number;
  /** The first of them. */
  readonly addresses: readonly string[];
  readonly fix?: Fix;
}

/** Addresses kept of each finding; a list to walk through, not to read. */
export const MOST_ADDRESSES = 50;
