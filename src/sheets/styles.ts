/** Fixed colours of generated sheets, chosen for 4.5:1 contrast on their ground; nothing else in the product names a sheet colour. */
export const INK = "#1B2A41";
const ACCENT = "#0F6CBD";
const ACCENT_TEXT = "#115EA3";
const HEAD = "#EBF1F8";
const TILE = "#F3F7FB";
const INPUT = "#FFF8E1";
const RULE = "#C9D5E3";
const MUTED = "#5B6673";
const PALE_INK = "#C7D3E3";
const GOOD = "#0B6A0B";
const ATTENTION = "#A4370B";
const GOLD = "#C58B12";
const WHITE = "#FFFFFF";
/** From strong to pale: tiers differ in lightness too, so that they can be told apart in grey. */
const TIER_BEST = "#0F4C8A";
const TIER_HIGH = "#8CC4F0";
const TIER_MIDDLE = "#D3E8F8";
const TIER_LOW = "#EEF0F2";

export const TAB_COLORS = { plan: ACCENT, model: GOLD, scores: INK } as const;
export const CHART_LINE = ACCENT;
export const CHART_TEXT = MUTED;
export const CHART_COLORS = { accent: ACCENT, gold: GOLD, muted: "#9AA5B1" } as const;

export type Alignment = "Left" | "Center" | "Right" | "CenterAcrossSelection";

/** How cells look. Every property is optional; absent means the sheet's default. */
export interface Look {
  readonly fill?: string;
  readonly color?: string;
  readonly size?: number;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly align?: Alignment;
  readonly valign?: "Top" | "Center" | "Bottom";
  readonly indent?: number;
  readonly wrap?: boolean;
  /** False leaves the cell free on a protected sheet. */
  readonly locked?: false;
  /** Makes the letters smaller where a figure would not fit. */
  readonly shrink?: boolean;
  readonly format?: string;
  readonly bottom?: { readonly color: string; readonly weight: "Hairline" | "Thin" | "Medium" };
  readonly left?: { readonly color: string; readonly weight: "Thin" | "Medium" | "Thick" };
}

const hairline = { color: RULE, weight: "Hairline" } as const;

/** Number formats, in the en-US form Office.js takes; Excel shows them in the reader's own separators. */
export const FORMATS = {
  money: "#,##0;-#,##0;0",
  percent: "0.0 %;-0.0 %;0.0 %",
  date: "dd mmm yyyy",
  years: "0.0",
  score: "0.0",
  whole: "0",
  /** Limits may be shares or amounts of money: only large ones need separators. */
  amount: "[>=1000]#,##0;[<=-1000]-#,##0;General",
  /** A figure of any kind: separators from a thousand on, else as many digits as it has. */
  anyFigure: "[<1000]General;#,##0",
  /** Enough digits to act on, whatever the unit. */
  neededFigure: "[<1]0.000;[<1000]0.0;#,##0",
  planDate: "d mmm yy",
  wholePercent: "0 %",
  moneyChange: "+#,##0;-#,##0;0",
  percentChange: "+0.0 %;-0.0 %;0.0 %",
  scoreChange: "+0.0;-0.0;0.0",
} as const;

/** Styles by meaning. Later styles are laid over earlier ones on the same cells. */
export const STYLES = {
  sheet: { color: INK, size: 9, valign: "Center" },
  band: { fill: INK, color: WHITE },
  title: { size: 20, bold: true },
  bandNote: { color: PALE_INK },
  badge: { fill: GOLD, color: INK, bold: true, size: 13, align: "CenterAcrossSelection" },
  badgePlain: { fill: ACCENT, color: WHITE },
  bandFigure: { bold: true, size: 11, align: "Right" },
  strip: { fill: HEAD },
  label: { color: MUTED, size: 8 },
  strong: { bold: true },
  step: { fill: HEAD, color: MUTED, align: "CenterAcrossSelection" },
  stepEdge: { left: { color: WHITE, weight: "Thick" } },
  stepDone: { color: ACCENT_TEXT },
  stepNow: { fill: ACCENT, color: WHITE, bold: true },
  tile: { fill: TILE },
  tileEdge: { left: { color: ACCENT, weight: "Thick" }, indent: 1 },
  tileCaption: { color: MUTED, size: 8 },
  tileFigure: { size: 17, bold: true },
  tileNote: { color: MUTED, size: 8 },
  section: { color: ACCENT_TEXT, bold: true, size: 11, valign: "Bottom" },
  sectionRule: { bottom: { color: ACCENT, weight: "Medium" } },
  sectionSummary: { color: MUTED, italic: true, size: 8, align: "Right", valign: "Bottom" },
  head: { fill: HEAD, color: MUTED, bold: true, size: 8 },
  row: { bottom: hairline },
  figure: { align: "Right" },
  centered: { align: "Center" },
  left: { align: "Left" },
  spaced: { indent: 1 },
  input: { fill: INPUT, bottom: hairline, locked: false },
  live: { fill: WHITE },
  total: { bold: true, bottom: { color: INK, weight: "Thin" } },
  note: { color: MUTED, italic: true, size: 8 },
  good: { color: GOOD, bold: true },
  attention: { color: ATTENTION, bold: true },
  beyond: { color: "#9AA5B1" },
  money: { format: FORMATS.money, align: "Right" },
  percent: { format: FORMATS.percent, align: "Right" },
  date: { format: FORMATS.date, align: "Left" },
  years: { format: FORMATS.years, align: "Right" },
  score: { format: FORMATS.score, align: "Right" },
  whole: { format: FORMATS.whole, align: "Right" },
  amount: { format: FORMATS.amount, align: "Right" },
  text: { align: "Left" },
  wrapped: { wrap: true },
  // Account plans.
  smallest: { size: 9 },
  badgeNone: { fill: INK, color: INK },
  /** Smaller letters where a word would not fit. */
  fitted: { align: "Left", shrink: true },
  fittedAfter: { align: "Left", indent: 1, shrink: true },
  openCount: { format: '0" open"', color: MUTED, size: 8, align: "Right", valign: "Bottom" },
  points: { format: '0.0" points"', align: "Right" },
  rank: { format: '"rank "0', align: "Right" },
  listRow: { format: '"row "0" of the list"', color: MUTED, size: 8, align: "Right" },
  scoreRow: { format: '"row "0" of the scorecard"', color: MUTED, size: 8, align: "Right" },
  gapCount: { format: '[=0]"none";[=1]0" gap";0" gaps"', align: "Left" },
  driftCount: { format: '[=0]"nothing moved";0" moved"', align: "Right" },
  stepNote: { color: MUTED, size: 8, align: "Left" },
  legend: { color: MUTED, size: 8 },
  planMoney: { format: FORMATS.money, align: "Right", shrink: true },
  planDate: { format: FORMATS.planDate, align: "Left" },
  anyFigure: { format: FORMATS.anyFigure, align: "Right", shrink: true },
  wholePercent: { format: FORMATS.wholePercent, align: "Right" },
  neededFigure: { format: FORMATS.neededFigure, align: "Right", shrink: true },
  moneyChange: { format: FORMATS.moneyChange, align: "Right", shrink: true },
  percentChange: { format: FORMATS.percentChange, align: "Right" },
  scoreChange: { format: FORMATS.scoreChange, align: "Right" },
  wordRight: { align: "Right" },
  after: { align: "Left", indent: 1 },
  words: { align: "Left", wrap: true },
  wordsAfter: { align: "Left", wrap: true, indent: 1 },
  dateCentered: { format: FORMATS.planDate, align: "Center" },
  dateAfter: { format: FORMATS.planDate, align: "Left", indent: 1 },
  formRow: { valign: "Top" },
  inputHead: { fill: INPUT, color: INK },
  soldMark: { fill: "#DFF0DF", color: GOOD },
  openMark: { fill: "#FFE9D6", color: ATTENTION },
  moved: { color: ATTENTION, bold: true },
  // Scorecards.
  general: { align: "Right", format: "General" },
  criterionPoints: { align: "Right", format: FORMATS.score, color: MUTED },
  scoreFigure: { align: "Right", format: FORMATS.score, bold: true },
  tierCell: { align: "Center", bold: true },
  tierBest: { fill: TIER_BEST, color: WHITE },
  tierHigh: { fill: TIER_HIGH, color: INK },
  tierMiddle: { fill: TIER_MIDDLE, color: INK },
  tierLow: { fill: TIER_LOW, color: INK },
} as const satisfies Readonly<Record<string, Look>>;

export type StyleName = keyof typeof STYLES;
