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
 * @remarks Sum of influence × strength / (sum of influence × maximum). An opponent has a negative strength and counts against;
 *   where opponents outweigh supporters the answer is 0. A contact whose influence or strength is blank is left out.
 * @example =KAM.COVERAGE({3;1}, {5;1}) → 0.8
 *   (3 × 5 + 1 × 1) / (4 × 5).
 * @throws #N/A No contact has both an influence above zero and a strength.
 * @throws #VALUE! A strength is beyond the maximum, an influence is negative, or the maximum is not above zero.
 * @see Weighted mean; the roles and bonds are those of decision-unit mapping in key account plans.
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
 * @remarks Upper and lower case and spaces do not matter. One cell may hold several roles, separated by comma, semicolon, slash
 *   or line break. Blank cells are skipped.
 * @example =KAM.ROLES({"User";"Champion"}) → "Decision maker, Influencer, Gatekeeper"
 * @example =KAM.ROLES({"User";"Coach, Payer"}, {"Payer","Approver"}) → "Approver"
 * @throws #VALUE! The range of roles is missing. Point it at the contacts, even if it is still empty.
 * @see The buying centre: Webster and Wind, A General Model for Understanding Organizational Buying Behavior (1972).
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
 * @remarks yes is TRUE, 1, y or yes; no is FALSE, 0, n or no; a blank cell or ? is unknown. One no settles it. Not knowing is
 *   not a no: the answer says what to ask.
 * @example =KAM.BANT({"yes";"yes";"no"}, {"yes";"?";"yes"}, {"yes";"yes";"yes"}, {"yes";"";"?"}) → {"Qualified";"Unknown: Authority, Timing";"Not qualified"}
 * @throws #VALUE! A cell holds another word. Enter yes, no or ?.
 * @see BANT (budget, authority, need, timing), the pre-qualification rule attributed to IBM.
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
