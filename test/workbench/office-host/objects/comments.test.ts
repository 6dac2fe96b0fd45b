import { openModel } from "../model";
import { refusal } from "../refusal";

describe("comments", () => {
  test("have replies, are resolved, follow their cell", () => {
    const { workbook, sheet, raised } = openModel("S");
    const comment = sheet.comments.add("B2", "Check this");
    const reply = comment.replies.add("Done");
    comment.resolved = true;
    sheet.getRange("1:1").insert("Down");
    expect(comment.getLocation().address).toBe("S!B3");
    expect(workbook.comments.getItemByReplyId(reply.id).content).toBe("Check this");
    expect(workbook.comments.getItemByCell("S!B3").replies.items.map((one) => [one.content, one.resolved])).toEqual([["Done", true]]);
    expect(refusal(() => sheet.comments.add("B3", "again"))).toEqual({ code: "ItemAlreadyExists", message: "The cell B3 already has a comment. Reply to it." });
    comment.delete();
    expect(workbook.comments.getCount()).toBe(0);
    expect(raised.filter((event) => event.type >= 250 && event.type <= 252).map((event) => [event.type, event.args.changeType])).toEqual([
      [250, undefined],
      [252, "ReplyAdded"],
      [252, "CommentResolved"],
      [251, undefined],
    ]);
  });

  test("show mentions as names", () => {
    const { sheet } = openModel("S");
    const content = { mentions: [{ email: "kate@example.org", id: 0, name: "Kate" }], richContent: '<at id="0">Kate</at>, please look' };
    const comment = sheet.comments.add("A1", content, "Mention");
    expect([comment.content, comment.richContent, comment.contentType]).toEqual(["Kate, please look", content.richContent, "Mention"]);
  });
});

describe("notes", () => {
  test("are shown by the grid and found by their cell", () => {
    const { sheet, grid } = openModel("S");
    const note = sheet.notes.add("B2", "from the ERP");
    note.content = "from the CRM";
    expect([...grid.notes.values()]).toEqual(["from the CRM"]);
    expect(sheet.notes.getItem("S!B2").getLocation().address).toBe("S!B2");
    expect(refusal(() => sheet.notes.add("A1:B1", "x"))).toEqual({ code: "InvalidCellAddress", message: "A note belongs to one cell, A1:B1 has several." });
    note.delete();
    expect(grid.notes.size).toBe(0);
    expect(refusal(() => sheet.notes.getItem("B2"))).toEqual({ code: "ItemNotFound", message: "The cell B2 has no note." });
  });
});
