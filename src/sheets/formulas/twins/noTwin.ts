/** Why a call has no native formula; the message is for the person who shares the workbook. */
export class NoTwin extends Error {
  constructor(reason: string) {
    super(reason);
    this.name = "NoTwin";
  }
}
