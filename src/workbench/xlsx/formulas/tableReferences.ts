import { nameOwnColumns } from "../../office-host/objects/formulaText";

const THIS_ROW = /"(?:[^"]|"")*"|'(?:[^']|'')*'!?|(?<table>(?<![\w.])[\p{L}_\\][\p{L}\p{N}_.]*)?\[@(?:(?<columns>\[(?:[^[\]']|'.)*\](?::\[(?:[^[\]']|'.)*\])?)|(?<plain>(?:[^[\]']|'.)*))\]/gu;

/**
 * References inside a table as files keep them: `[@Price]` in table Sales becomes `Sales[[#This Row],[Price]]`,
 * `[Price]` becomes `Sales[Price]`.
 */
export function longReferences(formula: string, ownTable: string | undefined): string {
  if (!formula.includes("[")) return formula;
  const long = formula.replace(THIS_ROW, (token, ...rest) => {
    const { table = ownTable, columns, plain } = rest[rest.length - 1] as { table?: string; columns?: string; plain?: string };
    if ((columns === undefined && plain === undefined) || table === undefined) return token;
    return plain === "" ? `${table}[#This Row]` : `${table}[[#This Row],${columns ?? `[${plain}]`}]`;
  });
  return ownTable === undefined ? long : nameOwnColumns(long, ownTable);
}
