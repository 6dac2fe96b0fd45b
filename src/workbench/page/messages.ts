/** Shows what a person has to know (what was lost on opening, why a file was refused) until they close it. */
export function createMessages(container: HTMLElement) {
  function show(kind: "note" | "failure", text: string, details: readonly string[] = []): void {
    const message = document.createElement("div");
    message.className = kind === "failure" ? "message failure" : "message";
    const body = document.createElement("div");
    body.append(text);
    if (details.length > 0) {
      const list = document.createElement("ul");
      for (const detail of details) {
        const item = document.createElement("li");
        item.textContent = detail;
        list.append(item);
      }
      body.append(list);
    }
    const close = document.createElement("button");
    close.type = "button";
    close.className = "plain";
    close.textContent = "Close";
    close.addEventListener("click", () => message.remove());
    message.append(body, close);
    container.replaceChildren(message);
  }

  return {
    note: (text: string, details?: readonly string[]) => show("note", text, details),
    failure: (text: string, details?: readonly string[]) => show("failure", text, details),
    clear: () => container.replaceChildren(),
  };
}

export type Messages = ReturnType<typeof createMessages>;
