import { ArrayValueObject, type BaseValueObject } from "@univerjs/engine-formula";

interface Position {
  readonly row: number;
  readonly column: number;
}

const EXACT = 0;
/** In shorter lists looking at each value is as fast. */
const SHORTEST_LIST = 30;
const WILDCARD = /[*?~]/;

/**
 * MATCH finds a value in a long list by an index that is made once for the list, as Excel does; the engine compares
 * value by value, so that 10,000 look-ups in 10,000 keys take minutes.
 */
export function indexExactMatches(): void {
  const indexes = new WeakMap<ArrayValueObject, Map<string | number, Position>>();
  const search = ArrayValueObject.prototype.orderSearch;
  ArrayValueObject.prototype.orderSearch = function orderSearch(this: ArrayValueObject, value, searchType, isDescending, isFuzzy) {
    const key = keyOf(value as BaseValueObject);
    const isLong = this.getRowCount() * this.getColumnCount() >= SHORTEST_LIST;
    if (key === undefined || !isLong || (searchType as number) !== EXACT || isDescending || isFuzzy) return search.call(this, value, searchType, isDescending, isFuzzy);
    let index = indexes.get(this);
    if (!index) {
      index = indexOf(this);
      indexes.set(this, index);
    }
    return index.get(key);
  };
}

/** First place of each number and text. */
function indexOf(list: ArrayValueObject): Map<string | number, Position> {
  const index = new Map<string | number, Position>();
  list.iterator((value, row, column) => {
    if (!value || value.isNull()) return;
    const key = value.isString() ? textKey(value) : numberKey(value);
    if (key !== undefined && !index.has(key)) index.set(key, { row, column });
  });
  return index;
}

/** Undefined for what is not looked up by an index. */
function keyOf(value: BaseValueObject): string | number | undefined {
  if (value.isString()) return WILDCARD.test(String(value.getValue())) ? undefined : textKey(value);
  return numberKey(value);
}

function textKey(value: BaseValueObject): string {
  return String(value.getValue()).toLocaleLowerCase();
}

function numberKey(value: BaseValueObject): number | undefined {
  // Dates are compared with a tolerance, which an index cannot do.
  return value.isNumber() && !value.isDateFormat() ? (value.getValue() as number) : undefined;
}
