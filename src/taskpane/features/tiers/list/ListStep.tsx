import { Button, Spinner } from "@fluentui/react-components";
import { useMemo } from "react";
import { confirmList } from "../../../../app/model/chooseList";
import type { ListPlace } from "../../../../app/model/accountListStore";
import { confirmedList, type ConfirmedList } from "../../../../app/model/confirmedList";
import type { LoadedModel } from "../../../../app/model/loadModel";
import type { ColumnLine, Model } from "../../../../sheets/model/model";
import { ProblemMessage } from "../../../components/ProblemMessage";
import { usePageStyles } from "../../../components/usePageStyles";
import type { PaneServices } from "../../../services";
import type { ListState } from "../useAccountList";
import type { ModelEditing } from "../useModel";
import { ColumnsForm } from "./ColumnsForm";
import { ConfirmedColumns } from "./ConfirmedColumns";
import { DataCheck } from "./DataCheck";
import { useListChoice } from "./useListChoice";

interface Props {
  readonly services: PaneServices;
  readonly loaded: LoadedModel;
  readonly editing: ModelEditing;
  readonly list: ListState;
  readonly onDone: () => void;
}

/** Which list, and what its columns mean. */
export function ListStep({ services, loaded, editing, list, onDone }: Props) {
  const styles = usePageStyles();
  const { choice, fromSelection, again, close } = useListChoice(services.model.list);
  const confirm = async (place: ListPlace, lines: readonly ColumnLine[]) => {
    const done = await editing.change((store) => confirmList(store, services.workbook, loaded, place, lines));
    if (!done) return;
    close();
    onDone();
  };
  const place = list.kind === "found" ? list.place : undefined;
  const checked = useMemo(() => listToCheck(loaded, place), [loaded, place]);
  if (choice.kind === "looking" || list.kind === "looking") return <Spinner size="small" label="Reading the list" labelPosition="after" />;
  if (choice.kind === "proposed") {
    return <ColumnsForm proposed={choice.proposed} saving={editing.saving} onConfirm={(lines) => void confirm(choice.proposed.place, lines)} onCancel={close} />;
  }
  const problem = choice.kind === "failed" ? choice.problem : list.kind === "lost" ? list.problem : undefined;
  const columns = loaded.kind === "sound" || loaded.kind === "faulty" ? loaded.reading.lines.columns : [];
  return (
    <>
      {problem && <ProblemMessage problem={problem} copyText={services.copyText} />}
      {list.kind === "found" && <ConfirmedColumns place={list.place} columns={columns} onChange={() => again(list.place)} />}
      {checked && <DataCheck services={services} list={checked.list} model={checked.model} />}
      {list.kind !== "found" && (
        <p className={styles.text}>Click into your account list: a table, or any range with a header row. What its columns mean is shown to you before it is used.</p>
      )}
      <div className={styles.actions}>
        {list.kind === "found" && (
          <Button appearance="primary" onClick={onDone}>
            Go on to criteria
          </Button>
        )}
        <Button appearance={list.kind === "found" ? "secondary" : "primary"} onClick={fromSelection}>
          {list.kind === "found" ? "Use another list" : "Use the list I clicked into"}
        </Button>
      </div>
    </>
  );
}

/** The list as far as the user has confirmed it; a faulty model says first what is wrong with itself. */
function listToCheck(loaded: LoadedModel, place: ListPlace | undefined): { readonly list: ConfirmedList; readonly model: Pick<Model, "criteria" | "gates"> } | undefined {
  if (!place || loaded.kind !== "sound") return undefined;
  try {
    return { list: confirmedList(place, loaded.model), model: loaded.model };
  } catch {
    return undefined;
  }
}
