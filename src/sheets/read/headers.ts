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
  | "access"
  | "openness"
  | "relationship"
  | "interest"
  | "fit"
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
    "kundennummer", "kunden nr", "account ref", "account reference", "customer ref", "customer code no", "bp number", "business partner", "bp", "partner number", "crm account id", "crm number", "sap number", "sap customer", "ship to", "payer", "erp id", "unique id", "accountid", "customerid", "kdnr", "kd nr", "knr", "deb nr", "klant id", "relatienummer", "code tiers", "compte", "numero compte", "kundennr", "kunden id", "debitor", "debitorennummer", "klantnummer", "klant nr", "debiteurnummer",
    "numero client", "no client", "code client", "id client", "numero de cliente", "id cliente", "codigo cliente",
  ],
  name: [
    "account", "account name", "accountname", "customer name 1", "name 1", "name1", "legal name", "trading name", "parent account", "customername", "client company", "buyer", "buyer name", "kundin", "geschaftspartner", "unternehmen", "relatie", "raison", "denominazione", "ragione sociale", "razon social", "cliente nombre", "customer", "customer name", "company", "company name", "client", "client name", "name", "organisation",
    "organization", "key account", "firm", "business name", "kunde", "kundenname", "firma", "name kunde", "klant", "klantnaam", "bedrijf",
    "nom", "nom du client", "societe", "raison sociale", "cliente", "nombre", "nombre del cliente", "empresa",
  ],
  revenue: [
    "revenue", "revenues", "annual revenue", "net revenue", "gross revenue", "revenue amount", "sales volume", "volume", "order value", "order intake", "booked revenue", "bookings", "net turnover", "spend with us", "nettoumsatz", "jahresumsatz", "erlose", "omzet netto", "netto omzet", "fatturato", "facturation", "ventas netas", "sales", "turnover", "sales revenue", "sales value", "sales amount", "invoiced", "invoiced sales", "billings", "rev",
    "umsatz", "umsatze", "omzet", "chiffre d affaires", "chiffre affaires", "ca", "ventas", "facturacion", "ingresos",
  ],
  margin: [
    "margin", "gm", "gross profit", "gross margin", "net margin", "cm", "cm1", "cm2", "cm3", "db1", "db2", "db i", "db ii", "rohertrag", "marge brute", "brutomarge", "margine", "net profit", "customer profit", "account profit", "profit contribution", "gp", "contribution", "contribution margin", "net contribution", "profit", "profitability", "ebit",
    "operating profit", "db", "marge", "deckungsbeitrag", "gewinn", "winst", "margen", "beneficio", "profit margin",
  ],
  costToServe: ["cost to serve", "costs to serve", "cost of serving", "service to cost", "servicing costs", "betreuungskosten", "account costs", "account cost", "cts", "service cost", "service costs", "cost of service", "servicing cost", "servicekosten", "cout de service"],
  growth: ["growth", "growth rate", "revenue growth", "sales growth", "turnover growth", "cagr", "yoy", "yoy growth", "planned growth", "expected growth", "wachstum", "groei", "croissance", "crecimiento"],
  wallet: [
    "wallet", "wallet size", "share of wallet base", "total wallet", "total spend", "total category spend", "category budget", "purchase volume", "purchasing volume", "addressable market", "einkaufsvolumen", "bedarf", "beschaffungsvolumen", "category spend", "spend", "customer spend", "addressable spend", "purchases", "potential", "sales potential", "potential spend",
    "market potential", "category purchases", "potenzial", "potentiel", "potencial", "potentieel",
  ],
  daysLate: ["days late", "days overdue", "days past due", "dpd", "avg days overdue", "average days late", "average days overdue", "average delay", "delay days", "payment days late", "days beyond terms avg", "zahlungsverzug", "verzug", "verzug tage", "retard de paiement", "jours de retard", "dagen te laat", "dias de retraso", "days beyond terms", "dbt", "overdue days", "payment delay", "late days", "avg days late", "verzugstage"],
  access: ["access", "access to objectives", "access to decision makers", "executive access", "access level", "zugang"],
  openness: ["openness", "open to ideas", "open to new ideas", "innovation", "innovativeness", "openness to innovation", "offenheit"],
  relationship: ["relationship", "relationship strength", "strength of relationship", "relation", "closeness", "trust", "relationship quality", "beziehung", "kundenbeziehung"],
  interest: ["interest", "mutual interest", "mutual respect", "commitment", "willingness", "interesse"],
  fit: ["fit", "strategic fit", "values our offer", "value fit", "strategic importance", "strategische bedeutung"],
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
  "chf", "sek", "nok", "dkk", "k", "keur", "kusd", "thousand", "thousands", "million", "millions", "mio", "m", "the", "our", "p", "a", "pa", "est", "estimated", "rating", "rated", "level",
]);
const SHARE_WORDS: ReadonlySet<string> = new Set(["%", "pct", "percent", "percentage", "rate", "ratio"]);

const words = (text: string) =>
  text
    .normalize("NFKD")
    .replace(/\p{Diacritic}/gu, "")
    .toLowerCase()
    // The range of a rating: "Access 0-5", "Openness (1 to 5)".
    .replace(/\b[01]\s*(?:-|–|to|\.\.)\s*\d{1,2}\b/g, " ")
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
