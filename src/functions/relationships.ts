import { bantVerdict } from "../core/relationships/bant";
import { coverage } from "../core/relationships/coverage";
import { DECISION_UNIT_ROLES, missingRoles } from "../core/relationships/missingRoles";
import { RowErrors } from "../core/rowErrors";
import { textIn } from "./arguments/cell";
import { readColumns } from "./arguments/readColumns";
import { readNumber } from "./arguments/readOption";
import { readReplies } from "./arguments/readReplies";
import { isOmitted, rowsOf } from "./arguments/rowsOf";
import { calculate } from "./results/excelError";
import { spillTexts } from "./results/spill";

/**
 * How well the people who matter at one account are covered, from 0 to 1.
 * @customfunction COVERAGE COVERAGE
 * @helpurl https://localhost:3000/help/coverage.html
 * @param influence Influence of each contact on the decision, 0 or more, any scale
 * @param strength Strength of our relationship with each contact, 0 to the maximum; negative for an opponent
 * @param [maximum] Highest strength of the scale (default 5)
 * @returns Coverage of the account, 0.8 is 80 %
 */
export function contactCoverage(influence: unknown[][], strength: unknown[][], maximum?: unknown): unknown {
  return calculate(() => {
    const contacts = readColumns({ influence, strength });
    return coverage(contacts.influence, contacts.strength, readNumber(maximum, "maximum", 5));
  });
}

/**
 * The roles of the decision-making unit that nobody holds at one account.
 * @customfunction ROLES ROLES
 * @helpurl https://localhost:3000/help/roles.html
 * @param roles Roles of the contacts, in any shape; several in one cell are separated by a comma
 * @param [required] Roles to look for (default Decision maker, Influencer, Champion, User, Gatekeeper)
 * @returns The missing roles, joined by commas; empty when none is missing
 */
export function openRoles(roles: unknown[][], required?: unknown[][]): unknown {
  return calculate(() => {
    const named = isOmitted(required) ? [] : textsOf(required, "required");
    const wanted = named.some((role) => role !== "") ? named : DECISION_UNIT_ROLES;
    return missingRoles(textsOf(roles, "roles"), wanted).join(", ");
  });
}

/**
 * Whether each opportunity is qualified by budget, authority, need and timing.
 * @customfunction BANT BANT
 * @helpurl https://localhost:3000/help/bant.html
 * @param budget Is there a budget? yes, no or ?, one per opportunity
 * @param authority Do we talk to who decides? yes, no or ?
 * @param need Is there a need we can meet? yes, no or ?
 * @param timing Is there a date to decide or buy? yes, no or ?
 * @returns Qualified, Not qualified, or Unknown and what to ask
 */
export function bant(budget: unknown[][], authority: unknown[][], need: unknown[][], timing: unknown[][]): unknown[][] {
  return calculate(() => {
    const errors = new RowErrors();
    const questions = { budget, authority, need, timing };
    const rowCount = Math.max(...Object.entries(questions).map(([name, argument]) => rowsOf(argument, name).length));
    const replies = {
      Budget: readReplies(budget, "budget", errors, rowCount),
      Authority: readReplies(authority, "authority", errors, rowCount),
      Need: readReplies(need, "need", errors, rowCount),
      Timing: readReplies(timing, "timing", errors, rowCount),
    };
    const verdicts = Array.from({ length: rowCount }, (_, row) =>
      bantVerdict({
        Budget: replies.Budget[row],
        Authority: replies.Authority[row],
        Need: replies.Need[row],
        Timing: replies.Timing[row],
      }),
    );
    return spillTexts(verdicts, errors);
  });
}

/** The texts of a range of any shape, trimmed; "" where blank. */
function textsOf(argument: unknown, name: string): string[] {
  return rowsOf(argument, name).flatMap((row) => row.map(textIn));
}
