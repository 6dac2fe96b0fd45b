const WHOLE = new Intl.NumberFormat("en", { maximumFractionDigits: 0 });
const COMPACT = new Intl.NumberFormat("en", { notation: "compact", maximumFractionDigits: 1 });

/** 12,345 */
export const wholeNumber = (value: number): string => WHOLE.format(value);
/** 12.3K, 4.5M */
export const compactNumber = (value: number): string => COMPACT.format(value);
/** "1 account", "5 accounts" */
export const counted = (count: number, one: string, many: string): string => `${wholeNumber(count)} ${count === 1 ? one : many}`;
