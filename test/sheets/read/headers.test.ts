import { recogniseHeader } from "../../../src/sheets/read/headers";

const fieldOf = (header: string) => recogniseHeader(header)?.field;

test.each([
  ["Account ID", "key"],
  ["ACCOUNT_ID", "key"],
  ["Customer no.", "key"],
  ["Key", "key"],
  ["Kundennummer", "key"],
  ["Account", "name"],
  ["Customer Name", "name"],
  ["Société", "name"],
  ["Sales (EUR)", "revenue"],
  ["Turnover", "revenue"],
  ["Net revenue", "revenue"],
  ["Chiffre d'affaires", "revenue"],
  ["GM %", "margin"],
  ["Net margin", "margin"],
  ["Contribution margin", "margin"],
  ["Cost to serve", "costToServe"],
  ["Cost-to-Serve", "costToServe"],
  ["Growth rate", "growth"],
  ["Revenue growth %", "growth"],
  ["Category spend", "wallet"],
  ["Days late", "daysLate"],
  ["Avg. days late", "daysLate"],
  ["Account Manager", "owner"],
  ["Sales rep", "owner"],
  ["Country/Region", "place"],
  ["Industry", "industry"],
  ["Tier", "tier"],
  ["Score", "score"],
])("%s means %s", (header, field) => {
  expect(fieldOf(header)).toBe(field);
});

test.each([
  ["Revenue 2025", 2025],
  ["2025 Sales", 2025],
  ["FY25 Revenue", 2025],
  ["Sales FY 2024", 2024],
  ["Revenue '23", 2023],
])("%s is revenue of %i", (header, year) => {
  expect(recogniseHeader(header)).toEqual({ field: "revenue", year, isShare: false });
});

test("a share says so", () => {
  expect(recogniseHeader("GM %")?.isShare).toBe(true);
  expect(recogniseHeader("Margin pct")?.isShare).toBe(true);
  expect(recogniseHeader("Margin")?.isShare).toBe(false);
});

test.each(["Notes", "Phone", "Revenue target 2026", "Budget", "Plan 2026", "", "2025", "%"])("%p is not guessed", (header) => {
  expect(recogniseHeader(header)).toBeUndefined();
});
