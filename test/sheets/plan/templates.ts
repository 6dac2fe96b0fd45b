import type { SheetPlan } from "../../../src/sheets/sheetPlan";
import { planTemplateSheet } from "../../../src/sheets/plan/planTemplateSheet";
import type { PlanSources, PlanVariant } from "../../../src/sheets/plan/planSources";
import type { AccountList } from "../../../src/sheets/read/accountList";
import { HEADS, listOf } from "../read/sampleList";

export const FULL_HEADS = [...HEADS, "Category spend", "Days late", "Growth", "Tier", "Score", "Rank", "Industry", "Country", "Reviewer"] as const;

const MODEL_TABLES = ["columns", "criteria", "gates", "tiers", "settings"] as const;

/** Sources over a list: everything the model has and a scorecard, or only the settings. */
export const fullSources = (list: AccountList): PlanSources => ({ list, marginUnit: "share", growthUnit: "share", modelTables: new Set(MODEL_TABLES), scorecardHeaders: ["Account ID", "Account", "Missing", "Size points"] });
export const bareSources = (list: AccountList): PlanSources => ({ list, marginUnit: "share", growthUnit: "share", modelTables: new Set(["settings"]) });

export const template = (variant: PlanVariant, sources: PlanSources, key: string | number = "A1"): SheetPlan => planTemplateSheet({ sheetName: "Acme", variant, sources, key, paper: "A4", locked: false });

export const fullList = (tableName: string | undefined = "Accounts"): AccountList => listOf([[...FULL_HEADS], FULL_HEADS.map(() => 1)], tableName);
export const leanList = (): AccountList => listOf([["Account ID", "Account"], ["A1", "Acme"]]);
