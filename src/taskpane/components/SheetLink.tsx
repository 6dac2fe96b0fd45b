import { Link } from "@fluentui/react-components";
import type { MadeSheet } from "../../app/workbook";

interface Props {
  readonly sheet: MadeSheet;
  readonly onOpen: (sheet: MadeSheet) => void;
}

/** Opens a sheet of the workbook. */
export const SheetLink = ({ sheet, onOpen }: Props) => (
  <Link as="button" onClick={() => onOpen(sheet)} style={{ textAlign: "start" }}>
    {sheet.name}
  </Link>
);
