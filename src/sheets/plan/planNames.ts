/**
 * The names a plan sheet carries, all of them scoped to the sheet. They mark its parts, so that people may restyle,
 * reorder, add and remove blocks, and whoever reads or updates a plan still finds everything. A name that is missing
 * says that the part was removed or is not in this kind of plan.
 */

/** The sheet every plan is copied from. It is the user's own once it is there. */
export const TEMPLATE_SHEET = "KAM Plan Template";

/**
 * A name of the workbook that leads to the key cell of the template, so that it is known under whatever name it has. Excel
 * gives a copy of the sheet a name of its own only, so a plan is never taken for the template.
 */
export const TEMPLATE_NAME = "KAM_PlanTemplate";
/** What the key cell of a template is called that another one has replaced: it is neither a plan nor the template. */
export const RETIRED_KEY_NAME = "KAM_RetiredKey";

/** The cell with the account's key: every formula of the sheet hangs on it, and by it a plan is recognised. */
export const KEY_NAME = "KAM_Key";

/**
 * The area of the drift marker, four rows: what the figures are called, what they were when the plan was agreed (values,
 * empty until then), what they are now (formulas) and what has moved (formulas). Agreeing a plan copies the values of
 * the third row into the second and puts the date into the input `AgreedOn`.
 */
export const AGREED_NAME = "KAM_Agreed";
export const AGREED_ROWS = { heads: 0, agreed: 1, now: 2, moved: 3 } as const;

/** On a review pack: the day it was made, and below what is printed the figures of that day, which the next pack looks back to. */
export const PACK_DAY_NAME = "KAM_PackDay";
export const PACK_FIGURES_NAME = "KAM_PackFigures";

/** Blocks: whole rows from the section's title to its last row, the gap below it included. */
export const PLAN_BLOCKS = {
  Header: "Name, tier, owner, dates, stage and the strip of steps",
  Tiles: "The five figures that matter most",
  Health: "What the plan holds and what is still missing",
  Why: "Why the account has its tier",
  Figures: "Revenue of several years, margin, cost to serve, share of wallet",
  Payback: "What the programme costs for this account and when it pays back",
  DecisionUnit: "People who decide: role, influence, strength, interests, next step",
  Relations: "Which of our team knows which contact",
  Objectives: "Their objectives and ours, short and long term",
  Diagnosis: "What the account is about, competitors, purchasing strategy, requirements, success factors",
  WhiteSpace: "Products by units of the customer, and where nothing is sold yet",
  Opportunities: "Opportunities, qualified by budget, authority, need and timing",
  Solution: "Their needs, our solution, the value for both",
  Actions: "Actions with owner, due date, value per hour and what is overdue",
  Risks: "Change management: risks, changes and how we respond",
  Team: "Our account team",
  Promise: "What the tier promises the account",
  Reviews: "Log of the reviews by somebody who is not the owner",
  Agreed: "What was agreed and what has moved since",
} as const;
export type PlanBlock = keyof typeof PLAN_BLOCKS;

/**
 * Cells people type in, header row excluded. An input may begin with a formula (planned growth); while it still holds
 * the template's formula nobody has typed in it.
 */
export const PLAN_INPUTS = {
  Owner: "Who owns the plan, where the list does not tell",
  Reviewer: "Who reviews it from outside, where the list does not tell",
  Step: "The step the plan is at",
  Stage: "The stage of the relation",
  Overview: "What the account is about, in words",
  Revenue: "Last year's revenue, where the list does not tell",
  CostToServe: "Cost to serve, where the list does not tell",
  Spend: "What the customer spends in all, where the list does not tell",
  DaysLate: "Days it pays late, where the list does not tell",
  PlannedGrowth: "Growth planned with the programme",
  Contacts: "People who decide",
  Relations: "Who of our team knows which contact",
  Objectives: "Their objectives and ours",
  Diagnosis: "Answers of the diagnosis",
  WhiteSpaceUnits: "Units of the customer, the heads of the white-space grid",
  WhiteSpace: "Products and what each unit buys",
  Opportunities: "Opportunities with the four questions",
  Solution: "Needs, solutions and their value",
  Actions: "Actions",
  Risks: "Risks and changes",
  Team: "Members of the account team",
  Reviews: "Reviews with comment and decision",
  AgreedBy: "With whom the plan was agreed",
  AgreedOn: "When the plan was agreed",
} as const;
export type PlanInput = keyof typeof PLAN_INPUTS;

/** Single figures and words other sheets read from a plan. `""` or a dash where something is missing. */
export const PLAN_FIGURES = {
  ListRow: "Place of the account in the list, counted from 1; empty when it is not there any more",
  Account: "The account's name",
  Tier: "Its tier, empty when not scored yet",
  Score: "Its score, 0 to 100",
  Rank: "Its rank, 1 = best",
  Gate: "The broken gates in words, empty when none is",
  Owner: "Who owns the plan",
  Reviewer: "Who reviews it",
  Step: "The step the plan is at, number first",
  Stage: "The stage of the relation",
  LastReview: "Date of the last review, empty when there was none",
  NextReview: "Date of the next review, empty before the first",
  ReviewStatus: "Whether a review is overdue, in words",
  Gaps: "How many gaps the plan has",
  Missing: "The gaps in words",
  Contacts: "How many contacts are named",
  Coverage: "How well the decision unit is covered, 0 to 1",
  MissingRoles: "Number of contacts, coverage and roles nobody holds, in words",
  NextSteps: "How many contacts have a next step",
  OpenObjectives: "Objectives that are neither done nor dropped",
  ShortObjectives: "Open objectives within a year",
  LongObjectives: "Open objectives beyond a year",
  OpenActions: "Actions that are neither done nor dropped",
  OverdueActions: "Open actions whose due date is past",
  UnansweredComments: "Comments of reviewers that are still open",
  Revenue: "Revenue of the last year in the list",
  RevenueBefore: "Revenue of the year before",
  RevenueChange: "Its change on the year before, a share",
  RevenueGrowth: "Average growth a year over the years of the list, a share",
  Margin: "Margin, a share of revenue",
  MarginAmount: "Margin in money",
  CostToServe: "Cost to serve in money",
  CostToServeShare: "Cost to serve as a share of revenue",
  AfterCostToServe: "Margin less cost to serve in money",
  Spend: "What the customer spends in all",
  WalletShare: "Our share of it",
  Headroom: "Spend less revenue, in money",
  AccountCost: "Cost of the programme for this account, a year",
  ExtraSales: "Extra sales that pay for it, a year",
  BreakEvenGrowth: "Growth to exceed before the programme pays, a share",
  PlannedGrowth: "Planned growth, a share",
  SetupCost: "Set-up cost, once",
  DiscountRate: "Discount rate a year",
  Horizon: "Horizon in years",
  Payback: 'Years until the programme has paid back; the word "never" when it does not within the horizon',
  ResultAtHorizon: "Cumulative result of the programme at the horizon",
  AgreedOn: "When the plan was agreed, empty until then",
  Drift: "How many figures have moved since the plan was agreed",
} as const;
export type PlanFigure = keyof typeof PLAN_FIGURES;

/** Several cells that are one, so that a long text wraps in them: only the first holds anything. */
const WIDE = "KAM_Wide_";
export const wideName = (count: number): string => `${WIDE}${count}`;
export const isWideName = (name: string): boolean => name.startsWith(WIDE);

export const blockName = (block: PlanBlock): string => `KAM_Block_${block}`;
export const inputName = (input: PlanInput): string => `KAM_In_${input}`;
export const figureName = (figure: PlanFigure): string => `KAM_Fig_${figure}`;
