/** What Excel makes of text typed into a cell in the en-US locale; undefined when it stays text. */
export interface TypedValue {
  readonly value: number | boolean;
  /** The format Excel gives a cell that was General. */
  readonly numberFormat?: string;
}

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

export function typedValue(text: string, today: Date): TypedValue | undefined {
  const trimmed = text.trim();
  if (trimmed === "" || trimmed.length > 40) return undefined;
  if (/^(true|false)$/i.test(trimmed)) return { value: /^t/i.test(trimmed) };
  // Nothing but these characters can start a number, a date or a time.
  if (!/^[-+(.$\d]|^(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/i.test(trimmed)) return undefined;
  return plainNumber(trimmed) ?? fraction(trimmed) ?? dateAndTime(trimmed, today);
}

const NUMBER = /^([-+])?(\$)?([-+])?(\d{1,3}(?:,\d{3})+|\d+)?(\.\d*)?(e[-+]?\d{1,3})?(%)?$/i;

function plainNumber(text: string): TypedValue | undefined {
  const bracketed = /^\((.+)\)$/.exec(text);
  const match = NUMBER.exec(bracketed?.[1] ?? text);
  if (!match) return undefined;
  const [, sign, dollar, innerSign, whole = "", decimals = "", exponent = "", percent] = match;
  if (!/\d/.test(whole + decimals) || (sign && innerSign) || (bracketed && (sign ?? innerSign)) || (dollar && percent)) return undefined;
  const size = Number(`${whole.replace(/,/g, "") || "0"}${decimals === "." ? "" : decimals}${exponent}`);
  if (!Number.isFinite(size)) return undefined;
  const negative = bracketed || sign === "-" || innerSign === "-";
  const value = (negative && size !== 0 ? -size : size) / (percent ? 100 : 1);
  const places = decimals.length > 1 ? ".00" : "";
  if (percent) return { value, numberFormat: `0${places}%` };
  if (dollar) return { value, numberFormat: `$#,##0${places}` };
  if (exponent) return { value, numberFormat: "0.00E+00" };
  return whole.includes(",") ? { value, numberFormat: `#,##0${places}` } : { value };
}

function fraction(text: string): TypedValue | undefined {
  const match = /^(-)?(\d+) (\d+)\/(\d+)$/.exec(text);
  if (!match || Number(match[4]) === 0) return undefined;
  const size = Number(match[2]) + Number(match[3]) / Number(match[4]);
  return { value: match[1] ? -size : size, numberFormat: Number(match[4]) < 10 ? "# ?/?" : "# ??/??" };
}

/** Days since 1899-12-30, which makes the serial of every date from 1 March 1900 on; undefined when there is no such day. */
export function dateSerial(year: number, month: number, day: number): number | undefined {
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day || year < 1900 || year > 9999) return undefined;
  const days = Math.round((date.getTime() - Date.UTC(1899, 11, 30)) / 86_400_000);
  // Excel counts a 29 February 1900 that never was.
  return days < 61 ? days - 1 : days;
}

interface DayPart {
  readonly serial: number;
  readonly numberFormat: string;
}

function dateAndTime(text: string, today: Date): TypedValue | undefined {
  const time = /(?:^|[ T])(\d{1,2})(?::(\d{2}))?(?::(\d{2}(?:\.\d+)?))?(?:\s*([ap])m?)?$/i.exec(text);
  const isTime = time && (time[2] !== undefined || time[4] !== undefined);
  const datePart = isTime ? text.slice(0, time.index).trim() : text;
  const day = datePart === "" ? undefined : date(datePart, today);
  if (datePart !== "" && !day) return undefined;
  if (!isTime) return day && { value: day.serial, numberFormat: day.numberFormat };
  const ofDay = timeOfDay(time);
  if (ofDay === undefined) return undefined;
  if (day) return { value: day.serial + ofDay, numberFormat: "m/d/yyyy h:mm" };
  return { value: ofDay, numberFormat: `h:mm${time[3] ? ":ss" : ""}${time[4] ? " AM/PM" : ""}` };
}

function timeOfDay(match: RegExpExecArray): number | undefined {
  const [, hours = "", minutes = "0", seconds = "0", half] = match;
  const hour = Number(hours);
  if (Number(minutes) > 59 || Number(seconds) >= 60 || (half ? hour < 1 || hour > 12 : hour > 23)) return undefined;
  const of24 = half ? (hour % 12) + (/p/i.test(half) ? 12 : 0) : hour;
  return (of24 * 3600 + Number(minutes) * 60 + Number(seconds)) / 86_400;
}

function fullYear(year: string): number {
  const number = Number(year);
  // Two digits: 00-29 are 2000-2029, 30-99 are 1930-1999.
  return year.length > 2 ? number : number + (number < 30 ? 2000 : 1900);
}

function date(text: string, today: Date): DayPart | undefined {
  const iso = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})$/.exec(text);
  if (iso) return dated(dateSerial(Number(iso[1]), Number(iso[2]), Number(iso[3])), "m/d/yyyy");
  const us = /^(\d{1,2})[-/](\d{1,2})[-/](\d{2}|\d{4})$/.exec(text);
  if (us) return dated(dateSerial(fullYear(us[3] as string), Number(us[1]), Number(us[2])), "m/d/yyyy");
  const short = /^(\d{1,2})[-/](\d{1,2})$/.exec(text);
  if (short) return dated(dateSerial(today.getFullYear(), Number(short[1]), Number(short[2])), "d-mmm");
  return namedMonth(text, today);
}

function namedMonth(text: string, today: Date): DayPart | undefined {
  const dayFirst = /^(\d{1,2})[- /]([a-z]{3,9})(?:[- /](\d{2}|\d{4}))?$/i.exec(text);
  if (dayFirst) {
    const year = dayFirst[3] === undefined ? today.getFullYear() : fullYear(dayFirst[3]);
    return dated(dateSerial(year, monthOf(dayFirst[2] as string), Number(dayFirst[1])), dayFirst[3] === undefined ? "d-mmm" : "d-mmm-yy");
  }
  const monthFirst = /^([a-z]{3,9})[- ](\d{1,2})(?:,? ?(\d{4}))?$/i.exec(text);
  if (monthFirst) {
    const year = monthFirst[3] === undefined ? today.getFullYear() : Number(monthFirst[3]);
    return dated(dateSerial(year, monthOf(monthFirst[1] as string), Number(monthFirst[2])), monthFirst[3] === undefined ? "d-mmm" : "d-mmm-yy");
  }
  const monthYear = /^([a-z]{3,9})[- ](\d{4})$/i.exec(text);
  return monthYear ? dated(dateSerial(Number(monthYear[2]), monthOf(monthYear[1] as string), 1), "mmm-yy") : undefined;
}

const FULL_MONTHS = ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];

/** 1 to 12, or 0 (which is no month) for another word. */
function monthOf(word: string): number {
  const lower = word.toLowerCase();
  return (lower.length === 3 ? MONTHS.indexOf(lower) : FULL_MONTHS.indexOf(lower)) + 1;
}

function dated(serial: number | undefined, numberFormat: string): DayPart | undefined {
  return serial === undefined ? undefined : { serial, numberFormat };
}
