import { moveRangeByOffset, type Injector, type IRange } from "@univerjs/core";
import { AstTreeBuilder, type BaseAstNode, type BaseReferenceObject, ERROR_TYPE_SET, ErrorType, ErrorValueObject, type FunctionVariantType, type IFormulaCurrentConfigService as Config, IFormulaCurrentConfigService, IFormulaRuntimeService, Interpreter, Lexer } from "@univerjs/engine-formula";
import { WORKBOOK_ID } from "../blankWorkbook";
import { MAX_COLUMNS, MAX_ROWS } from "../grid";
import type { Place } from "./dependents";

/** Kinds of nodes of a read formula, by the engine's numbers. */
const NODE = { reference: 1, function: 4, union: 10, prefix: 11, suffix: 12 } as const;

/** More read formulas than these are not kept: those that stand in one cell only are read again. */
const MOST_KEPT = 20_000;

/** What a formula refers to, as it stands in the cell where its pattern was read first. */
interface Reference {
  /** Undefined: the sheet of the formula itself. */
  readonly sheetId: string | undefined;
  readonly range: IRange;
  /** Cells move along with the formula as far as they are relative, tables stay, and `[@Column]` is in the formula's row. */
  readonly moves: "relative" | "never" | "row";
}

/** A formula text that many cells share, read once. */
export interface Pattern {
  readonly key: string;
  readonly text: string;
  readonly row: number;
  readonly column: number;
  readonly users: Set<Formula>;
  readonly references: readonly Reference[];
  /** Parts whose cells are only known when they are computed: `A1:INDEX(…)`, `@A1:A9`. */
  readonly computed: readonly BaseAstNode[];
  /** OFFSET and INDIRECT: which cells they read may be different each time. */
  readonly wandering: readonly BaseAstNode[];
  /** When it is computed although nothing it reads has changed: TODAY() says another thing only on another day. */
  readonly volatile: "never" | "daily" | "always";
  /** Names of the workbook are put in as they are; their references do not move along with the cell. */
  readonly usesNames: boolean;
  /** The read formula, the error of a text that cannot be read, or nothing when it is read again each time. */
  node: BaseAstNode | ErrorType | undefined;
}

/** A formula in a cell, or of a rule for one of its cells. */
export interface Formula {
  readonly sheetId: string;
  readonly row: number;
  readonly column: number;
  readonly text: string;
  pattern: Pattern;
  /** Id of the conditional format or validation, and the place of the cell within its area. */
  readonly rule: { readonly id: string; readonly x: number; readonly y: number } | undefined;
  /** The run that computes it, how many of its precedents it waits for, and whether it is computed. */
  run: number;
  waiting: number;
  done: boolean;
}

/** Reads formulas with the engine's own reader. */
export class FormulaReader {
  readonly #lexer: Lexer;
  readonly #builder: AstTreeBuilder;
  readonly #interpreter: Interpreter;
  readonly #runtime: IFormulaRuntimeService;
  readonly #config: Config;
  #kept = 0;

  constructor(injector: Injector) {
    this.#lexer = injector.get(Lexer);
    this.#builder = injector.get(AstTreeBuilder);
    this.#interpreter = injector.get(Interpreter);
    this.#runtime = injector.get(IFormulaRuntimeService);
    this.#config = injector.get(IFormulaCurrentConfigService);
  }

  read(key: string, text: string, sheetId: string, row: number, column: number): Pattern {
    const read = this.#parse(text);
    const node = typeof read === "string" ? undefined : read;
    const found = { plain: [] as BaseAstNode[], computed: [] as BaseAstNode[], wandering: [] as BaseAstNode[] };
    if (node) collect(node, found);
    this.#runtime.setCurrent(row, column, MAX_ROWS, MAX_COLUMNS, sheetId, WORKBOOK_ID);
    const references: Reference[] = [];
    const computed = [...found.computed];
    for (const part of found.plain) {
      const reference = this.#reference(part);
      if (reference) references.push(reference);
    }
    this.#kept++;
    return {
      key,
      text,
      row,
      column,
      users: new Set(),
      references,
      computed,
      wandering: found.wandering,
      volatile: found.wandering.length > 0 ? "always" : node === undefined ? "never" : volatility(node),
      usesNames: (node?.getDefinedNames()?.length ?? 0) > 0,
      node: this.#kept <= MOST_KEPT || computed.length > 0 || found.wandering.length > 0 ? read : undefined,
    };
  }

  /** The read formula; read again where it was not kept. */
  nodeOf(pattern: Pattern): BaseAstNode | ErrorType {
    if (pattern.node) return pattern.node;
    const node = this.#parse(pattern.text);
    if (pattern.users.size > 1) pattern.node = node;
    return node;
  }

  forgetAll(): void {
    this.#kept = 0;
  }

  /** The cells a formula reads. */
  places(formula: Formula): Place[] {
    const { pattern } = formula;
    const { x, y } = offsetOf(formula);
    const places: Place[] = pattern.references.map(({ sheetId, range, moves }) => ({
      sheetId: sheetId ?? formula.sheetId,
      range: whole(moves === "row" ? { ...range, startRow: formula.row, endRow: formula.row } : moves === "never" ? range : moveRangeByOffset(range, x, y)),
    }));
    for (const part of pattern.computed) places.push(...this.resolve(formula, part));
    return places;
  }

  /** Computes where a part of a formula points to. */
  resolve(formula: Formula, part: BaseAstNode): Place[] {
    const { x, y } = offsetOf(formula);
    this.setCurrent(formula);
    const value = this.#interpreter.execute({ node: part, refOffsetX: x, refOffsetY: y });
    const place = placeOf(value);
    part.resetCalculationState();
    return place ? [place] : [];
  }

  compute(formula: Formula): void {
    const node = this.nodeOf(formula.pattern);
    const { x, y } = offsetOf(formula);
    this.setCurrent(formula);
    const value = typeof node === "string" ? ErrorValueObject.create(node) : this.#interpreter.execute({ node, refOffsetX: x, refOffsetY: y });
    if (formula.rule) this.#runtime.setRuntimeOtherData(formula.rule.id, formula.rule.x, formula.rule.y, value);
    else this.#runtime.setRuntimeData(value);
    if (typeof node !== "string") node.resetCalculationState();
  }

  setCurrent({ row, column, sheetId }: Formula): void {
    const sheet = this.#config.getUnitData()[WORKBOOK_ID]?.[sheetId];
    this.#runtime.setCurrent(row, column, sheet?.rowCount ?? MAX_ROWS, sheet?.columnCount ?? MAX_COLUMNS, sheetId, WORKBOOK_ID);
  }

  /** The read formula, or the error a text that is none answers with. */
  #parse(text: string): BaseAstNode | ErrorType {
    const read = this.#lexer.treeBuilder(text);
    if (ERROR_TYPE_SET.has(read as ErrorType)) return read as ErrorType;
    return this.#builder.parse(read as Parameters<AstTreeBuilder["parse"]>[0]) ?? ErrorType.VALUE;
  }

  #reference(part: BaseAstNode): Reference | undefined {
    this.#interpreter.execute({ node: part, refOffsetX: 0, refOffsetY: 0 });
    const value = part.getValue();
    part.setValue(null);
    if (!value?.isReferenceObject()) return undefined;
    const reference = value as BaseReferenceObject;
    const forced = reference.getForcedSheetId();
    // A sheet that does not exist: nothing to wait for until a sheet is added.
    if (reference.getForcedSheetName() && !forced) return undefined;
    return { sheetId: forced || undefined, range: { ...reference.getRangeData() }, moves: reference.isCurrentRowForRange() ? "row" : reference.isTable() ? "never" : "relative" };
  }
}

/** How far a formula stands from where its pattern was read. */
function offsetOf({ row, column, pattern, rule }: Formula): { readonly x: number; readonly y: number } {
  return rule ? { x: rule.x, y: rule.y } : { x: column - pattern.column, y: row - pattern.row };
}

function placeOf(value: FunctionVariantType): Place | undefined {
  if (!value.isReferenceObject()) return undefined;
  const { sheetId, range } = (value as BaseReferenceObject).toUnitRange();
  return { sheetId, range: whole(range) };
}

/** Whole columns and rows as the blocks they are. */
function whole(range: IRange): IRange {
  const { startRow, endRow, startColumn, endColumn } = range;
  if (startRow + endRow + startColumn + endColumn >= 0) return { startRow, endRow, startColumn, endColumn };
  return {
    startRow: startRow >= 0 ? startRow : 0,
    endRow: endRow >= 0 ? endRow : MAX_ROWS - 1,
    startColumn: startColumn >= 0 ? startColumn : 0,
    endColumn: endColumn >= 0 ? endColumn : MAX_COLUMNS - 1,
  };
}

function collect(node: BaseAstNode, found: { readonly plain: BaseAstNode[]; readonly computed: BaseAstNode[]; readonly wandering: BaseAstNode[] }): void {
  for (const child of node.getChildren()) {
    const type = child.nodeType as number;
    if (type === NODE.function && child.isAddress()) found.wandering.push(child);
    const computed = type === NODE.union || (type === NODE.prefix && child.getToken() === "@") || (type === NODE.suffix && child.getToken() === "#");
    if (computed) {
      if (hasFunction(child)) found.wandering.push(child);
      else found.computed.push(child);
    } else if (type === NODE.reference) found.plain.push(child);
    // Inside `A1:INDEX(…)` the arguments are read too; the corners are part of the block.
    if (!computed || hasFunction(child)) collect(child, found);
  }
}

function hasFunction(node: BaseAstNode): boolean {
  return node.getChildren().some((child) => (child.nodeType as number) === NODE.function || hasFunction(child));
}

function volatility(node: BaseAstNode): Pattern["volatile"] {
  const isToday = node.getToken().toUpperCase() === "TODAY";
  if (node.isForcedCalculateFunction() && !isToday) return "always";
  const parts = node.getChildren().map(volatility);
  return parts.includes("always") ? "always" : isToday || parts.includes("daily") ? "daily" : "never";
}
