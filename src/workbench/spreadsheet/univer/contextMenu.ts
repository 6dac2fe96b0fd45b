import { CommandType, ICommandService, type Injector } from "@univerjs/core";
import { ContextMenuPosition, IMenuManagerService, MenuItemType } from "@univerjs/ui";

/** An entry of the add-in in the menu of a cell. */
export interface ContextMenuEntry {
  readonly id: string;
  readonly label: string;
  readonly run: () => void;
}

const GROUP = "contextMenu.addin";

/** Puts the add-in's entries below the grid's own in the menu that a right click on cells opens. */
export function addContextMenuEntries(injector: Injector, entries: readonly ContextMenuEntry[]): void {
  const commands = injector.get(ICommandService);
  const items: Record<string, { order: number; menuItemFactory: () => { id: string; type: MenuItemType; title: string } }> = {};
  entries.forEach(({ id, label, run }, order) => {
    const commandId = `addin.command.${id}`;
    if (!commands.hasCommand(commandId)) {
      commands.registerCommand({
        id: commandId,
        type: CommandType.COMMAND,
        handler: () => {
          run();
          return true;
        },
      });
    }
    items[commandId] = { order, menuItemFactory: () => ({ id: commandId, type: MenuItemType.BUTTON, title: label }) };
  });
  injector.get(IMenuManagerService).mergeMenu({ [ContextMenuPosition.MAIN_AREA]: { [GROUP]: { order: 100, ...items } } });
}
