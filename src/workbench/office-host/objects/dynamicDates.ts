const MONTHS = ["January", "Febr", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

/** Midnight of today in the person's time zone, as UTC so that days can be counted. */
export function currentDay(): Date {
  const now = new Date();
  return new Date(Date.UTC(now.getFullYear(), now.getMonth(), now.getDate()));
}

/** Whether a date serial falls into a period such as `LastMonth` or `AllDatesInPeriodQuarter1` of `DynamicFilterCriteria`. */
export function dynamicDate(serial: number, rule: string, today: Date): boolean {
  const date = new Date(Date.UTC(1899, 11, 30) + Math.floor(serial) * 86_400_000);
  const period = /^AllDatesInPeriod(?:Quarter(\d)|(.+))$/.exec(rule);
  if (period?.[1]) return Math.floor(date.getUTCMonth() / 3) + 1 === Number(period[1]);
  if (period?.[2]) return MONTHS.findIndex((month) => (period[2] as string).startsWith(month)) === date.getUTCMonth();
  if (rule === "YearToDate") return date.getUTCFullYear() === today.getUTCFullYear() && date <= today;
  const days = (date.getTime() - today.getTime()) / 86_400_000;
  const shift = rule.startsWith("Last") || rule === "Yesterday" ? -1 : rule.startsWith("Next") || rule === "Tomorrow" ? 1 : 0;
  if (/day$|^Tomorrow$/.test(rule)) return days === shift;
  if (rule.endsWith("Week")) return Math.floor((days + today.getUTCDay()) / 7) === shift;
  const months = (date.getUTCFullYear() - today.getUTCFullYear()) * 12 + date.getUTCMonth();
  if (rule.endsWith("Month")) return months - today.getUTCMonth() === shift;
  if (rule.endsWith("Quarter")) return Math.floor(months / 3) - Math.floor(today.getUTCMonth() / 3) === shift;
  return rule.endsWith("Year") && date.getUTCFullYear() - today.getUTCFullYear() === shift;
}
