import { listNamed } from "../../../src/app/model/findAccountList";
import { headersReference } from "../../../src/app/model/chooseList";
import { applyPreset, planPreset } from "../../../src/app/model/presets";
import type { ColumnLine } from "../../../src/sheets/model/model";
import { modelSheet } from "../../../src/sheets/model/modelSheet";
import { anchorText, PRESETS, TIER_NAMES } from "../../../src/sheets/model/presets";
import { readModel } from "../../../src/sheets/model/readModel";
import { STARTING_MODEL } from "../../../src/sheets/model/startingModel";
import { cellsOfPlan } from "../../sheets/model/plannedCells";
import { MemoryListStore } from "./memoryListStore";
import { MemoryModelStore } from "./memoryModelStore";

const HEAD = ["ID", "Sales 2023", "Sales 2025", "GM", "Spend", "DBT"];
const COLUMNS: readonly ColumnLine[] = [
  { meaning: "key", column: "ID" },
  { meaning: "revenue", column: "Sales 2025" },
  { meaning: "revenue", column: "Sales 2023" },
  { meaning: "margin", column: "GM", unit: "share" },
  { meaning: "wallet", column: "Spend" },
  { meaning: "daysLate", column: "DBT" },
];

async function setUp(columns = COLUMNS) {
  const list = new MemoryListStore([[...HEAD], ["A", 100, 121, 0.1, 500, 3]], "Accounts");
  const store = new MemoryModelStore(cellsOfPlan(modelSheet("KAM Model", { ...STARTING_MODEL, columns })));
  const place = await listNamed(list, "Accounts");
  const { lines } = readModel((await store.load()).cells);
  return { list, store, place, lines };
}
const selection = PRESETS[0]!;

test("a preset uses confirmed columns, offers the others, and leaves out what cannot be had", async () => {
  const { place, lines } = await setUp();
  const planned = planPreset(selection, place, lines);
  expect(planned.criteria.map((one) => [one.criterion.criterion, one.kind, one.kind === "column" ? one.column : one.kind === "offered" ? one.newColumn.header : one.why])).toEqual([
    ["Sales", "column", "Sales 2025"],
    ["Margin", "column", "GM"],
    ["Consistent growth", "offered", "Growth a year"],
    ["Headroom", "offered", "Headroom"],
    ["Prompt payment", "column", "DBT"],
    ["Access to objectives", "offered", "Access 0-5"],
    ["Openness", "offered", "Openness 0-5"],
    ["Relationship", "offered", "Relationship 0-5"],
  ]);
  // Two years from 2023 to 2025; 121 / 100 is 10 % a year.
  expect(planned.criteria[2]).toMatchObject({ newColumn: { formula: '=IF(AND(ISNUMBER(B2),ISNUMBER(C2)),IF(AND(B2>0,C2>=0),(C2/B2)^(1/2)-1,""),"")' } });
  expect(planned.criteria[3]).toMatchObject({ newColumn: { formula: '=IF(AND(ISNUMBER(E2),ISNUMBER(C2)),E2-C2,"")' } });
  const bare = await setUp([{ meaning: "key", column: "ID" }]);
  expect(planPreset(selection, bare.place, bare.lines).criteria.filter(({ kind }) => kind === "leftOut").map(({ criterion }) => criterion.criterion)).toEqual(["Sales", "Margin", "Consistent growth", "Headroom", "Prompt payment"]);
});

test("the big buyer below cost who pays late is kept out by gates", async () => {
  const { place, lines } = await setUp();
  expect(planPreset(selection, place, lines).gates).toEqual([
    { Column: "GM", Test: ">", Limit: 0, "Best tier": "C" },
    { Column: "DBT", Test: "<=", Limit: 30, "Best tier": "C" },
  ]);
});

test("only wished columns are added to the list, and the model is sound afterwards", async () => {
  const { list, store, place, lines } = await setUp();
  await applyPreset(store, list, place, lines, planPreset(selection, place, lines), new Set(["Access 0-5", "Growth a year"]));
  expect(list.added.map(({ header, bounds }) => [header, bounds])).toEqual([["Growth a year", undefined], ["Access 0-5", { least: 0, most: 5 }]]);
  // The model's drop-downs offer the added columns as well.
  expect(store.offered).toEqual([headersReference({ ...place, body: { ...place.body, columnCount: place.body.columnCount + 2 } })]);
  const { model } = readModel((await store.load()).cells);
  expect(model?.criteria.map(({ criterion, column, weight, direction }) => [criterion, column, weight, direction])).toEqual([
    ["Sales", "Sales 2025", 15, "higher"],
    ["Margin", "GM", 20, "higher"],
    ["Consistent growth", "Growth a year", 15, "higher"],
    ["Prompt payment", "DBT", 10, "lower"],
    ["Access to objectives", "Access 0-5", 10, "higher"],
  ]);
  expect(model?.gates).toHaveLength(2);
});

test("every preset combines several criteria of which none rules and turnover is at most one", () => {
  for (const { criteria } of PRESETS) {
    const total = criteria.reduce((sum, { weight }) => sum + weight, 0);
    expect(total).toBe(100);
    expect(criteria.length).toBeGreaterThanOrEqual(5);
    expect(Math.max(...criteria.map(({ weight }) => weight))).toBeLessThanOrEqual(30);
    expect(criteria.filter(({ source }) => source.field === "revenue").length).toBeLessThanOrEqual(1);
  }
});

test("each level of a rating is described, short enough for the note Excel shows", () => {
  const anchors = PRESETS.flatMap(({ criteria }) => criteria.flatMap(({ source }) => (source.kind === "rating" ? [source.anchors] : [])));
  expect(anchors.length).toBeGreaterThan(0);
  for (const levels of anchors) {
    expect(new Set(levels).size).toBe(6);
    expect(anchorText(levels).length).toBeLessThanOrEqual(250);
  }
});

test("tier names are sets the field uses, each name once", () => {
  expect(TIER_NAMES.map(({ tiers }) => tiers[0])).toEqual(["A", "Gold", "First class", "Premier League"]);
  for (const { tiers } of TIER_NAMES) expect(new Set(tiers).size).toBe(tiers.length);
});
