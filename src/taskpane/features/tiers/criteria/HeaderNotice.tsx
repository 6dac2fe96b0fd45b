import { Button, MessageBar, MessageBarActions, MessageBarBody } from "@fluentui/react-components";
import { useEffect, useState } from "react";
import type { ListPlace } from "../../../../app/model/accountListStore";
import { headersReference, offerHeaders } from "../../../../app/model/chooseList";
import type { ModelStore } from "../../../../app/model/modelStore";

interface Props {
  readonly store: ModelStore;
  readonly place: ListPlace;
  /** While something is written the drop-downs may be just about to follow. */
  readonly saving: boolean;
}

/**
 * The model's drop-downs refer to the list's header cells, so that renamed headers show up by themselves. Columns that were
 * added, taken out or moved lead to other cells: said here, and put right on one click. Nothing is written unasked, because
 * the change may have been a co-author's.
 */
export function HeaderNotice({ store, place, saving }: Props) {
  const headers = headersReference(place);
  const [behind, setBehind] = useState(false);
  useEffect(() => {
    if (saving) return;
    let gone = false;
    store.offersHeaders(headers).then(
      (offers) => !gone && setBehind(!offers),
      () => undefined, // the drop-downs are a help: without them everything works as well
    );
    return () => void (gone = true);
  }, [store, headers, saving]);
  if (!behind) return null;
  return (
    <MessageBar intent="info" layout="multiline">
      <MessageBarBody>The list has other columns now; the drop-downs on the sheet of the model still offer the earlier ones.</MessageBarBody>
      <MessageBarActions>
        <Button size="small" onClick={() => void offerHeaders(store, place).then(() => setBehind(false))}>
          Offer the columns of today
        </Button>
      </MessageBarActions>
    </MessageBar>
  );
}
