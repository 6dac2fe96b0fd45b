import { countOf, isMissing, textConstant } from "../rules/figure";
import { CallArguments, guarded, refusedShape, type NativeResult } from "./callArguments";
import { constantsOf } from "./operand";

const one = (formula: string): NativeResult => ({ rowCount: 1, columnCount: 1, at: () => formula });

export function coverageTwin(args: CallArguments): NativeResult {
  const [influence, strength] = [args.get(0, "influence"), args.get(1, "strength")];
  if (influence.columnCount !== 1 || strength.columnCount !== 1 || influence.rowCount !== strength.rowCount) throw refusedShape("strength");
  const maximum = args.scalar(2, "maximum", "5");
  const [weight, bond] = [influence.whole(), strength.whole()];
  const both = `ISNUMBER(${weight})*ISNUMBER(${bond})`;
  const possible = `SUMPRODUCT(${both},${weight})`;
  const allNumbers = (range: string) => `SUMPRODUCT(ISNUMBER(${range})+(TRIM(${range})=""))=${influence.rowCount}`;
  const bounds = [`${maximum}>0`, `${countOf(weight, `${weight}<0`)}=0`, `${countOf(bond, `(${bond}>${maximum})+(${bond}<-${maximum})`)}=0`];
  const covered = `MAX(0,MIN(1,SUMPRODUCT(${both},${weight},${bond})/(${maximum}*${possible})))`;
  return one(guarded([allNumbers(weight), allNumbers(bond), ...bounds], `IF(${possible}=0,NA(),${covered})`));
}

const REQUIRED_ROLES = ["Decision maker", "Influencer", "Champion", "User", "Gatekeeper"];

export function rolesTwin(args: CallArguments): NativeResult {
  const held = args.get(0, "roles").whole();
  const required = args.has(1) ? args.get(1, "required") : undefined;
  const constants = required === undefined ? REQUIRED_ROLES : constantsOf(required)?.map(String);
  const wanted = constants?.filter((role) => role.trim() !== "") ?? [];
  const names = constants
    ? (wanted.length > 0 ? wanted : REQUIRED_ROLES).filter((role, i, all) => all.findIndex((other) => key(other) === key(role)) === i).map((role) => ({ name: textConstant(role.trim()), sought: textConstant(key(role)) }))
    : cellsOf(required!).map((cell) => ({ name: `TRIM(${cell})`, sought: `TRIM(${cell})` }));
  // Commas on both sides of every role, so that User is not found in Super user; spaces beside them go.
  const list = [";", "/"].reduce((text, separator) => `SUBSTITUTE(${text},"${separator}",",")`, held);
  const padded = `","&SUBSTITUTE(SUBSTITUTE(TRIM(SUBSTITUTE(${list},CHAR(10),",")),", ",",")," ,",",")&","`;
  // FIND would tell upper from lower case and SEARCH takes ? and * for any character.
  const holders = (sought: string) => `SUMPRODUCT(--ISNUMBER(FIND(","&LOWER(${sought})&",",LOWER(${padded}))))`;
  const missing = names.map(({ name, sought }) => `IF(${constants ? "" : `OR(${name}="",`}${holders(sought)}>0${constants ? "" : ")"},"",", "&${name})`);
  return one(`MID(${missing.join("&")},3,32767)`);
}

const key = (role: string) => role.trim().replace(/\s+/g, " ").toLowerCase();

function cellsOf(operand: { readonly rowCount: number; readonly columnCount: number; fixed(row: number, column: number): string }): string[] {
  return Array.from({ length: operand.rowCount }, (_, r) => Array.from({ length: operand.columnCount }, (_, c) => operand.fixed(r, c))).flat();
}

const QUESTIONS = ["Budget", "Authority", "Need", "Timing"] as const;

export function bantTwin(args: CallArguments): NativeResult {
  const rowCount = Math.max(...QUESTIONS.map((question, place) => args.get(place, question.toLowerCase()).rowCount));
  const replies = QUESTIONS.map((question, place) => args.column(place, question.toLowerCase(), rowCount));
  const at = (r: number) => {
    const cells = replies.map((reply) => reply(r));
    const codes = `(${cells.map(replyCode).join("&")})`;
    const open = QUESTIONS.map((question, place) => `IF(${isOpen(cells[place] as string)},", ${question}","")`).join("&");
    // The length is an error where a reply is none, so a wrong word is never read as qualified.
    return `IF(LEN(SUBSTITUTE(${codes},"n",""))<4,"Not qualified",IF(LEN(SUBSTITUTE(${codes},"u",""))<4,"Unknown: "&MID(${open},3,99),"Qualified"))`;
  };
  return { rowCount, columnCount: 1, at };
}

// EXACT, because some programs take a question mark after = for any character.
const isOpen = (cell: string): string => `OR(${isMissing(cell)},EXACT(TRIM(${cell}),"?"))`;

/** y, n or u (unknown); TRUE and FALSE are asked for as such, because their words differ between languages. */
function replyCode(cell: string): string {
  const word = `TRIM(${cell})`;
  return `IF(ISLOGICAL(${cell}),IF(${cell},"y","n"),IF(${isOpen(cell)},"u",IF(OR(${word}={"yes","y","true","1"}),"y",IF(OR(${word}={"no","n","false","0"}),"n",#VALUE!))))`;
}
