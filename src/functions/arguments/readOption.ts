import { CalculationError } from "../../core/errors";
import { cited, isBlank, numberIn, textIn } from "./cell";
import { cellOf, isOmitted } from "./rowsOf";

/** A single number; `fallback` when it is omitted or blank. Without a fallback it must be there. */
export function readNumber(argument: unknown, name: string, fallback?: number): number {
  const cell = isOmitted(argument) ? null : cellOf(argument, name);
  const number = numberIn(cell);
  if (typeof number === "string") throw new CalculationError("notANumber", `${name}: ${number}`);
  if (!Number.isNaN(number)) return number;
  if (fallback === undefined) throw new CalculationError("notANumber", `${name} is missing, a number is needed`);
  return fallback;
}

/** A word of a fixed list in any case; `fallback` when it is omitted or blank. Without a fallback it must be there. */
export function readWord<W extends string>(argument: unknown, name: string, words: readonly W[], fallback?: W): W {
  const cell = isOmitted(argument) ? null : cellOf(argument, name);
  if (isBlank(cell) && fallback !== undefined) return fallback;
  return wordIn(cell, name, words);
}

/** The word of the list that a cell holds, in any case; anything else is refused with the list. */
export function wordIn<W extends string>(cell: unknown, place: string, words: readonly W[]): W {
  const text = textIn(cell).toLowerCase();
  const word = words.find((candidate) => candidate.toLowerCase() === text);
  if (word !== undefined) return word;
  const received = isBlank(cell) ? "it is blank" : `received ${cited(cell)}`;
  throw new CalculationError("unknownWord", `${place} must be one of ${words.join(", ")}; ${received}`);
}
