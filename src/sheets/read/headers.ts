/** What a column of an account list can mean to a plan. */
export type Field =
  | "key"
  | "name"
  | "revenue"
  | "margin"
  | "costToServe"
  | "growth"
  | "wallet"
  | "daysLate"
  | "owner"
  | "reviewer"
  | "place"
  | "industry"
  | "tier"
  | "score"
  | "rank";

export interface RecognisedHeader {
  readonly field: Field;
  /** The year the header names: "Revenue 2025", "FY25 sales". */
  readonly year?: number;
  /** The header says that its figures are a share ("GM %"). */
  readonly isShare: boolean;
}

/** Spellings seen in exports of CRM and ERP systems, lower case, without accents, years, units and the words of FILLERS. */
const SPELLINGS: Readonly<Record<Field, readonly string[]>> = {
  key: [
    "account id", "account no", "account nr", "account number", "account code", "account key", "acct id", "acct no", "acct",
    "customer id", "customer no", "customer nr", "customer number", "customer code", "customer key", "cust id", "cust no", "client id",
    "client no", "client number", "client code", "debtor no", "debtor number", "sold to", "sold to party", "key", "id", "crm id",
    "kundennummer", "kunden nr", "kundennr", "kunden id", "debitor", "debitorennummer", "klantnummer", "klant nr", "debiteurnummer",
    "numero client", "no client", "code client", "id client", "numero de cliente", "id cliente", "codigo cliente",
  ],
  name: [
    "account", "account name", "customer", "customer name", "company", "company name", "client", "client name", "name", "organisation",
    "organization", "key account", "firm", "business name", "kunde", "kundenname", "firma", "name kunde", "klant", "klantnaam", "bedrijf",
    "nom", "nom du client", "societe", "raison sociale", "cliente", "nombre", "nombre del cliente", "empresa",
  ],
  revenue: [
    "revenue", "revenues", "sales", "turnover", "sales revenue", "sales value", "sales amount", "invoiced", "invoiced sales", "billings", "rev",
    "umsatz", "umsatze", "omzet", "chiffre d affaires", "chiffre affaires", "ca", "ventas", "facturacion", "ingresos",
  ],
  margin: [
    "margin", "gm", "gross profit", "gp", "contribution", "contribution margin", "net contribution", "profit", "profitability", "ebit",
    "operating profit", "db", "marge", "deckungsbeitrag", "gewinn", "winst", "margen", "beneficio", "profit margin",
  ],
  costToServe: ["cost to serve", "costs to serve", "cts", "service cost", "service costs", "cost of service", "servicing cost", "servicekosten", "cout de service"],
  growth: ["growth", "growth rate", "revenue growth", "sales growth", "turnover growth", "cagr", "yoy", "yoy growth", "planned growth", "expected growth", "wachstum", "groei", "croissance", "crecimiento"],
  wallet: [
    "wallet", "wallet size", "category spend", "spend", "customer spend", "addressable spend", "purchases", "potential", "sales potential", "potential spend",
    "market potential", "category purchases", "potenzial", "potentiel", "potencial", "potentieel",
  ],
  daysLate: ["days late", "days overdue", "days beyond terms", "dbt", "overdue days", "payment delay", "late days", "avg days late", "verzugstage"],
  owner: [
    "owner", "account owner", "account manager", "key account manager", "kam", "am", "manager", "sales rep", "rep", "salesperson", "sales person",
    "sales manager", "responsible", "account lead", "betreuer", "verantwortlich", "accountmanager", "responsable", "commercial",
  ],
  reviewer: ["reviewer", "mentor", "sponsor", "executive sponsor", "plan reviewer"],
  place: ["country", "region", "territory", "area", "market", "country region", "land", "pays", "pais", "regio", "geography"],
  industry: ["industry", "sector", "segment", "vertical", "branche", "industrie", "secteur", "business type", "channel"],
  tier: ["tier", "account tier", "class", "abc", "abc class", "abc category", "priority class", "klasse", "categorie"],
  score: ["score", "account score", "points", "kam score", "total score"],
  rank: ["rank", "ranking", "position", "rang"],
};

const FIELD_OF = new Map(Object.entries(SPELLINGS).flatMap(([field, words]) => words.map((word) => [word, field as Field] as const)));

/** Words that say how a figure is measured, not what it is. */
const FILLERS: ReadonlySet<string> = new Set([
  "net", "gross", "total", "annual", "yearly", "actual", "actuals", "current", "last", "year", "fy", "cy", "ytd", "in", "eur", "usd", "gbp",
  "chf", "sek", "nok", "dkk", "k", "keur", "kusd", "thousand", "thousands", "million", "millions", "mio", "m", "the", "our", "p", "a", "pa", "est", "estimated",
]);
const SHARE_WORDS: ReadonlySet<string> = new Set(["%", "pct", "percent", "percentage", "rate", "ratio"]);

const words = (text: string) =>
  text
    .normalize("NFKD")
    .replace(/\p{Diacritic}/gu, "")
    .toLowerCase()
    .replace(/%/g, " % ")
    .split(/[^a-z0-9%]+/)
    .filter((word) => word !== "");

function yearOf(text: string): { readonly year?: number; readonly rest: string } {
  const full = [...text.matchAll(/(?<!\d)((?:19|20)\d{2})(?!\d)/g)].at(-1);
  if (full) return { year: Number(full[1]), rest: text.replace(/(?<!\d)(?:19|20)\d{2}(?!\d)/g, " ") };
  const short = /(?:\b[fc]y\s*'?|')(\d{2})(?!\d)/i.exec(text);
  if (short) return { year: 2000 + Number(short[1]), rest: text.replace(short[0], " ") };
  return { rest: text };
}

/**
 * Tells what a column header means.
 * @returns undefined for a header that is not one of the known spellings: a guess would put wrong figures into a plan
 */
export function recogniseHeader(header: string): RecognisedHeader | undefined {
  const { year, rest } = yearOf(header);
  const all = words(rest);
  const isShare = all.some((word) => SHARE_WORDS.has(word));
  // The whole wording first ("growth rate", "p a"), then without measures, so that "Net margin" and "Margin" are one.
  const candidates = [all, all.filter((word) => !SHARE_WORDS.has(word)), all.filter((word) => !SHARE_WORDS.has(word) && !FILLERS.has(word))];
  for (const candidate of candidates) {
    const field = FIELD_OF.get(candidate.join(" "));
    if (field) return { field, isShare, ...(year === undefined ? {} : { year }) };
  }
  return undefined;
}
