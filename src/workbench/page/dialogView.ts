import type { DialogPlace } from "../office-host/channel/dialogs";

/** A window inside the page for the add-in's dialog, as Excel on the web shows one with `displayInIframe`. */
export function createDialogPlace(): DialogPlace {
  let dialog: HTMLDialogElement | undefined;
  return {
    open(options, closed) {
      const element = document.createElement("dialog");
      element.className = "addin-dialog";
      element.style.width = `${options.width}vw`;
      element.style.height = `${options.height}vh`;
      const close = document.createElement("button");
      close.type = "button";
      close.className = "plain";
      close.textContent = "Close";
      close.addEventListener("click", () => {
        element.close();
        element.remove();
        closed();
      });
      const body = document.createElement("div");
      body.className = "pane-frame";
      element.append(close, body);
      document.body.append(element);
      element.showModal();
      dialog = element;
      return body;
    },
    close() {
      dialog?.close();
      dialog?.remove();
      dialog = undefined;
    },
  };
}
