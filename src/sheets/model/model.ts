import type { FigureUnit } from "../read/figureUnits";
import type { Field } from "../read/headers";

/** The visible sheet whose tables hold everything that enters a score, a tier or a payback. */
export const MODEL_SHEET = "KAM Model";

/** Names of the model's tables. Their first columns name a line, so lines may be sorted, added and removed. */
export const MODEL_TABLES = {
  columns: "KAM_Columns",
  criteria: "KAM_Criteria",
  gates: "KAM_Gates",
  tiers: "KAM_Tiers",
  settings: "KAM_Settings",
} as const;
export type ModelTable = keyof typeof MODEL_TABLES;

/** Raised when the layout of the tables changes. Release 0.1.0 wrote none: a workbook without it has version 1. */
export const MODEL_VERSION = 2;

/** Headers of the model's tables, in their order; the criteria, gates and tiers are those KAM.SCORECARD reads. */
export const MODEL_HEADERS = {
  columns: ["Meaning", "Column", "Unit"],
  criteria: ["Criterion", "Column", "Weight", "Direction", "Scale", "Floor", "Ceiling", "Missing"],
  gates: ["Column", "Test", "Limit", "Best tier"],
  tiers: ["Tier", "From", "Service promise", "Hours per account"],
  settings: ["Setting", "Value", "Unit", "Note"],
} as const satisfies Readonly<Record<keyof typeof MODEL_TABLES, readonly string[]>>;

/** What a column of the account list means; confirmed by the user, never guessed silently. */
export interface ColumnLine {
  readonly meaning: Field;
  /** The header in the account list. */
  readonly column: string;
  readonly unit?: FigureUnit;
}

/** Which figures are better. */
export const DIRECTIONS = ["higher", "lower"] as const;
export type Direction = (typeof DIRECTIONS)[number];

export interface CriterionLine {
  readonly criterion: string;
  /** The header in the account list. */
  readonly column: string;
  /** Any number from 0 up; only the ratio of the weights counts. */
  readonly weight: number;
  readonly direction: Direction;
  readonly scale: "minmax" | "percentile" | "zscore";
  /** Absent: the smallest (largest) present figure. */
  readonly floor?: number;
  readonly ceiling?: number;
  readonly missing: "skip" | "worst" | "average" | "error";
}

export interface GateLine {
  readonly column: string;
  readonly test: ">=" | ">" | "<=" | "<" | "=" | "<>" | "filled";
  readonly limit?: number | string;
  /** The best tier an account gets that breaks the gate; absent: the last. */
  readonly bestTier?: string;
}

export interface TierLine {
  readonly tier: string;
  /** A cut-off, a quota or a cumulative share, as the method says; the last tier takes the rest. */
  readonly from?: number;
  readonly servicePromise: string;
  /** Promised hours per account and year. */
  readonly hoursPerAccount?: number;
}

export const MODEL_METHODS = ["cutoff", "quota", "pareto", "natural", "capacity"] as const;
export type ModelMethod = (typeof MODEL_METHODS)[number];

export interface Model {
  /** Raised when the layout of the tables changes; older ones are read and brought up to date. */
  readonly version: number;
  readonly columns: readonly ColumnLine[];
  readonly criteria: readonly CriterionLine[];
  readonly gates: readonly GateLine[];
  /** Best first. */
  readonly tiers: readonly TierLine[];
  /** Values of the settings table by the words in its column Setting, among them those of `MODEL_SETTINGS`. */
  readonly settings: Readonly<Record<string, number | string>>;
}

/** Settings the tiering needs besides those of the plans (`SETTINGS`). */
export const MODEL_SETTINGS = {
  accountList: "Account list",
  method: "Method",
  buffer: "Buffer",
  hoursAvailable: "Hours available",
  modelVersion: "Model version",
} as const;
