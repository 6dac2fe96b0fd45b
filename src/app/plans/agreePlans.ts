import { isErrorText } from "../../sheets/cellValue";
import { AGREED_NAME, AGREED_ROWS, figureName, inputName } from "../../sheets/plan/planNames";
import type { MadeSheet, Workbook } from "../workbook";
import { asMadeSheet, chosenPlans } from "./planSheets";
import type { PlanStore } from "./planStore";

export interface Agreement {
  readonly agreed: readonly MadeSheet[];
  /** Plans whose account is not in the list any more: they keep the figures last agreed. */
  readonly notInList: readonly MadeSheet[];
  /** Plans without an area for agreed figures, of a release before 0.2 or with the block removed. */
  readonly withoutArea: readonly MadeSheet[];
  /** Plans protected with a password: nothing was written in them. */
  readonly protectedPlans: readonly MadeSheet[];
}

const AGREED_ON = inputName("AgreedOn");
const LIST_ROW = figureName("ListRow");

/**
 * Takes the figures plans show now for those they were agreed on: copies the values into each plan's area of agreed
 * figures and writes the day. From then on the plan says what has moved.
 * @param ids the plans; absent: the plan that is open
 * @param today Excel's serial number of the day
 */
export async function agreePlans(workbook: Workbook, store: PlanStore, today: number, ids?: readonly string[]): Promise<Agreement> {
  const plans = await chosenPlans(workbook, store, ids, "Open the plan whose figures have been agreed, then try again.");
  const cells = await store.namedCells(plans.map((plan) => plan.id), [AGREED_NAME, AGREED_ON, LIST_ROW]);
  const places = plans.flatMap((plan, i) => {
    const [area, date, listRow] = [AGREED_NAME, AGREED_ON, LIST_ROW].map((name) => cells[i]?.get(name));
    return area && date ? [{ plan, area, date, listRow }] : [];
  });
  const readings = await store.values(places.flatMap(({ plan, area, listRow }) => [{ id: plan.id, area }, ...(listRow ? [{ id: plan.id, area: listRow }] : [])]));
  let at = 0;
  const read = places.map((place) => ({ ...place, figures: readings[at++] ?? [], isListed: place.listRow ? readings[at++]?.[0]?.[0] !== "" : true }));
  const present = read.filter(({ isListed }) => isListed);
  const refused = await store.write(
    present.flatMap(({ plan, area, date, figures }) => [
      { id: plan.id, cell: { ...area, row: area.row + AGREED_ROWS.agreed, rowCount: 1 }, values: [(figures[AGREED_ROWS.now] ?? []).map((value) => (isErrorText(value) ? "" : value))] },
      { id: plan.id, cell: date, values: [[today]] },
    ]),
  );
  return {
    agreed: present.filter(({ plan }) => !refused.includes(plan.id)).map(({ plan }) => asMadeSheet(plan)),
    protectedPlans: present.filter(({ plan }) => refused.includes(plan.id)).map(({ plan }) => asMadeSheet(plan)),
    notInList: read.filter(({ isListed }) => !isListed).map(({ plan }) => asMadeSheet(plan)),
    withoutArea: plans.filter((plan) => !places.some((place) => place.plan === plan)).map(asMadeSheet),
  };
}
