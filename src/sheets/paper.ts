/** Margins of every sheet the add-in makes, in points: room for the footer below, and for printers that leave an edge white. */
export const MARGIN_POINTS = { left: 18, right: 18, top: 22, bottom: 32, footer: 14 } as const;

export type Paper = "A4" | "Letter";

/** What a landscape sheet of paper is high, in points. */
export const PAPER_HEIGHT: Readonly<Record<Paper, number>> = { A4: 595, Letter: 612 };
