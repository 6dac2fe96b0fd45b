import { AddinFrame } from "./addinFrame";
import type { Answer, Conversation, ConversationHandlers } from "./conversation";
import { OfficeError } from "../officeErrors";

/** Dispatch ids of messages between an add-in and its dialog. */
export const MESSAGE_PARENT_DISPATCH_ID = 144;
export const MESSAGE_CHILD_DISPATCH_ID = 145;

export const DIALOG_MESSAGE = "dialogMessageReceived";
const PARENT_MESSAGE = "dialogParentMessageReceived";
const CLOSED_BY_USER = 12006;

export interface DialogOptions {
  readonly url: string;
  /** Per cent of the window. */
  readonly width: number;
  readonly height: number;
}

/** Where the page shows a dialog; `closed` is to be called when the person closes it. */
export interface DialogPlace {
  open(options: DialogOptions, closed: () => void): HTMLElement;
  close(): void;
}

/** The one dialog an add-in may have open inside the page (`displayInIframe`). Others are windows office.js opens itself. */
export class Dialogs {
  #frame: AddinFrame | undefined;

  constructor(
    private readonly place: DialogPlace,
    private readonly locale: string,
    private readonly context: (instanceId: string) => ConversationHandlers["appContext"],
    private readonly parent: () => Conversation | undefined,
  ) {}

  /** The add-in registers for a dialog's messages: that opens the dialog. Returns 0 or an office error number. */
  open(optionsText: string): number {
    if (this.#frame) return OfficeError.dialogAlreadyOpen;
    const { url, width, height } = JSON.parse(optionsText) as DialogOptions;
    const frame = new AddinFrame({
      container: this.place.open({ url, width, height }, () => this.#closedByUser()),
      url,
      title: "Dialog of the add-in",
      info: { locale: this.locale, isDialog: true },
      handlers: (instanceId) => ({
        appContext: this.context(instanceId),
        notify: () => undefined,
        execute: async (dispatchId, data) => this.#fromDialog(dispatchId, data),
      }),
    });
    this.#frame = frame;
    frame.load();
    return 0;
  }

  close(): void {
    if (!this.#frame) return;
    this.#frame.unload();
    this.#frame = undefined;
    this.place.close();
  }

  /** The add-in writes to its dialog. */
  messageChild(data: Readonly<Record<string, unknown>>): Answer {
    this.#frame?.conversation?.raise(PARENT_MESSAGE, { messageType: 0, messageContent: data.messageContent, messageOrigin: window.location.origin });
    return { data: { Error: 0 } };
  }

  #fromDialog(dispatchId: number, data: Readonly<Record<string, unknown>>): Answer {
    if (dispatchId !== MESSAGE_PARENT_DISPATCH_ID) return { data: { Error: OfficeError.unsupported } };
    const origin = this.#frame?.element ? new URL(this.#frame.element.src).origin : "";
    this.parent()?.raise(DIALOG_MESSAGE, { messageType: 0, messageContent: data.messageToParent, messageOrigin: origin });
    return { data: { Error: 0 } };
  }

  #closedByUser(): void {
    this.close();
    this.parent()?.raise(DIALOG_MESSAGE, { messageType: CLOSED_BY_USER });
  }
}

