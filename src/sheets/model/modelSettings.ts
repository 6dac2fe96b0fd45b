import { SETTINGS, type Setting } from "../formulas/settings";
import { MODEL_METHODS, MODEL_SETTINGS, MODEL_VERSION } from "./model";

/** A line of the settings table, as it is written first and checked when it is read. */
export interface ModelSetting extends Omit<Setting, "value"> {
  /** Absent: nobody can know it before the user types it. */
  readonly value?: number | string;
  /** The only words allowed. */
  readonly words?: readonly string[];
}

const TIERING: readonly ModelSetting[] = [
  { name: MODEL_SETTINGS.accountList, unit: "", note: "Name of the table, or address of the range, that holds the accounts", style: "text" },
  { name: MODEL_SETTINGS.method, value: "cutoff", unit: "", note: "What From in the tiers means: a score (cutoff), how many accounts (quota), a share of all points (pareto); natural and capacity find it", style: "text", words: MODEL_METHODS },
  { name: MODEL_SETTINGS.buffer, value: 0, unit: "points", note: "An account keeps its tier until its score is this far beyond the cut-off", style: "score", bounds: { least: 0, most: 100 } },
  { name: MODEL_SETTINGS.hoursAvailable, unit: "hours a year", note: "What the whole team has for its accounts; compared with what the tiers promise", style: "money", bounds: { least: 0, most: 10_000_000 } },
  { name: MODEL_SETTINGS.modelVersion, value: MODEL_VERSION, unit: "", note: "Written by KAM Planner; tells later releases how to read this sheet", style: "whole" },
];

/** Everything the settings table holds, in the order it is written. */
export const ALL_SETTINGS: readonly ModelSetting[] = [...Object.values(SETTINGS), ...TIERING];

/** Settings without which a plan or a tiering cannot be calculated. */
export const isNeeded = (setting: ModelSetting): boolean => setting.value !== undefined && setting.name !== MODEL_SETTINGS.modelVersion;

/** Setting names are equal when they differ only in case and outer spaces, as MATCH finds them. */
export const settingKey = (name: string): string => name.trim().toLocaleLowerCase("en");
