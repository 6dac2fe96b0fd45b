/**
 * The event behind each pair of register and unregister methods, as `Type.<name without _Register/_Unregister>`.
 * Numbers are those office.js expects in the messages (excel-web-16.00, `eventType` of each handler).
 */
export const EVENT_TYPES: Readonly<Record<string, number>> = {
  "Workbook.ActivatedEvent": 2203,
  "Workbook.AutoSaveSettingChangedEvent": 2200,
  ...onSheetAndSheets({
    DataChangedEvent: 10,
    ActivatedEvent: 11,
    DeactivatedEvent: 12,
    SelectionChangedEvent: 14,
    CalculatedEvent: 16,
    FormatChangedEvent: 18,
    RowSortedEvent: 19,
    ColumnSortedEvent: 20,
    SingleClickedEvent: 21,
    RowHiddenChangedEvent: 22,
    FormulaChangedEvent: 23,
    ProtectionChangedEvent: 24,
    EventNameChanged: 25,
    EventVisibilityChanged: 26,
  }),
  "WorksheetCollection.AddedEvent": 13,
  "WorksheetCollection.DeletedEvent": 15,
  "WorksheetCollection.EventMoved": 27,
  "Table.SelectionChangedEvent": 100,
  "Table.DataChangedEvent": 101,
  "TableCollection.DataChangedEvent": 101,
  "TableCollection.AddedEvent": 102,
  "TableCollection.DeletedEvent": 103,
  "ChartCollection.AddedEvent": 50,
  "ChartCollection.ActivatedEvent": 51,
  "ChartCollection.DeactivatedEvent": 52,
  "ChartCollection.DeletedEvent": 53,
  "Chart.ActivatedEvent": 51,
  "Chart.DeactivatedEvent": 52,
  "CommentCollection.AddedEvent": 250,
  "CommentCollection.DeletedEvent": 251,
  "CommentCollection.ChangedEvent": 252,
  "Shape.ActivatedEvent": 2101,
  "Shape.DeactivatedEvent": 2102,
};

function onSheetAndSheets(events: Readonly<Record<string, number>>): Record<string, number> {
  return Object.fromEntries(
    Object.entries(events).flatMap(([name, type]) => [
      [`Worksheet.${name}`, type],
      [`WorksheetCollection.${name}`, type],
    ]),
  );
}
