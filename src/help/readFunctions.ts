import { readFileSync } from "node:fs";
import { parseTree } from "custom-functions-metadata";
import { isKamFunction } from "../sheets/formulas/twins/kamFunctions";
import { twinHelp, type TwinHelp } from "../sheets/formulas/twins/twinExamples";

/** A custom function as its help page tells it. */
export interface FunctionHelp {
  /** Without the namespace, such as `TIER.QUOTA`. */
  readonly id: string;
  readonly description: string;
  readonly parameters: readonly ParameterHelp[];
  readonly returns: string;
  /** What a user could get wrong: blanks, units, conventions. A paragraph each. */
  readonly remarks: readonly string[];
  readonly examples: readonly ExampleHelp[];
  readonly errors: readonly ErrorHelp[];
  /** The formula of Excel's own functions that takes its place in copies for people without the add-in. */
  readonly twin: TwinHelp;
  /** Where the method comes from. */
  readonly sources: readonly string[];
}

export interface ParameterHelp {
  readonly name: string;
  readonly description: string;
  readonly optional: boolean;
  /** The words the argument accepts; empty where it is free. */
  readonly words: readonly { readonly word: string; readonly meaning: string }[];
}

export interface NotedFormula {
  readonly formula: string;
  readonly note: string;
}

export interface ExampleHelp extends NotedFormula {
  /** The result in Excel's notation of constants: `2.5`, `"A"`, `{1,2;3,4}`, or `#N/A message`. */
  readonly result: string;
}

export interface ErrorHelp {
  readonly code: "#VALUE!" | "#N/A";
  /** What is wrong, and what to do. */
  readonly text: string;
}

interface Tag {
  readonly name: string;
  readonly lines: readonly string[];
}

/**
 * Reads what the doc comments of the custom functions say, from the files the metadata is generated from. Besides the
 * tags of the metadata they carry: `@returns`, `@remarks`, `@example <formula> → <result>` (with
 * notes on the lines below), `@throws <#VALUE! or #N/A> <what is wrong and what to do>` and `@see <source>`.
 *
 * @throws Error naming the file and function when a tag does not have its form
 */
export function readFunctions(sourceFiles: readonly string[]): FunctionHelp[] {
  return sourceFiles.flatMap((file) => {
    const text = readFileSync(file, "utf8");
    const { associate, functions, enums } = parseTree(text, file);
    const tagsByFunction = readTags(text);
    return functions.map((metadata): FunctionHelp => {
      const { functionName } = associate.find(({ id }) => id === metadata.id)!;
      const tags = tagsByFunction.get(functionName) ?? [];
      const place = `${file}, ${functionName}`;
      return {
        id: metadata.id,
        description: oneLine(metadata.description ?? ""),
        parameters: metadata.parameters.map((parameter) => ({
          name: parameter.name,
          description: oneLine(parameter.description ?? ""),
          optional: parameter.optional === true,
          words: wordsOf(enums, parameter.customEnumId),
        })),
        returns: paragraphs(tags, "returns").join(" "),
        remarks: paragraphs(tags, "remarks"),
        examples: named(tags, "example").map((tag) => exampleOf(tag, place)),
        errors: paragraphs(tags, "throws").map((paragraph) => errorOf(paragraph, place)),
        twin: isKamFunction(metadata.id) ? twinHelp(metadata.id) : { none: "it is not known" },
        sources: paragraphs(tags, "see"),
      };
    });
  });
}

/** The tags in the doc comment of each exported function. */
function readTags(text: string): Map<string, Tag[]> {
  const commented = /\/\*\*((?:(?!\*\/)[^])*)\*\/\s*export (?:async )?function (\w+)/g;
  return new Map(
    [...text.matchAll(commented)].map(([, comment, functionName]): [string, Tag[]] => {
      const lines = comment!.split("\n").map((line) => line.replace(/^\s*\*? ?/, "").trimEnd());
      const tags: { name: string; lines: string[] }[] = [];
      for (const line of lines) {
        const start = /^@(\w+)\s*(.*)$/.exec(line);
        if (start !== null) tags.push({ name: start[1]!, lines: [start[2]!] });
        else tags.at(-1)?.lines.push(line.trim());
      }
      return [functionName!, tags];
    }),
  );
}

type Enums = ReturnType<typeof parseTree>["enums"];

function wordsOf(enums: Enums, enumId: string | undefined): ParameterHelp["words"] {
  const list = enums.find(({ id }) => id === enumId)?.values ?? [];
  return list.map((value) => ({ word: value.stringValue ?? String(value.numberValue), meaning: oneLine(value.tooltip ?? "") }));
}

function named(tags: readonly Tag[], name: string): readonly Tag[] {
  return tags.filter((tag) => tag.name === name);
}

function paragraphs(tags: readonly Tag[], name: string): string[] {
  return named(tags, name).map(({ lines }) => oneLine(lines.join(" ")));
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

function notedFormula({ lines }: Tag): NotedFormula {
  return { formula: oneLine(lines[0]!), note: oneLine(lines.slice(1).join(" ")) };
}

function exampleOf(tag: Tag, place: string): ExampleHelp {
  const { formula: call, note } = notedFormula(tag);
  const [formula, result] = call.split(" → ");
  if (!formula?.startsWith("=") || result === undefined) {
    throw new Error(`${place}: the example "${call}" must read =KAM.… → result`);
  }
  return { formula, result, note };
}

function errorOf(paragraph: string, place: string): ErrorHelp {
  const [code, text] = [paragraph.split(" ")[0], paragraph.replace(/^\S+\s*/, "")];
  if ((code === "#VALUE!" || code === "#N/A") && text !== "") return { code, text };
  throw new Error(`${place}: "@throws ${paragraph}" must start with #VALUE! or #N/A and say what to do`);
}
