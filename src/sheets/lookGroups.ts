import { areaAddress, type Area } from "./a1";
import { MAX_ADDRESS_TEXT } from "./limits";
import type { StyledArea } from "./sheetPlan";
import { STYLES, type Look } from "./styles";

/** Cells of a sheet that get the same values of some properties of their look. */
export interface LookGroup {
  readonly look: Look;
  /** Each text holds as many areas as one call takes. */
  readonly addresses: readonly string[];
}

type Key = `${number},${number}`;

/**
 * Turns styles into few calls: overlapping styles are laid over each other first, then each value of each property becomes
 * one group of rectangles, and properties of the same cells are set together. A line below belongs to every row of its area, so its rectangles are one row high.
 */
export function lookGroups(styles: readonly StyledArea[]): LookGroup[] {
  const looks = new Map<Key, Look>();
  for (const { area, style } of styles) {
    for (let row = area.row; row < area.row + area.rowCount; row++) {
      for (let column = area.column; column < area.column + area.columnCount; column++) {
        const key: Key = `${row},${column}`;
        looks.set(key, { ...looks.get(key), ...STYLES[style] });
      }
    }
  }
  const cells = new Map<string, { property: keyof Look; value: NonNullable<Look[keyof Look]>; keys: Set<Key> }>();
  for (const [key, look] of looks) {
    for (const property of Object.keys(look) as (keyof Look)[]) {
      const value = look[property];
      if (value === undefined) continue;
      const id = `${property} ${JSON.stringify(value)}`;
      const group = cells.get(id) ?? { property, value, keys: new Set<Key>() };
      group.keys.add(key);
      cells.set(id, group);
    }
  }
  const groups = new Map<string, { look: Look; addresses: readonly string[] }>();
  for (const { property, value, keys } of cells.values()) {
    const addresses = addressTexts(rectangles(keys, property));
    const same = groups.get(addresses.join(" "));
    groups.set(addresses.join(" "), { look: { ...same?.look, [property]: value }, addresses });
  }
  return [...groups.values()];
}

/** Covers the cells with rectangles: runs along each row, then equal runs of following rows together. */
function rectangles(keys: ReadonlySet<Key>, property: keyof Look): Area[] {
  const byRow = new Map<number, number[]>();
  for (const key of keys) {
    const [row, column] = key.split(",").map(Number) as [number, number];
    byRow.set(row, [...(byRow.get(row) ?? []), column]);
  }
  const done: Area[] = [];
  let open: Area[] = [];
  for (const row of [...byRow.keys()].sort((a, b) => a - b)) {
    const runs = runsOf(byRow.get(row) ?? [], property !== "left").map(([column, columnCount]) => ({ row, column, rowCount: 1, columnCount }));
    const grown = runs.map((run) => {
      const above = property === "bottom" ? undefined : open.find((a) => a.row + a.rowCount === row && a.column === run.column && a.columnCount === run.columnCount);
      return above ? { ...above, rowCount: above.rowCount + 1 } : run;
    });
    done.push(...open.filter((area) => !grown.some((g) => g.row === area.row && g.column === area.column)));
    open = grown;
  }
  return [...done, ...open];
}

function runsOf(columns: readonly number[], joined: boolean): [number, number][] {
  const runs: [number, number][] = [];
  for (const column of [...columns].sort((a, b) => a - b)) {
    const last = runs.at(-1);
    if (joined && last && last[0] + last[1] === column) last[1]++;
    else runs.push([column, 1]);
  }
  return runs;
}

/** Addresses joined by commas, each text within Excel's limit. */
export function addressTexts(areas: readonly Area[]): string[] {
  const texts: string[] = [];
  for (const area of areas) {
    const address = areaAddress(area);
    const last = texts.at(-1);
    if (last !== undefined && last.length + 1 + address.length < MAX_ADDRESS_TEXT) texts[texts.length - 1] = `${last},${address}`;
    else texts.push(address);
  }
  return texts;
}
