import type { Choice } from "./choice";
import { isMissing, numberText, textConstant } from "./figure";

export type GateTest = ">=" | ">" | "<=" | "<" | "=" | "<>" | "filled";

/** One condition on one account. */
export interface GateCells {
  /** The account's figure or text: one cell. */
  readonly value: string;
  /** The name in messages: a text constant in quotes, or a cell. */
  readonly name: string;
  readonly test: Choice<GateTest>;
  /** A number, a text in quotes, or a cell that holds either; not looked at by `filled`. */
  readonly limit: string;
  /** What the limit is, where that is fixed; absent: looked at with each calculation. */
  readonly limitKind?: "number" | "text";
}

const NUMBER_TESTS = [">=", ">", "<=", "<", "=", "<>"] as const;

/** Whether the value breaks the gate: TRUE or FALSE. A missing value breaks every gate. */
export const gateIsBroken = (gate: GateCells): string => byValue(gate, { missing: "TRUE", filled: "FALSE", compared: (holds) => `NOT(${holds})` });

/**
 * All broken gates of an account joined by `; `, in exactly the words of KAM.GATE: `Margin 0.03, needs >= 0.08`; "" where
 * every gate holds.
 */
export function gateText(gates: readonly GateCells[]): string {
  return `MID(${gates.map(complaint).join("&")},3,32767)`;
}

/** "" where the gate holds, else `; ` and what is broken. */
function complaint(gate: GateCells): string {
  const { name, test } = gate;
  const sign = "word" in test ? textConstant(test.word) : test.cell;
  return byValue(gate, {
    missing: `"; "&${name}&" missing"`,
    filled: '""',
    compared: (holds, value, limit) => `IF(${holds},"","; "&${name}&" "&${value}&", needs "&${sign}&" "&${limit})`,
  });
}

/** What is to be said of a value, as formulas. */
interface Verdicts {
  readonly missing: string;
  /** Of a value that is there, where the test asks for no more. */
  readonly filled: string;
  /** Of a value compared with the limit; value and limit as they read in words. */
  readonly compared: (holds: string, value: string, limit: string) => string;
}

function byValue(gate: GateCells, verdicts: Verdicts): string {
  const { value, test } = gate;
  const present = () => {
    if ("cell" in test) return `IF(${test.cell}="filled",${verdicts.filled},${byLimit(gate, verdicts)})`;
    return test.word === "filled" ? verdicts.filled : byLimit(gate, verdicts);
  };
  return `IF(${isMissing(value)},${verdicts.missing},${present()})`;
}

function byLimit(gate: GateCells, verdicts: Verdicts): string {
  const { limit, limitKind } = gate;
  if (limitKind === "number") return asNumbers(gate, verdicts);
  if (limitKind === "text") return asTexts(gate, verdicts);
  return `IF(ISTEXT(${limit}),${asTexts(gate, verdicts)},${asNumbers(gate, verdicts)})`;
}

/** TRUE and FALSE count as 1 and 0; a text is refused. */
function asNumbers({ value, test, limit }: GateCells, { compared }: Verdicts): string {
  const holds = (sign: string) => `N(${value})${sign}${limit}`;
  const anyTest = (cell: string) => `CHOOSE(MATCH(${cell},{${NUMBER_TESTS.map(textConstant).join(",")}},0),${NUMBER_TESTS.map(holds).join(",")})`;
  const tested = "word" in test ? holds(test.word) : anyTest(test.cell);
  return `IF(ISTEXT(${value}),#VALUE!,${compared(tested, numberText(`N(${value})`), numberText(limit))})`;
}

/** Texts are equal in any case; only = and <> compare them. */
function asTexts({ value, test, limit }: GateCells, { compared }: Verdicts): string {
  const holds = (sign: string) => `TRIM(${value})${sign}TRIM(${limit})`;
  const anyTest = (cell: string) => `IF(${cell}="=",${holds("=")},IF(${cell}="<>",${holds("<>")},#VALUE!))`;
  const tested = "cell" in test ? anyTest(test.cell) : test.word === "=" || test.word === "<>" ? holds(test.word) : "#VALUE!";
  return compared(tested, `TRIM(${value})`, `TRIM(${limit})`);
}
