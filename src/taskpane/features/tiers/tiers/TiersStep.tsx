import { Button } from "@fluentui/react-components";
import { usePageStyles } from "../../../components/usePageStyles";
import { ComplaintList } from "../ComplaintList";
import type { ModelStepProps } from "../steps";
import { GatesEditor } from "./GatesEditor";
import { SettingsEditor } from "./SettingsEditor";
import { TiersEditor } from "./TiersEditor";

/** What keeps accounts out whatever their score, and what each tier promises. */
export function TiersStep(props: ModelStepProps) {
  const styles = usePageStyles();
  const { services, complaints, onStep, editing, reading } = props;
  return (
    <>
      <ComplaintList complaints={complaints} tables={["gates", "tiers", "settings"]} store={services.model.store} editing={editing} lines={reading.lines} />
      <TiersEditor {...props} />
      <GatesEditor {...props} />
      <SettingsEditor {...props} />
      <div className={styles.actions}>
        <Button appearance="primary" onClick={() => onStep("preview")}>
          Go on to the preview
        </Button>
      </div>
    </>
  );
}
