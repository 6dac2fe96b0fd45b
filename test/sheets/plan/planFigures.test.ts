import { breakevenGrowth, breakevenSales } from "../../../src/core/economics/breakeven";
import { shareOfWallet } from "../../../src/core/economics/shareOfWallet";
import { programPaybacks } from "../../../src/core/payback/programPayback";
import { coverage } from "../../../src/core/relationships/coverage";
import { RowErrors } from "../../../src/core/rowErrors";
import { boundsFromCutoffs } from "../../../src/core/tiering/cutoffTiers";
import { nextTiers } from "../../../src/core/tiering/nextTier";
import type { CellValue } from "../../../src/sheets/cellValue";
import { SETTINGS } from "../../../src/sheets/formulas/settings";
import { modelSheet } from "../../../src/sheets/model/modelSheet";
import { figureName, KEY_NAME, type PlanFigure } from "../../../src/sheets/plan/planNames";
import { planTemplateSheet } from "../../../src/sheets/plan/planTemplateSheet";
import type { PlanSources } from "../../../src/sheets/plan/planSources";
import type { SheetPlan } from "../../../src/sheets/sheetPlan";
import { calculatedSheets, officeProgram } from "./calculatedSheets";
import { portfolioOf, samplePortfolio, type SamplePortfolio } from "./samplePortfolio";
import { savedWorkbook } from "./savedPlans";
import { typedPlan } from "./typedPlan";

// Skipped where LibreOffice is not installed: the workbench has its own check in the end-to-end tests.
const withOffice = officeProgram === undefined ? describe.skip : describe;

const sourcesOf = ({ list, scorecardSheet }: SamplePortfolio, scored: boolean): PlanSources => ({
  list,
  marginUnit: "share",
  growthUnit: "share",
  modelTables: new Set(["columns", "criteria", "gates", "tiers", "settings"]),
  ...(scored ? { scorecardHeaders: scorecardSheet.values[0]?.map(String) ?? [] } : {}),
});

/** Plans of some accounts in one workbook, calculated. */
async function plansOf(portfolio: SamplePortfolio, keys: readonly CellValue[], scored: boolean) {
  const sheets = keys.map((key, i) => planTemplateSheet({ sheetName: `Plan ${i}`, variant: "full", sources: sourcesOf(portfolio, scored), key: key as string, paper: "A4", locked: false }));
  const lists = scored ? [portfolio.listSheet, portfolio.scorecardSheet] : [portfolio.listSheet];
  const results = calculatedSheets(await savedWorkbook(lists, [{ plan: modelSheet("KAM Model", portfolio.model) }, ...sheets.map((plan) => ({ plan, typed: typedPlan(plan) }))]));
  return sheets.map((plan) => {
    const all = results.get(plan.name) ?? [];
    const figure = (name: PlanFigure): CellValue => {
      const { row, column } = areaNamed(plan, figureName(name));
      return all[row]?.[column] ?? "";
    };
    return { plan, all, figure };
  });
}

type Plans = Awaited<ReturnType<typeof plansOf>>;

function areaNamed(plan: SheetPlan, name: string) {
  const found = plan.names.find((named) => named.name === name);
  if (!found) throw new Error(`no ${name}`);
  return found.area;
}

const number = (value: CellValue | undefined): number => (typeof value === "number" ? value : NaN);
const ERROR = /^(#|Err:)/;

withOffice("plans over the sample list, scored", () => {
  const portfolio = samplePortfolio();
  const keys = portfolio.columnOf("Account ID");
  // The giant that never pays, ordinary accounts, one without margin, one whose revenue is a text, hostile names.
  const shown = ["A-0007", "A-0014", "A-0015", "A-0023", "A-0062", "A-0086", "A-0099", "A-0120", "A-0240"];
  let plans: Plans;
  let gone: Plans[number];
  beforeAll(async () => {
    plans = await plansOf(portfolio, [...shown, "A-9999"], true);
    gone = plans.pop() as Plans[number];
  }, 120_000);
  const listed = (key: string, header: string) => portfolio.columnOf(header)[keys.indexOf(key)] ?? "";
  const [cardHeads = [], ...cardRows] = portfolio.scorecardSheet.values;
  const cards = cardRows.map((row) => (header: string) => row[cardHeads.indexOf(header)] ?? "");
  const scored = (key: string, header: string) => cards[keys.indexOf(key)]?.(header) ?? "";

  test("no cell shows an error", () => {
    for (const { plan, all } of plans) expect([plan.name, all.flat().filter((value) => ERROR.test(String(value)))]).toEqual([plan.name, []]);
  });

  test("figures of the list and the scorecard are those of the account", () => {
    plans.forEach(({ figure }, i) => {
      const key = shown[i] as string;
      expect(figure("Account")).toBe(listed(key, "Account"));
      expect(figure("Owner")).toBe(listed(key, "Owner"));
      expect(figure("Revenue")).toBe(listed(key, "Revenue 2025"));
      expect(figure("Tier")).toBe(scored(key, "Tier"));
      expect(figure("Gate")).toBe(scored(key, "Gate"));
      expect(number(figure("Score"))).toBeCloseTo(number(scored(key, "Score")), 9);
      expect(figure("ListRow")).toBe(keys.indexOf(key) + 1);
    });
  });

  test("break-even, share of wallet and payback are what the functions answer", () => {
    const cost = SETTINGS.programCost.value / SETTINGS.accountsPerManager.value;
    plans.forEach(({ figure }, i) => {
      const key = shown[i] as string;
      const sales = number(listed(key, "Revenue 2025"));
      const listedMargin = number(listed(key, "Net margin"));
      const margin = Number.isNaN(listedMargin) ? SETTINGS.netMargin.value : listedMargin;
      const one = (value: number) => Float64Array.of(value);
      const answers = { sales: breakevenSales(cost, margin), growth: breakevenGrowth(cost, margin, sales), wallet: shareOfWallet(sales, number(listed(key, "Category spend"))) };
      expect([key, figure("ExtraSales")]).toEqual([key, typeof answers.sales === "number" ? expect.closeTo(answers.sales, 6) : "no margin"]);
      expect([key, figure("BreakEvenGrowth")]).toEqual([key, typeof answers.growth === "number" ? expect.closeTo(answers.growth, 9) : ""]);
      expect([key, figure("WalletShare")]).toEqual([key, typeof answers.wallet === "number" ? expect.closeTo(answers.wallet, 9) : ""]);
      const errors = new RowErrors();
      const paid = programPaybacks({ sales: one(sales), margin: one(margin), growth: one(SETTINGS.plannedGrowth.value), annualCost: one(cost), setupCost: one(0), rate: one(0) }, SETTINGS.horizon.value, "compound", errors);
      const expected = Number.isNaN(sales) ? "" : errors.get(0)?.code === "noAnswer" ? "never" : expect.closeTo(paid[0] as number, 9);
      expect([key, figure("Payback")]).toEqual([key, expected]);
    });
    // The cases must not all be of one kind.
    expect(plans.some(({ figure }) => figure("Payback") === "never")).toBe(true);
    expect(plans.some(({ figure }) => number(figure("Payback")) > 0)).toBe(true);
  });

  test("points add up to the score, tier means are means, and the figure needed for the next tier is what KAM.TIER.NEXT says", () => {
    const { criteria, tiers } = portfolio.model;
    const figures = { rowCount: keys.length, columnCount: criteria.length, values: Float64Array.from(keys.flatMap((_, row) => criteria.map(({ column }) => number(portfolio.columnOf(column)[row])))) };
    const next = nextTiers(
      figures,
      {
        weights: Float64Array.from(criteria, ({ weight }) => weight),
        directions: criteria.map(({ direction }) => (direction === "lower" ? -1 : 1)),
        floors: Float64Array.from(criteria, ({ floor }) => floor ?? NaN),
        ceilings: Float64Array.from(criteria, ({ ceiling }) => ceiling ?? NaN),
      },
      boundsFromCutoffs(Float64Array.from(tiers.slice(0, -1), ({ from }) => from ?? NaN)),
      new RowErrors(),
    );
    let compared = 0;
    plans.forEach(({ all, figure }, i) => {
      const key = shown[i] as string;
      const head = all.findIndex((row) => row[10] === "Criterion");
      const rows = all.slice(head + 1, head + 1 + criteria.length);
      criteria.forEach(({ criterion, column }, c) => {
        const [name, value, , , , points, mean] = (rows[c] as CellValue[]).slice(10);
        expect([name, value]).toEqual([criterion, listed(key, column)]);
        const expected = scored(key, `${criterion} points`);
        expect([key, criterion, points]).toEqual([key, criterion, typeof expected === "number" ? expect.closeTo(expected, 9) : ""]);
        const peers = cards.flatMap((card) => (card("Tier") === figure("Tier") ? [number(card(`${criterion} points`))] : [])).filter((peer) => !Number.isNaN(peer));
        expect([key, criterion, mean]).toEqual([key, criterion, expect.closeTo(peers.reduce((sum, peer) => sum + peer, 0) / peers.length, 6)]);
      });
      expect(rows.reduce((sum, row) => sum + (number(row[15]) || 0), 0)).toBeCloseTo(number(figure("Score")), 9);
      const step = next[keys.indexOf(key)];
      // A broken gate puts the account into another tier than its score alone.
      if (step?.kind !== "reach" || figure("Gate") !== "") return;
      compared++;
      // The function rounds to twelve digits.
      expect([key, number(rows[step.criterion]?.[17]) / step.value]).toEqual([key, expect.closeTo(1, 10)]);
    });
    expect(compared).toBeGreaterThan(1);
  });

  test("what is typed is counted: contacts, coverage, objectives, actions, reviews", () => {
    const { figure } = plans[1]!;
    expect(figure("Contacts")).toBe(5);
    expect(number(figure("Coverage"))).toBeCloseTo(coverage(Float64Array.of(5, 4, 3, 2, 4), Float64Array.of(2, 1, -1, 3, 4), 5), 12);
    expect(figure("MissingRoles")).toBe("5 contacts, coverage 37 %, every role is filled");
    expect(figure("NextSteps")).toBe(4);
    expect([figure("OpenObjectives"), figure("ShortObjectives"), figure("LongObjectives")]).toEqual([6, 3, 3]);
    expect([figure("OpenActions"), figure("OverdueActions")]).toEqual([9, 2]);
    expect(figure("UnansweredComments")).toBe(1);
    expect(figure("Gaps")).toBe(0);
    expect(figure("Missing")).toBe("nothing is missing");
    expect(figure("ReviewStatus")).toMatch(/^next review in \d+ days, 1 comment to answer$/);
    // Revenue, score, tier, margin, wallet and needed growth moved; cost to serve and payback did not.
    expect(figure("Drift")).toBe(6);
  });

  test("an account that is not in the list any more says so and keeps what was typed and agreed", () => {
    expect(gone.figure("Account")).toBe("A-9999 is not in the list any more");
    expect([gone.figure("Tier"), gone.figure("Revenue"), gone.figure("Payback")]).toEqual(["", "", ""]);
    expect(gone.figure("Contacts")).toBe(5);
    expect(gone.all.flat()).toEqual(expect.arrayContaining([46.1, "gone"]));
    expect(gone.all.flat().filter((value) => ERROR.test(String(value)))).toEqual([]);
  });

  test("opportunities are qualified as KAM.BANT does, and actions earn per hour", () => {
    const words = plans[1]!.all.flat();
    expect(words).toEqual(expect.arrayContaining(["Qualified", "Unknown: Budget, Timing", "Qualified: decide", "Not qualified, yet bid for", "overdue by 12 days", 1500, "16 of 25, high", "nobody knows"]));
  });
});

withOffice("plans over awkward lists", () => {
  test("a plain range with hostile keys and names, without margins and without scores, shows words and no error", async () => {
    const rows: CellValue[][] = [
      ["Customer no", "Customer", "Turnover 2024", "Turnover 2025"],
      ["=1+1", '=HYPERLINK("http://x")', 88.8, 799.75],
      ["*", "Any <b>bold</b> & Co", "", ""],
      ["A?", "x".repeat(300), 403.2, 5960.78],
      [4711, "", 1_200_000_000, 1_300_000_000],
      ["E1", "Broken", "#N/A", "#DIV/0!"],
    ];
    const plans = await plansOf(portfolioOf(rows, [], [], undefined), ["=1+1", "*", "A?", 4711], false);
    expect(plans.map(({ figure }) => figure("ListRow"))).toEqual([1, 2, 3, 4]);
    // One account's broken cell takes nothing from the others: 799.75 of 1,300,006,760.53.
    const share = plans[0]!.all.find((cells) => cells.includes("Share of all accounts"))!;
    expect(share.some((value) => typeof value === "number" && Math.abs(value - 799.75 / 1_300_006_760.53) < 1e-12)).toBe(true);
    expect(plans.map(({ figure }) => figure("Account"))).toEqual([rows[1]![1], rows[2]![1], rows[3]![1], "4711"]);
    for (const { all, figure } of plans) {
      expect(all.flat().filter((value) => ERROR.test(String(value)))).toEqual([]);
      expect(figure("Tier")).toBe("");
      expect(all.flat()).toContain("not scored yet");
    }
    expect(plans[1]!.figure("Payback")).toBe("");
    expect(plans[0]!.plan.names.map(({ name }) => name)).toContain(KEY_NAME);
  }, 120_000);

  test("scores written into the list itself are found without a scorecard", async () => {
    const rows: CellValue[][] = [
      ["Account ID", "Account", "Revenue 2025", "KAM Score", "KAM Rank", "KAM Tier", "KAM Gate", "KAM Size points"],
      ["A", "Acme", 1_500_000, 75, 1, "A", "", 75],
      ["B", "Bold", 500_000, 25, 2, "C", "Margin missing", 25],
      ["C", "Calm", 300_000, 15, 3, "C", "", 15],
    ];
    const size = { criterion: "Size", column: "Revenue 2025", weight: 1, direction: "higher", scale: "minmax", floor: 0, ceiling: 2_000_000, missing: "skip" } as const;
    const [best, other] = await plansOf(portfolioOf(rows, [size], [], "Accounts"), ["A", "B"], false);
    expect([best!.figure("Tier"), best!.figure("Score"), best!.figure("Rank")]).toEqual(["A", 75, 1]);
    expect([other!.figure("Tier"), other!.figure("Gate")]).toEqual(["C", "Margin missing"]);
    const row = other!.all.find((cells) => cells[10] === "Size") as CellValue[];
    // Points 25 of 100, mean of tier C (25 + 15) / 2, and 45 points for tier B are 0.45 × 2,000,000 of revenue.
    expect(row.slice(11, 18)).toEqual([500_000, 0, 2_000_000, 1, 25, 20, 900_000]);
  }, 120_000);
});
