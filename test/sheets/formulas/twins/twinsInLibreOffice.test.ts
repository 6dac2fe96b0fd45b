import { KAM_FUNCTIONS } from "../../../../src/sheets/formulas/twins/kamFunctions";
import { hasTwin } from "../../../../src/sheets/formulas/twins/twin";
import { recalculatedByLibreOffice, withLibreOffice } from "../engine/libreOffice";
import { sampleOf, SPACED_ROLES } from "./arbitraryCalls";
import { differences, sheetOf } from "./twinCases";

const CALLS = Number(process.env.TWIN_CALLS ?? 40);

withLibreOffice(
  "in LibreOffice every twin gives what its function gives",
  () => {
    const books = KAM_FUNCTIONS.filter(hasTwin).map((name) => sheetOf(name, sampleOf(name, CALLS, name === "ROLES" ? SPACED_ROLES : undefined)));
    const results = recalculatedByLibreOffice(books.map(({ sheet }) => sheet));
    expect(books.flatMap(({ placed }, index) => differences(results[index]!, placed))).toEqual([]);
  },
  240_000,
);
