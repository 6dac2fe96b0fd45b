/** A button as the ribbon shows it. */
export interface CommandButton {
  readonly id: string;
  readonly label: string;
  readonly tip: string;
  /** Address of a picture of about 32 pixels. */
  readonly icon: string;
  readonly enabled: boolean;
  readonly visible: boolean;
}

export interface CommandGroup {
  readonly label: string;
  readonly buttons: readonly CommandButton[];
}

function image(source: string, size: number): HTMLImageElement {
  const picture = document.createElement("img");
  picture.src = source;
  picture.alt = "";
  picture.width = size;
  picture.height = size;
  return picture;
}

function ribbonButton(command: CommandButton, press: (id: string) => void): HTMLButtonElement {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "ribbon-button";
  button.dataset.controlId = command.id;
  button.title = command.tip;
  button.disabled = !command.enabled;
  button.append(image(command.icon, 24), command.label);
  button.addEventListener("click", () => press(command.id));
  return button;
}

/** Draws the add-in's tab above the grid, from what the manifest says. */
export function showRibbon(container: HTMLElement, groups: readonly CommandGroup[], press: (id: string) => void): void {
  container.replaceChildren(
    ...groups.map((group) => {
      const element = document.createElement("div");
      element.className = "ribbon-group";
      const buttons = document.createElement("div");
      buttons.className = "ribbon-buttons";
      buttons.append(...group.buttons.filter((button) => button.visible).map((button) => ribbonButton(button, press)));
      const name = document.createElement("div");
      name.className = "ribbon-group-name";
      name.textContent = group.label;
      element.append(buttons, name);
      return element;
    }),
  );
}
