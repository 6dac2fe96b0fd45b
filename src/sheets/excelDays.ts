const DAY = 86_400_000;

/** Excel's serial number of a day on the person's own calendar: 1 January 1900 is 1, as Excel counts. */
export const excelDay = (date: Date): number => Math.round((Date.UTC(date.getFullYear(), date.getMonth(), date.getDate()) - Date.UTC(1899, 11, 30)) / DAY);

/** The day of a serial number, at noon UTC, for showing it in the reader's language with the time zone UTC. */
export const dayOfExcel = (serial: number): Date => new Date(Date.UTC(1899, 11, 30) + (Math.floor(serial) + 0.5) * DAY);
