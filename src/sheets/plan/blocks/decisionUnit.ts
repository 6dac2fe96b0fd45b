import { DECISION_UNIT_ROLES } from "../../../core/relationships/missingRoles";
import { countText } from "../../formulas/wording";
import type { PlanContext } from "../planContext";
import { cells, fig } from "../planDraft";
import { type Form, formPlace, writeForm } from "../planForm";

const MAX_STRENGTH = 5;
const FEWEST_CONTACTS = 3;
/** The matrix of relations beside it has as many. */
export const CONTACT_ROWS = 5;

const CONTACTS: Form = {
  input: "Contacts",
  last: 8,
  columns: [
    { head: "Contact and position", column: 1, style: "words" },
    { head: "Role", column: 2, style: "wordsAfter", words: DECISION_UNIT_ROLES, prompt: "The part he or she plays when a decision is made." },
    { head: "Influence", column: 3, style: "whole", range: { least: 0, most: 5 }, prompt: "0 none to 5 decides." },
    { head: "Strength", column: 4, style: "whole", range: { least: -MAX_STRENGTH, most: MAX_STRENGTH }, prompt: "Of our relationship: 5 on our side, -5 against us." },
    { head: "Our contact", column: 5, style: "wordsAfter" },
    { head: "Last met", column: 6, style: "planDate", prompt: "When we last spoke." },
    { head: "Interests and practices", column: 7, style: "words" },
    { head: "Next step", column: 8, style: "wordsAfter" },
  ],
};

const roles = cells("contactRoles");
const covered = `SUMPRODUCT(${cells("contactInfluence")},${cells("contactStrength")},ISNUMBER(${cells("contactInfluence")})*ISNUMBER(${cells("contactStrength")}))`;
const possible = `SUMPRODUCT(${cells("contactInfluence")},ISNUMBER(${cells("contactInfluence")})*ISNUMBER(${cells("contactStrength")}))`;

export const contactCounts = {
  named: `COUNTA(${cells("contactNames")})`,
  /** As KAM.COVERAGE: influence × strength of those who have both, opponents counted against us. */
  coverage: `IF(${possible}>0,MAX(0,${covered}/(${MAX_STRENGTH}*${possible})),"–")`,
  nextSteps: `COUNTA(${cells("contactNextSteps")})`,
  /** As KAM.ROLES. */
  missingRoles: `MID(${DECISION_UNIT_ROLES.map((role) => `IF(COUNTIF(${roles},"${role}")=0,", ${role.toLowerCase()}","")`).join("&")},3,200)`,
} as const;

/** Who decides, how they stand to us, and what comes next with each. */
export function writeDecisionUnit({ draft, titleOf, rows }: PlanContext): void {
  const place = formPlace(draft.row, rows.DecisionUnit ?? CONTACT_ROWS);
  const few = `IF(${fig("Contacts")}<${FEWEST_CONTACTS},"fewer than three, ","")`;
  const coverage = `IF(ISNUMBER(${fig("Coverage")}),"coverage "&FIXED(100*${fig("Coverage")},0)&" %, ","")`;
  const missing = `IF(${contactCounts.missingRoles}="","every role is filled","missing: "&${contactCounts.missingRoles})`;
  draft.title(titleOf("DecisionUnit"), `IFERROR(${countText(fig("Contacts"), "contact", "contacts")}&", "&${few}&${coverage},"")&${missing}`, "MissingRoles");
  const marks = { contactNames: 1, contactRoles: 2, contactInfluence: 3, contactStrength: 4, contactNextSteps: 8 } as const;
  for (const [range, column] of Object.entries(marks)) draft.mark(range as keyof typeof marks, place.area(column));
  writeForm(draft, CONTACTS, place);
  draft.highlights.push({ areas: [place.area(4)], when: { kind: "below", bound: 0 }, style: "attention" });
}
