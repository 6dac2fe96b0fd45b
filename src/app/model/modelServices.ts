import type { AccountListStore } from "./accountListStore";
import type { ModelStore } from "./modelStore";

/** What the pages around the model need of the workbook. */
export interface ModelServices {
  readonly store: ModelStore;
  readonly list: AccountListStore;
}
