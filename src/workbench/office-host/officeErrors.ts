/** Error numbers of `executeMethod` answers; office.js turns them into a code and a localised text of its own. */
export const OfficeError = {
  cannotWriteToSelection: 2001,
  dataDoesNotMatchSelection: 2002,
  unsupported: 5000,
  internal: 5001,
  documentReadOnly: 5002,
  cellEditMode: 5004,
  requestTooLarge: 5103,
  responseTooLarge: 5104,
  accessDenied: 7000,
  cannotNavigate: 7001,
  dialogAlreadyOpen: 12007,
  identityUnsupported: 13012,
} as const;
