/**
 * 240 invented accounts as a CRM would export them: three years of revenue, margin, cost to serve, spend, payment and
 * relationship figures. The generator is seeded, so everybody sees the same list, and it carries the blemishes such
 * lists have: blanks, numbers stored as text, a giant that loses money and pays late, duplicate keys and names that a
 * sheet cannot be called.
 */

export type SampleCell = string | number;

export const SAMPLE_COLUMNS = [
  "Account ID",
  "Account",
  "Industry",
  "Region",
  "Owner",
  "Revenue 2023",
  "Revenue 2024",
  "Revenue 2025",
  "Net margin",
  "Cost to serve",
  "Category spend",
  "Days late",
  "Access 0-5",
  "Openness 0-5",
  "Relationship 0-5",
] as const;

export type SampleColumn = (typeof SAMPLE_COLUMNS)[number];

export const SAMPLE_SIZE = 240;

const FIRST = ["Alder", "Birch", "Cedar", "Dunmore", "Elstree", "Fairway", "Granby", "Harrow", "Ilford", "Juniper", "Kestrel", "Linden", "Marlow", "Norwood", "Oakham", "Pemberton", "Quayside", "Rowan", "Selby", "Thornton"];
const SECOND = ["Foods", "Logistics", "Retail", "Chemicals", "Packaging", "Medical", "Energy", "Textiles", "Automotive", "Instruments", "Breweries", "Paper"];
const FORMS = ["plc", "Ltd", "GmbH", "S.A.", "AB", "B.V.", "Inc.", "S.p.A."];
const REGIONS = ["North", "South", "East", "West", "Export"];
const OWNERS = ["M. Becker", "J. Okafor", "S. Lindqvist", "A. Moreau", "R. Patel", "T. Novak"];

/** Mulberry32: a small, public-domain generator; equal seeds give equal lists everywhere. */
function randomNumbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

function account(index: number, random: () => number): SampleCell[] {
  const between = (low: number, high: number) => low + (high - low) * random();
  const pick = (words: readonly string[]) => words[Math.floor(random() * words.length)] as string;
  const rating = () => Math.min(5, Math.floor(random() * 6));
  // Sales of a customer base are skewed: few large, many small.
  const revenue2023 = Math.round(Math.exp(between(9.5, 14.8)));
  const revenue2024 = Math.round(revenue2023 * between(0.86, 1.22));
  const revenue2025 = Math.round(revenue2024 * between(0.86, 1.24));
  return [
    `A-${String(index + 1).padStart(4, "0")}`,
    `${FIRST[index % FIRST.length]} ${SECOND[Math.floor(index / FIRST.length) % SECOND.length]} ${FORMS[(index * 7) % FORMS.length]}`,
    SECOND[Math.floor(index / FIRST.length) % SECOND.length] as string,
    pick(REGIONS),
    pick(OWNERS),
    revenue2023,
    revenue2024,
    revenue2025,
    Math.round(between(0.015, 0.19) * 1000) / 1000,
    Math.round(revenue2025 * between(0.02, 0.09)),
    Math.round(revenue2025 / between(0.12, 0.85)),
    Math.round(between(-6, 48)),
    rating(),
    rating(),
    rating(),
  ];
}

/** What a real export looks like after a few years. Rows count from 0. */
const BLEMISHES: readonly (readonly [row: number, column: SampleColumn, value: SampleCell])[] = [
  // The giant everybody calls a key account: it loses money and pays late.
  [6, "Account", "Granby Foods International Holdings plc"],
  [6, "Revenue 2023", 7_900_000],
  [6, "Revenue 2024", 8_650_000],
  [6, "Revenue 2025", 9_400_000],
  [6, "Net margin", -0.031],
  [6, "Cost to serve", 912_000],
  [6, "Days late", 74],
  // Not known is not zero.
  [14, "Net margin", ""],
  [37, "Net margin", ""],
  [58, "Revenue 2023", ""],
  [58, "Revenue 2024", ""],
  [73, "Days late", ""],
  [96, "Category spend", ""],
  [131, "Relationship 0-5", ""],
  [172, "Owner", ""],
  [201, "Openness 0-5", ""],
  // Typed or pasted as text.
  [22, "Revenue 2025", "184,500"],
  [109, "Net margin", "8.4 %"],
  [187, "Days late", "n/a"],
  // Names a sheet cannot have as they are.
  [30, "Account", "Kestrel/Logistics: North & South [UK]"],
  [44, "Account", "'Elstree' Retail"],
  [45, "Account", "Fairway Retail Group Northern Region GmbH"],
  [46, "Account", "Fairway Retail Group Northern Region AG"],
  [61, "Account", "=1+1 Consulting"],
  [84, "Account", "株式会社オーク 🌳"],
  [85, "Account", "شركة النخيل"],
  // The same customer twice, once under the same key.
  [120, "Account ID", "A-0119"],
  [120, "Account", "Thornton Automotive Limited"],
  [203, "Account", "Dunmore Breweries plc "],
];

/** The accounts, a row each, in the order of SAMPLE_COLUMNS; "" is a blank cell. */
export function sampleAccounts(): SampleCell[][] {
  const random = randomNumbers(20260101);
  const rows = Array.from({ length: SAMPLE_SIZE }, (_, index) => account(index, random));
  for (const [row, column, value] of BLEMISHES) {
    (rows[row] as SampleCell[])[SAMPLE_COLUMNS.indexOf(column)] = value;
  }
  return rows;
}
