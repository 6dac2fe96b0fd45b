import { GATE_TESTS } from "../../core/scoring/gate";
import { SCALES } from "../../core/scoring/scaling";
import { MISSING_RULES } from "../../core/scoring/weighting";
import { isBlank } from "../cellValue";
import { fieldOfLabel, FIELD_LABELS } from "../read/fieldLabels";
import { DIRECTIONS, MODEL_SETTINGS, MODEL_TABLES, MODEL_VERSION, type ColumnLine, type CriterionLine, type GateLine, type Model, type ModelMethod, type ModelTable, type TierLine } from "./model";
import { linesOf, cited, type ModelCells, type ModelComplaint, type ModelLine } from "./modelCells";
import { ALL_SETTINGS, isNeeded, settingKey } from "./modelSettings";
import { listed, ModelReader } from "./readCell";
import { checkTiers } from "./checkTiers";

export interface ModelReading {
  /** Undefined while anything is wrong: half a model must not decide about accounts. */
  readonly model: Model | undefined;
  readonly complaints: readonly ModelComplaint[];
  /** The lines as they stand, in the order of the model's lines, also while something is wrong with them. */
  readonly lines: Readonly<Record<ModelTable, readonly ModelLine[]>>;
  /** Tables the workbook lacks: none of them is read as an empty one. */
  readonly absent: readonly ModelTable[];
  readonly version: number;
  /** The settings that could be read, also while something else is wrong. */
  readonly settings: Model["settings"];
}

/**
 * Reads the model's tables. Headers come in any order and case, lines in any order (tiers best first), blank lines and
 * columns of the user's own are passed over.
 */
export function readModel(cells: ModelCells): ModelReading {
  const reader = new ModelReader();
  const absent = (Object.keys(MODEL_TABLES) as ModelTable[]).filter((table) => !cells[table]);
  const linesIn = (table: ModelTable): readonly ModelLine[] => {
    const found = cells[table];
    if (!found) return [];
    const { lines, complaints } = linesOf(table, found);
    reader.complaints.push(...complaints);
    return complaints.length > 0 ? [] : lines;
  };
  const lines = { columns: linesIn("columns"), criteria: linesIn("criteria"), gates: linesIn("gates"), tiers: linesIn("tiers"), settings: linesIn("settings") };
  const settings = readSettings(lines.settings, reader);
  const version = typeof settings[MODEL_SETTINGS.modelVersion] === "number" ? (settings[MODEL_SETTINGS.modelVersion] as number) : 1;
  const method = (settings[MODEL_SETTINGS.method] ?? "cutoff") as ModelMethod;
  const criteria = readCriteria(lines.criteria, reader);
  const tierLines = inTierOrder(lines.tiers, method);
  const tiers = readTiers(tierLines, reader);
  if (lines.tiers.length > 0) checkTiers(tierLines, tiers, method, reader);
  const gates = readGates(lines.gates, tiers, reader);
  const columns = readColumns(lines.columns, reader);
  const sound = reader.complaints.length === 0 && absent.length === 0 && version <= MODEL_VERSION;
  return {
    model: sound ? { version, columns, criteria, gates, tiers, settings } : undefined,
    complaints: reader.complaints,
    lines: { ...lines, tiers: tierLines },
    absent,
    version,
    settings,
  };
}

const NAME_OF_LIST = "Type the header of a column of the account list.";

function readCriteria(lines: readonly ModelLine[], reader: ModelReader): CriterionLine[] {
  const taken = new Map<string, ModelLine>();
  const criteria = lines.map((line): CriterionLine => {
    // As in KAM.SCORECARD, Criterion and Column stand in for each other.
    const column = line.text("Column") || line.text("Criterion");
    const criterion = line.text("Criterion") || column;
    if (isBlank(line.value("Criterion")) && isBlank(line.value("Column"))) reader.complain(line, "Column", "The line names no column.", NAME_OF_LIST);
    const twin = taken.get(criterion.toLowerCase());
    if (twin) reader.complain(line, "Criterion", `The criterion ${cited(criterion)} stands in ${twin.address("Criterion")} as well.`, "Give one of the two another name, or remove it.");
    else taken.set(criterion.toLowerCase(), line);
    const floor = reader.number(line, "Floor", "The floor");
    const ceiling = reader.number(line, "Ceiling", "The ceiling");
    if (floor !== undefined && ceiling !== undefined && floor >= ceiling) {
      reader.complain(line, "Floor", `The floor is ${floor}, the ceiling ${ceiling}.`, "The floor must be below the ceiling; for figures where less is better set Direction to lower.");
    }
    return {
      criterion,
      column,
      weight: readWeight(line, reader),
      direction: reader.word(line, "Direction", DIRECTIONS, "The direction"),
      scale: reader.word(line, "Scale", SCALES, "The scale"),
      missing: reader.word(line, "Missing", MISSING_RULES, "The rule for missing figures"),
      ...(floor === undefined ? {} : { floor }),
      ...(ceiling === undefined ? {} : { ceiling }),
    };
  });
  const first = lines[0];
  if (first && criteria.every(({ weight }) => weight === 0) && reader.complaints.every(({ header }) => header !== "Weight")) {
    reader.complain(first, "Weight", "Every weight is 0.", "Give at least one criterion a weight above 0.");
  }
  return criteria;
}

function readWeight(line: ModelLine, reader: ModelReader): number {
  if (isBlank(line.value("Weight"))) {
    reader.complain(line, "Weight", "The weight is blank.", `Type a number in ${line.address("Weight")}, or 0 to leave the criterion out.`);
    return 0;
  }
  const weight = reader.number(line, "Weight", "The weight") ?? 0;
  if (weight < 0) reader.complain(line, "Weight", `The weight is ${weight}, it cannot be negative.`, "Type 0 or more; where less is better set Direction to lower.");
  return weight;
}

/** A table sorted with the lowest cut-off first means the same tiers. */
function inTierOrder(lines: readonly ModelLine[], method: ModelMethod): readonly ModelLine[] {
  if (method !== "cutoff" || lines.length < 2) return lines;
  const froms = lines.map((line) => (isBlank(line.value("From")) ? -Infinity : Number(line.value("From"))));
  const rising = froms.every((from, i) => i === 0 || from > (froms[i - 1] as number));
  return rising ? [...lines].reverse() : lines;
}

function readTiers(lines: readonly ModelLine[], reader: ModelReader): TierLine[] {
  return lines.map((line) => {
    const from = reader.number(line, "From", "From");
    const hoursPerAccount = reader.number(line, "Hours per account", "The hours per account");
    if (hoursPerAccount !== undefined && hoursPerAccount < 0) reader.complain(line, "Hours per account", `The hours per account are ${hoursPerAccount}.`, "Type 0 or more.");
    return {
      tier: reader.text(line, "Tier", "The tier's name", "Type a name such as A, Gold or Premier League."),
      servicePromise: line.text("Service promise"),
      ...(from === undefined ? {} : { from }),
      ...(hoursPerAccount === undefined ? {} : { hoursPerAccount }),
    };
  });
}

function readGates(lines: readonly ModelLine[], tiers: readonly TierLine[], reader: ModelReader): GateLine[] {
  return lines.map((line) => {
    const column = reader.text(line, "Column", "The column of the gate", NAME_OF_LIST);
    if (isBlank(line.value("Test"))) reader.complain(line, "Test", "The test is blank.", `Choose ${listed(GATE_TESTS)} in ${line.address("Test")}.`);
    const test = reader.word(line, "Test", GATE_TESTS, "The test");
    const bestTier = line.text("Best tier");
    const known = tiers.find(({ tier }) => tier.toLowerCase() === bestTier.toLowerCase());
    if (bestTier !== "" && !known) reader.complain(line, "Best tier", `There is no tier ${cited(bestTier)}.`, `Choose ${listed(tiers.map(({ tier }) => tier))}, or leave it blank for the last.`);
    return { column, test, ...readLimit(line, test, reader), ...(known ? { bestTier: known.tier } : {}) };
  });
}

function readLimit(line: ModelLine, test: GateLine["test"], reader: ModelReader): { readonly limit?: number | string } {
  if (test === "filled" || isBlank(line.value("Test"))) return {};
  const value = line.value("Limit");
  if (isBlank(value)) reader.complain(line, "Limit", `The limit is blank, ${test} needs one.`, `Type a number in ${line.address("Limit")}.`);
  else if (typeof value === "string" && (test === "=" || test === "<>")) return { limit: value.trim() };
  else {
    const limit = reader.number(line, "Limit", "The limit");
    return limit === undefined ? {} : { limit };
  }
  return {};
}

function readColumns(lines: readonly ModelLine[], reader: ModelReader): ColumnLine[] {
  return lines.flatMap((line) => {
    const words = line.text("Meaning");
    const meaning = fieldOfLabel(words);
    if (meaning === undefined) {
      reader.complain(line, "Meaning", words === "" ? "The meaning is blank." : `${cited(words)} is no meaning KAM Planner knows.`, `Choose ${listed(Object.values(FIELD_LABELS))}, or remove the line.`);
      return [];
    }
    const column = reader.text(line, "Column", "The column", NAME_OF_LIST);
    const unit = reader.word(line, "Unit", ["share", "percent", "amount"] as const, "The unit");
    return [{ meaning, column, ...(line.text("Unit") === "" ? {} : { unit }) }];
  });
}

/** Values by the words of the column Setting; of two equal lines the first counts, as in the plans' formulas. */
function readSettings(lines: readonly ModelLine[], reader: ModelReader): Record<string, number | string> {
  const values: Record<string, number | string> = {};
  const known = new Map(ALL_SETTINGS.map((setting) => [settingKey(setting.name), setting]));
  const seen = new Set<string>();
  for (const line of lines) {
    const key = settingKey(line.text("Setting"));
    if (key === "" || seen.has(key)) continue;
    seen.add(key);
    const setting = known.get(key);
    const value = line.value("Value");
    if (isBlank(value)) {
      if (setting && isNeeded(setting)) reader.complain(line, "Value", `${setting.name} is blank.`, `Type ${setting.style === "text" ? "a text" : "a number"} in ${line.address("Value")}.`);
    } else if (!setting) {
      values[line.text("Setting")] = typeof value === "boolean" ? String(value) : value;
    } else if (setting.words) {
      values[setting.name] = reader.word(line, "Value", setting.words, setting.name);
    } else if (setting.style === "text") {
      values[setting.name] = reader.text(line, "Value", setting.name, "Type a text.");
    } else {
      const number = reader.number(line, "Value", setting.name);
      const bounds = setting.bounds;
      if (number !== undefined && bounds && (number < bounds.least || number > bounds.most)) {
        reader.complain(line, "Value", `${setting.name} is ${number}.`, `Type a number from ${bounds.least} to ${bounds.most}.`);
      } else if (number !== undefined) values[setting.name] = number;
    }
  }
  return values;
}

