import { cellAddress } from "../../../src/sheets/a1";
import type { CellValue } from "../../../src/sheets/cellValue";
import { AGREED_NAME, AGREED_ROWS, inputName, type PlanInput } from "../../../src/sheets/plan/planNames";
import type { SheetPlan } from "../../../src/sheets/sheetPlan";
import type { Typed } from "./savedPlans";

const DAY = 86_400_000;
/** A day as Excel counts them, some days from today. */
export const dayFromToday = (days: number): number => Math.floor(Date.now() / DAY) + 25_569 + days;

type Row = Readonly<Record<number, CellValue>>;

/** What a manager would have typed: column offset in the block → value, row by row. */
const TYPED: Readonly<Partial<Record<PlanInput, readonly Row[]>>> = {
  Reviewer: [{ 0: "H. Sorensen" }],
  Stage: [{ 0: "Implementation" }],
  Step: [{ 0: "5 Objectives" }],
  Overview: [{ 0: "Second-largest frozen-food maker in the north; buys packaging centrally since 2024. We supply trays and film, not yet labels. The owner family sells in 2028 and wants fewer suppliers before." }],
  Contacts: [
    { 0: "Karin Holm, buying director", 1: "Decision maker", 2: 5, 3: 2, 4: "M. Becker", 5: dayFromToday(-22), 6: "Fewer suppliers, one price list", 7: "Visit the plant with the pilot team" },
    { 0: "Tom Ek, category lead", 1: "Influencer", 2: 4, 3: 1, 4: "Pricing", 5: dayFromToday(-36), 6: "Margin of the own label", 7: "Send the data pack" },
    { 0: "Ida Roos, supply planner", 1: "Gatekeeper", 2: 3, 3: -1, 4: "M. Becker", 5: dayFromToday(-116), 6: "No change in the fourth quarter", 7: "" },
    { 0: "Eva Strand, plant manager north", 1: "User", 2: 2, 3: 3, 4: "S. Aalto", 5: dayFromToday(-9), 6: "Short stops, one contact", 7: "Training of the night shift in February" },
    { 0: "Per Lund, own-label lead", 1: "Champion", 2: 4, 3: 4, 4: "Director", 5: dayFromToday(-20), 6: "A pilot that succeeds", 7: "Agree the measures of the pilot" },
  ],
  Relations: [{ 0: "Leads", 2: "Knows", 3: "Knows" }, { 1: "Leads" }, {}, { 0: "Knows", 3: "Leads" }],
  Objectives: [
    { 0: "Cut out-of-stocks in 40 stores by half", 1: "Short", 2: "Grow", 3: dayFromToday(210), 4: "M. Becker", 5: "On track", 6: "Vendor-managed stock pilot in 12 stores", 7: "Availability above 98 % in the pilot stores" },
    { 0: "Lower the cost of goods of the own label", 1: "Short", 2: "Defend", 3: dayFromToday(120), 4: "Pricing", 5: "At risk", 6: "Keep the tray volume at the new price", 7: "Volume within 5 % of last year" },
    { 0: "Complaints answered within a day", 1: "Short", 2: "Defend", 3: dayFromToday(60), 4: "S. Aalto", 5: "On track", 6: "Complaint rate below 0.4 %", 7: "Complaints a month" },
    { 0: "Fewer suppliers", 1: "Long", 2: "Grow", 3: dayFromToday(500), 4: "Director", 5: "At risk", 6: "Preferred supplier of all plants", 7: "Share of wallet above 75 %" },
    { 0: "Paper instead of plastic in trays", 1: "Long", 2: "Grow", 3: dayFromToday(900), 4: "R&D", 5: "On track", 6: "First paper tray on the line", 7: "Line trial passed" },
    { 0: "One supplier for the own label by 2028", 1: "Long", 2: "Grow", 3: dayFromToday(760), 4: "Director", 5: "On track", 6: "Frame contract for trays, film and labels", 7: "Contract signed" },
  ],
  Diagnosis: [{ 0: "Two regional makers, cheaper by 3 to 5 %, slower in changes of design" }, {}, { 0: "Central tender every two years, four bidders, price 60 %, service 40 %; the plants may order on their own below 5,000 a year, which two of the six do" }, {}, { 0: "Food contact certificate, supply chain act" }, {}, { 0: "60 days, credit limit 400,000" }, {}, { 0: "No line stop; one contact for all plants" }],
  WhiteSpaceUnits: [{ 0: "Plant N", 1: "Plant S", 2: "Plant W", 3: "Export", 4: "R&D", 5: "Retail", 6: "Online" }],
  WhiteSpace: [
    { 0: "Trays", 1: "Sold", 2: "Sold", 3: "Offered", 4: "Open", 5: "No need", 6: "Sold", 7: "Open", 8: 420_000 },
    { 0: "Film", 1: "Sold", 2: "Open", 3: "Open", 4: "No need", 5: "No need", 6: "Sold", 8: 180_000 },
    { 0: "Lids", 1: "Offered", 2: "Open", 3: "Sold", 4: "No need", 5: "Open", 8: 90_000 },
    { 0: "Service contracts", 1: "Sold", 2: "Open", 3: "Open", 4: "No need", 5: "Open", 8: 60_000 },
    { 0: "Labels", 1: "Open", 2: "Open", 3: "Open", 4: "Open", 5: "No need", 6: "Offered", 7: "Open", 8: 260_000 },
  ],
  Opportunities: [
    { 0: "Trays for plant W", 1: 210_000, 2: dayFromToday(60), 3: "Yes", 4: "Yes", 5: "Yes", 6: "Yes", 7: "Bid" },
    { 0: "Labels for all plants", 1: 260_000, 2: dayFromToday(150), 3: "Unknown", 4: "Yes", 5: "Yes", 6: "", 7: "" },
    { 0: "Lids for the cups line", 1: 45_000, 2: dayFromToday(40), 3: "Yes", 4: "Yes", 5: "Yes", 6: "Yes", 7: "" },
    { 0: "Service contract for plants S and W", 1: 60_000, 2: dayFromToday(210), 3: "Unknown", 4: "Unknown", 5: "Yes", 6: "Unknown", 7: "" },
    { 0: "Paper trays, pilot", 1: 30_000, 2: dayFromToday(300), 3: "Yes", 4: "Unknown", 5: "Yes", 6: "Yes", 7: "Bid" },
    { 0: "Film for export", 1: 90_000, 2: dayFromToday(90), 3: "No", 4: "Yes", 5: "Yes", 6: "No", 7: "Bid" },
  ],
  Solution: [
    { 0: "Fewer line stops when designs change", 1: 140_000, 2: 35_000, 3: "Our changeover service is on site within four hours", 6: "Stock and changeover service at the plants", 7: "Pilot at plant N: stops down from 11 to 3 a month" },
    { 0: "One price list for all plants", 1: 40_000, 2: 10_000, 3: "", 6: "Frame contract with yearly indexation", 7: "" },
  ],
  Actions: [
    { 0: "Start the pilot of vendor-managed stock in 12 stores", 1: "M. Becker", 2: dayFromToday(66), 3: "In progress", 4: 40, 5: 60_000 },
    { 0: "Margin model with the category lead", 1: "Pricing", 2: dayFromToday(12), 3: "Open", 4: 16, 5: 18_000 },
    { 0: "Reset meeting with the supply planner", 1: "M. Becker", 2: dayFromToday(-12), 3: "Open", 4: 4, 5: 3_000 },
    { 0: "Offer for trays in plant W, with changeover service", 1: "M. Becker", 2: dayFromToday(5), 3: "In progress", 4: 20, 5: 70_000 },
    { 0: "Line trial of the paper tray at plant N, two shifts", 1: "R&D", 2: dayFromToday(95), 3: "Open", 4: 60, 5: 45_000 },
    { 0: "Label samples to all plants", 1: "L. Brandt", 2: dayFromToday(25), 3: "Open", 4: 12, 5: 26_000 },
    { 0: "Quarterly service report, first issue", 1: "S. Aalto", 2: dayFromToday(35), 3: "Open", 4: 10, 5: 8_000 },
    { 0: "Credit limit review with their finance", 1: "L. Brandt", 2: dayFromToday(-3), 3: "Open", 4: 3, 5: 2_000 },
    { 0: "Board dinner at the trade fair", 1: "Director", 2: dayFromToday(160), 3: "Open", 4: 6, 5: 0 },
    { 0: "Reference visit of the plant manager", 1: "Director", 2: dayFromToday(-40), 3: "Done", 4: 8, 5: 5_000 },
  ],
  Risks: [
    { 0: "Supply planner blocks the change before Christmas", 1: "M. Becker", 2: 4, 3: 4, 4: "Acting", 5: dayFromToday(20), 6: "Pilot starts in January; planner joins the pilot team" },
    { 0: "Price war in trays", 1: "Pricing", 2: 2, 3: 4, 4: "Watching", 5: dayFromToday(100), 6: "Bundle with changeover service" },
  ],
  Team: [
    { 0: "M. Becker", 1: "Key account manager", 4: "Hamburg", 7: 160, 8: "The plan, the contract, the director" },
    { 0: "L. Brandt", 1: "Pricing", 4: "Hamburg", 7: 20, 8: "Margin model, tender" },
    { 0: "S. Aalto", 1: "Service engineer", 4: "Plant N", 7: 60, 8: "Changeovers, training of the shifts" },
    { 0: "C. Weiss", 1: "Sales director", 4: "Head office", 7: 12, 8: "Sponsor of the account" },
  ],
  Reviews: [
    { 0: "The long-term goal needs a date and a measure", 1: dayFromToday(-34), 2: "H. Sorensen", 4: "Plan", 5: "Yes", 6: "Frame contract by 2028, milestones added" },
    { 0: "Nobody of us leads the planner", 1: dayFromToday(-34), 2: "H. Sorensen", 4: "Plan", 5: "Open", 6: "" },
  ],
  AgreedOn: [{ 0: dayFromToday(-40) }],
  AgreedBy: [{ 0: "C. Weiss, K. Holm" }],
};

/** What the plan was agreed on: tier, score, revenue, margin, wallet, cost to serve, needed growth, payback. */
const AGREED: readonly CellValue[] = ["B", 46.1, 324_709, 0.031, 0.61, 15_434, 1.92, "never"];

/** A plan's inputs as typed cells; rows and cells beyond a block's own are left out. */
export function typedPlan(plan: SheetPlan, change: (value: CellValue, input: PlanInput) => CellValue = (value) => value): Typed {
  const typed: Record<string, CellValue> = {};
  for (const [input, rows] of Object.entries(TYPED) as [PlanInput, readonly Row[]][]) {
    const area = plan.names.find(({ name }) => name === inputName(input))?.area;
    if (!area) continue;
    rows.slice(0, area.rowCount).forEach((row, r) => {
      for (const [offset, value] of Object.entries(row)) {
        if (value !== "" && Number(offset) < area.columnCount) typed[cellAddress(area.row + r, area.column + Number(offset))] = change(value, input);
      }
    });
  }
  const agreed = plan.names.find(({ name }) => name === AGREED_NAME)?.area;
  if (agreed) AGREED.forEach((value, i) => (typed[cellAddress(agreed.row + AGREED_ROWS.agreed, agreed.column + i)] = value));
  return typed;
}
