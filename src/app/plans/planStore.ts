import type { Area } from "../../sheets/a1";
import type { CellValue } from "../../sheets/cellValue";
import type { MadeSheet } from "../workbook";
import type { CarryOver, PlaceOf } from "./carryOver/carryOver";
import type { StoredContents } from "./carryOver/knownContents";
import type { SheetContent } from "./carryOver/sheetContent";
import type { PlanPrint, PrintChange } from "./fitPlans";
import type { ReadingFormula } from "./followPlans";
import type { RunRecord } from "./interruptedRun";

/** Where the template is. */
export interface TemplatePlace extends MadeSheet {
  readonly keyCell: Area;
}

/** The sheet plans are copied from, as it is now. */
export interface PlanTemplate extends TemplatePlace {
  /** Rows down to its last used one. */
  readonly rowCount: number;
  /** Set when it is protected: its copies are protected alike. */
  readonly protection?: ProtectionOptions;
}

/** How a protected template's copies are protected again; Excel's own options, passed on as they are. */
export type ProtectionOptions = Readonly<Record<string, unknown>>;

/** A copy of the template for an account. */
export interface NewPlan {
  readonly name: string;
  readonly key: string | number;
  /** Stands after this sheet, or after the last one. */
  readonly afterId?: string;
  /** The names of all sheets before, as `sheetNameKey`: what a failed request leaves beyond them is taken away. */
  readonly present: ReadonlySet<string>;
  /** What is brought along from the account's former plan. */
  readonly words?: CarryOver;
}

/** The plan before an update and the one that takes its place. */
export interface Succession {
  readonly former: MadeSheet & { readonly retiredName: string };
  readonly successor: MadeSheet;
}

/** What people put on a plan besides what they typed in cells. */
export const ATTACHMENTS = ["comments", "notes", "pictures", "charts"] as const;
export type Attachment = (typeof ATTACHMENTS)[number];

/** What became of it in an update: brought along, or still on the former sheet alone. */
export interface CarriedAttachments {
  readonly carried: Readonly<Record<Attachment, number>>;
  readonly left: Readonly<Record<Attachment, number>>;
}

/** Contents that replace those of a cell; a formula begins with `=`, a text is written as a text. */
export interface CellChange {
  readonly cell: Area;
  readonly values: readonly (readonly (CellValue | null)[])[];
}

/** The index table as it stands, formulas as formulas; columns in the order the user gave them. */
export interface IndexTable {
  readonly sheet: MadeSheet;
  readonly headers: readonly string[];
  readonly formulas: readonly (readonly CellValue[])[];
  readonly values: readonly (readonly CellValue[])[];
}

/** What happens to the rows of the index table. Formulas are the add-in's own, `null` leaves a cell as it is. */
export interface IndexChange {
  /** Rows that go, counted from 0 below the header. */
  readonly removed: readonly number[];
  /** New formulas of rows that stay, in the order of the headers. */
  readonly rewritten: readonly { readonly row: number; readonly formulas: readonly (string | null)[] }[];
  readonly added: readonly (readonly string[])[];
}

/**
 * What plans need of a workbook besides `Workbook`. Every method may throw a Problem, and what it could not finish it
 * takes away again; no method writes over anything typed.
 */
export interface PlanStore {
  /** Names of all tables. */
  tableNames(): Promise<readonly string[]>;
  /** Headers of a table; undefined when there is none of that name. */
  tableHeaders(name: string): Promise<readonly string[] | undefined>;
  /** Values of some columns of a table below their headers, column by column. */
  tableColumns(name: string, headers: readonly string[]): Promise<readonly (readonly CellValue[])[]>;
  template(place: TemplatePlace): Promise<PlanTemplate>;
  /** Marks the template, so that it is known when somebody renames it. */
  markTemplate(place: TemplatePlace): Promise<void>;
  /** One request: the old template gives name and mark to the new one and stays under another name. */
  replaceTemplate(old: MadeSheet & { readonly retiredName: string }, fresh: TemplatePlace): Promise<void>;
  /** One request. */
  copyTemplate(template: PlanTemplate, plan: NewPlan): Promise<MadeSheet>;
  /**
   * Copies comments, notes and pictures of a former plan to its successor and makes charts anew there, as far as this Excel
   * can; what is the template's own is there already.
   */
  carryAttachments(formerId: string, successorId: string, template: PlanTemplate, placeOf: PlaceOf): Promise<CarriedAttachments>;
  /** Everything the sheets hold. */
  contents(ids: readonly string[]): Promise<readonly SheetContent[]>;
  /** Gives the successor its name and the former plan the mark and name of one. */
  succeed(succession: Succession): Promise<void>;
  /** Takes a succession back: the former plan is the plan again, the successor is removed. */
  takeBack(succession: Succession): Promise<void>;
  /** Where the named cells of sheets are; names a sheet lacks are left out. A request or two for any number of sheets. */
  namedCells(ids: readonly string[], names: readonly string[]): Promise<readonly ReadonlyMap<string, Area>[]>;
  /** Values of one or several areas of each sheet, in a request or two. */
  values(places: readonly { readonly id: string; readonly area: Area }[]): Promise<readonly (readonly (readonly CellValue[])[])[]>;
  /**
   * Writes values into cells that the add-in owns, on protected sheets as well where no password keeps it from them: they are
   * protected again as they were. Returns the ids of sheets that could not be written.
   */
  write(changes: readonly (CellChange & { readonly id: string })[]): Promise<readonly string[]>;
  /** Formulas of cells and names that read one of the sheets, wherever they stand but on the excepted sheets. */
  formulasReading(sheetNames: readonly string[], exceptIds: readonly string[]): Promise<readonly ReadingFormula[]>;
  /** Writes them anew, sheet by sheet; returns the places that could not be written. */
  rewriteFormulas(changes: readonly ReadingFormula[]): Promise<readonly ReadingFormula["place"][]>;
  index(): Promise<IndexTable | undefined>;
  changeIndex(change: IndexChange): Promise<void>;
  /** What templates have held so far. */
  rememberedContents(): Promise<StoredContents>;
  rememberContents(contents: StoredContents): Promise<void>;
  /** How plans are printed; those that somebody prints in a way of their own are left out. */
  prints(ids: readonly string[]): Promise<readonly PlanPrint[]>;
  /** Returns the ids of plans that could not be changed, because a password protects them. */
  changePrints(changes: readonly PrintChange[]): Promise<readonly string[]>;
  /** The run that has not ended, as the workbook knows it. */
  keptRun(): Promise<RunRecord | undefined>;
  /** Puts the run down in the workbook before it begins; undefined when it has ended. */
  keepRun(record: RunRecord | undefined): Promise<void>;
  activeSheetId(): Promise<string>;
}
