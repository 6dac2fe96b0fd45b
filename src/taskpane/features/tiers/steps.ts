import type { ListPlace } from "../../../app/model/accountListStore";
import type { ConfirmedList } from "../../../app/model/confirmedList";
import type { Model } from "../../../sheets/model/model";
import type { ModelComplaint } from "../../../sheets/model/modelCells";
import type { ModelReading } from "../../../sheets/model/readModel";
import type { PaneServices } from "../../services";
import type { ModelEditing } from "./useModel";

/** The way from an export to tiers, in this order. */
export const STEPS = ["list", "criteria", "tiers", "preview", "write"] as const;
export type Step = (typeof STEPS)[number];

export const STEP_WORDS: Readonly<Record<Step, string>> = { list: "List", criteria: "Criteria", tiers: "Tiers", preview: "Preview", write: "Write" };
export const STEP_TITLES: Readonly<Record<Step, string>> = {
  list: "Account list",
  criteria: "Criteria and weights",
  tiers: "Gates and tiers",
  preview: "Preview",
  write: "Write",
};

/** What the steps get that edit the model: its lines as they stand in the workbook, sound or not. */
export interface ModelStepProps {
  readonly services: PaneServices;
  readonly reading: ModelReading;
  readonly editing: ModelEditing;
  /** The account list, when it was found. */
  readonly place: ListPlace | undefined;
  readonly complaints: readonly ModelComplaint[];
  readonly onStep: (step: Step) => void;
}

/** What the steps after the model get: everything is sound and the list has every column the model names. */
export interface ReadyStepProps {
  readonly services: PaneServices;
  /** The same object as long as the model has not changed. */
  readonly model: Model;
  readonly list: ConfirmedList;
  /** Grows with every change of the list's sheet, whoever made it. */
  readonly listRevision: number;
  /** Whether the step is on screen; steps stay alive while they are not. */
  readonly shown: boolean;
  readonly onStep: (step: Step) => void;
}
