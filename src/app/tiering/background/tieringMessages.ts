import type { ProblemCode } from "../../problems";
import type { Model } from "../../../sheets/model/model";
import type { AccountAnswer } from "../accountAnswer";
import type { Preview } from "../preview";
import type { ResultColumns, SessionData, Wishes } from "../tieringSession";

/** What the pane asks the worker. The data is sent once; models are small and follow each other quickly. */
export type TieringRequest =
  | { readonly kind: "load"; readonly session: SessionData }
  | { readonly kind: "preview"; readonly id: number; readonly model: Model }
  | { readonly kind: "explain"; readonly id: number; readonly model: Model; readonly account: number }
  | { readonly kind: "columns"; readonly id: number; readonly model: Model; readonly wishes: Wishes }
  | { readonly kind: "cancel"; readonly id: number };

/** A problem as plain data, because errors lose their class on the way. */
export interface PostedProblem {
  readonly code: ProblemCode;
  readonly message: string;
  readonly nextStep: string;
  readonly details: string;
}

/** What the worker answers: once that it listens, then once per question that was not cancelled. */
export type TieringAnswer =
  | { readonly kind: "ready" }
  | { readonly kind: "preview"; readonly id: number; readonly preview: Preview }
  | { readonly kind: "explained"; readonly id: number; readonly answer: AccountAnswer }
  | { readonly kind: "columns"; readonly id: number; readonly columns: ResultColumns }
  | { readonly kind: "failed"; readonly id: number; readonly problem: PostedProblem };
