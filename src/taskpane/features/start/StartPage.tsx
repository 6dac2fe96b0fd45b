import { Button, Field, Select } from "@fluentui/react-components";
import { usePageStyles } from "../../components/usePageStyles";
import type { ThemeChoice } from "../../services";

interface Props {
  readonly themeChoice: ThemeChoice;
  readonly onThemeChoice: (choice: ThemeChoice) => void;
  readonly onStart: () => void;
}

/** The first thing a new user sees; later a page of its own with the look of the pane. */
export function StartPage({ themeChoice, onThemeChoice, onStart }: Props) {
  const styles = usePageStyles();
  return (
    <div className={styles.column}>
      <h1 className={styles.heading}>Decide which accounts are key, and plan them</h1>
      <ul className={styles.points}>
        <li>Select rows of your account list and get a plan sheet for each, with live figures.</li>
        <li>Score and tier whole lists with KAM functions in your own cells.</li>
        <li>Plans work for colleagues without the add-in. Nothing leaves your workbook.</li>
      </ul>
      <div className={styles.actions}>
        <Button appearance="primary" onClick={onStart}>
          Plan accounts
        </Button>
      </div>
      <Field label="Look of this pane">
        <Select value={themeChoice} onChange={(_, data) => onThemeChoice(data.value as ThemeChoice)}>
          <option value="system">Like Office or the system</option>
          <option value="light">Light</option>
          <option value="dark">Dark</option>
        </Select>
      </Field>
    </div>
  );
}
