import type { PersonalData } from "../../app/sharing/sharingBook";

const CAPTIONS = { author: "Author", lastAuthor: "Last changed by", manager: "Manager", company: "Company" } as const;

/** Comments, notes and properties, where people's names travel with the file; what this Excel cannot list is left out. */
export async function readPersonalData(context: Excel.RequestContext): Promise<PersonalData> {
  const supports = (version: string) => Office.context.requirements.isSetSupported("ExcelApi", version);
  const properties = context.workbook.properties.load(Object.keys(CAPTIONS).join(","));
  const sheets = context.workbook.worksheets.load("items/id");
  await context.sync();
  const remarks = sheets.items.map(({ id, comments, notes }) => ({
    id,
    comments: supports("1.10") ? comments.load("items/authorName") : undefined,
    notes: supports("1.18") ? notes.load("items/authorName") : undefined,
  }));
  await context.sync();
  return {
    comments: remarks.flatMap(({ id, comments, notes }) => {
      const authors = [...(comments?.items ?? []), ...(notes?.items ?? [])].map(({ authorName }) => authorName);
      return authors.length === 0 ? [] : [{ sheetId: id, count: authors.length, authors: [...new Set(authors)].filter((author) => author !== "") }];
    }),
    properties: Object.entries(CAPTIONS).flatMap(([property, caption]) => {
      const value = properties[property as keyof typeof CAPTIONS];
      return value ? [{ caption, value }] : [];
    }),
  };
}
