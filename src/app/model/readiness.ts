import { checkAgainstList } from "../../sheets/model/checkAgainstList";
import type { Model } from "../../sheets/model/model";
import type { ModelComplaint } from "../../sheets/model/modelCells";
import type { ListPlace } from "./accountListStore";
import { confirmedList, type ConfirmedList } from "./confirmedList";
import type { LoadedModel } from "./loadModel";
import { asProblem } from "../problems";

/** Whether tiers can be calculated, and what is missing if not. */
export type Readiness =
  | { readonly kind: "ready"; readonly model: Model; readonly list: ConfirmedList }
  | { readonly kind: "missing"; readonly message: string; readonly step: "list" | "criteria" };

/** Everything in the model that cannot be calculated with, the columns it names among them once the list is known. */
export function modelComplaints(loaded: LoadedModel, place: ListPlace | undefined): readonly ModelComplaint[] {
  if (loaded.kind !== "sound" && loaded.kind !== "faulty") return [];
  const { reading } = loaded;
  return place ? [...reading.complaints, ...checkAgainstList(reading.lines, place.headers)] : reading.complaints;
}

export function readiness(loaded: LoadedModel, place: ListPlace | undefined, complaints: readonly ModelComplaint[]): Readiness {
  if (!place) return { kind: "missing", message: "Choose the account list first.", step: "list" };
  if (complaints.length > 0 || loaded.kind !== "sound") {
    const count = complaints.length;
    return { kind: "missing", message: `${count === 1 ? "1 cell of the model needs" : `${count} cells of the model need`} a look first.`, step: "criteria" };
  }
  if (loaded.model.criteria.length === 0) return { kind: "missing", message: "Choose at least one criterion first.", step: "criteria" };
  try {
    return { kind: "ready", model: loaded.model, list: confirmedList(place, loaded.model) };
  } catch (thrown) {
    return { kind: "missing", message: asProblem(thrown).message, step: "list" };
  }
}
