import { OPTIONAL_SCORECARD_HEADERS, pointsHeader, SCORECARD_HEADERS } from "../model/scorecardTable";
import type { StyleName } from "../styles";

/** Columns that make the formulas short and checkable; they stand behind everything else. */
export const WORKING_HEADERS = { before: "Tier before", note: "Note", counted: "Counted weight", place: "List row", best: "Best share", worst: "Worst share", larger: "Points of larger" } as const;

/** What the figure of a criterion is called beside its points. */
export const figureHeader = (criterion: string): string => `${criterion} figure`;
/** Shares that are written as values, where a formula for each would take minutes. */
export const shareHeader = (criterion: string): string => `${criterion} share`;

/** What a gate looks at, as it stands in the list. */
export const gateHeader = (column: string): string => `${column} checked`;

/** One column of the scorecard: what it holds decides its formula, its value and its look. */
export interface ScorecardColumn {
  readonly header: string;
  readonly kind: keyof typeof SCORECARD_HEADERS | keyof typeof OPTIONAL_SCORECARD_HEADERS | keyof typeof WORKING_HEADERS | "points" | "figure" | "share" | "gateValue";
  /** 0-based place of the criterion, for points, figures and shares; of the first gate that looks at a value. */
  readonly criterion?: number;
  readonly style: StyleName;
  /** In points. */
  readonly width: number;
}

/** Which columns a scorecard has. */
export interface ColumnWishes {
  readonly criteria: readonly string[];
  /** The list's columns the gates look at, gate by gate. */
  readonly gates: readonly string[];
  /** Formulas need the working columns, values do not, but for the row in the list where keys repeat. */
  readonly formulas: boolean;
  readonly stability: boolean;
  readonly next: boolean;
  /** With a buffer the tier before decides as well. */
  readonly before: boolean;
  readonly larger: boolean;
  /** Whether some accounts of the list have one key. */
  readonly repeatedKeys: boolean;
  /** Places of criteria whose shares are values. */
  readonly valueShares: ReadonlySet<number>;
}

const FIXED: readonly ScorecardColumn[] = [
  { kind: "key", header: SCORECARD_HEADERS.key, style: "left", width: 78 },
  { kind: "account", header: SCORECARD_HEADERS.account, style: "left", width: 190 },
  { kind: "score", header: SCORECARD_HEADERS.score, style: "scoreFigure", width: 48 },
  { kind: "rank", header: SCORECARD_HEADERS.rank, style: "whole", width: 42 },
  { kind: "tier", header: SCORECARD_HEADERS.tier, style: "tierCell", width: 70 },
  { kind: "gate", header: SCORECARD_HEADERS.gate, style: "left", width: 170 },
  { kind: "strongest", header: SCORECARD_HEADERS.strongest, style: "left", width: 116 },
  { kind: "weakest", header: SCORECARD_HEADERS.weakest, style: "left", width: 116 },
  { kind: "missing", header: SCORECARD_HEADERS.missing, style: "left", width: 100 },
];

/** The scorecard's columns in their order. */
export function scorecardColumns(wishes: ColumnWishes): ScorecardColumn[] {
  const each = (kind: "points" | "figure" | "share", headerOf: (criterion: string) => string, style: StyleName): ScorecardColumn[] =>
    wishes.criteria.map((name, criterion) => ({ kind, criterion, header: headerOf(name), style, width: 66 }));
  const working = (kind: keyof typeof WORKING_HEADERS, style: StyleName, width: number): ScorecardColumn => ({ kind, header: WORKING_HEADERS[kind], style, width });
  return [
    ...FIXED,
    ...each("points", pointsHeader, "criterionPoints"),
    ...(wishes.stability ? [{ kind: "stability", header: OPTIONAL_SCORECARD_HEADERS.stability, style: "percent", width: 60 } as const] : []),
    ...(wishes.next ? [{ kind: "next", header: OPTIONAL_SCORECARD_HEADERS.next, style: "left", width: 190 } as const] : []),
    ...(wishes.before ? [working("before", "centered", 70)] : []),
    ...(wishes.formulas
      ? [
          working("note", "left", 130),
          ...each("figure", figureHeader, "general"),
          ...each("share", shareHeader, "general").filter(({ criterion }) => wishes.valueShares.has(criterion as number)),
          ...gateValues(wishes.gates),
          working("counted", "general", 60),
          working("best", "general", 60),
          working("worst", "general", 60),
          working("place", "whole", 50),
          ...(wishes.larger ? [working("larger", "score", 60)] : []),
        ]
      : wishes.repeatedKeys
        ? [working("place", "whole", 50)]
        : []),
  ];
}

/** One column for each column of the list, however many gates look at it. */
const gateValues = (gates: readonly string[]): ScorecardColumn[] =>
  gates.flatMap((column, gate) => (gates.findIndex((other) => other.toLowerCase() === column.toLowerCase()) === gate ? [{ kind: "gateValue", criterion: gate, header: gateHeader(column), style: "general", width: 66 } as const] : []));
