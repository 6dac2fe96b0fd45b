import { HostCollection, HostError, HostObject } from "../hostObject";
import { checkBoolean, checkOneOf, checkString, invalid, notFound } from "./arguments";
import type { Book } from "./book";
import { EVENT, WORKBOOK } from "./changeEvents";
import { formatRegion } from "./address";
import { refOfArgument } from "./rangeCore";
import { rangeAt } from "./rangeFactory";
import type { Range } from "./range";
import { isOneCell, regionOf, sameRegion } from "./region";
import type { CommentState } from "./workbookState";

type ReplyState = CommentState["replies"][number];

/** The workbench knows one person. */
const AUTHOR = { authorName: "Workbench user", authorEmail: "user@example.org" };

interface Place {
  readonly sheetId: string;
  readonly comment: CommentState;
}

function allComments(book: Book, sheetId: string | undefined): Place[] {
  return book
    .sheets()
    .filter((sheet) => sheetId === undefined || sheet.id === sheetId)
    .flatMap((sheet) => book.sheetState(sheet.id).comments.map((comment) => ({ sheetId: sheet.id, comment })));
}

function readContent(content: unknown, contentType: unknown): Pick<CommentState, "content" | "contentType" | "mentions"> {
  const type = contentType === undefined ? "Plain" : checkOneOf("contentType", contentType, ["Plain", "Mention"]);
  if (type === "Plain") return { content: checkString("content", content), contentType: type, mentions: [] };
  const { mentions, richContent } = (content ?? {}) as { mentions?: unknown; richContent?: unknown };
  if (!Array.isArray(mentions)) throw invalid("content.mentions must be an array for a comment with mentions.");
  return { content: checkString("richContent", richContent), contentType: type, mentions: mentions as CommentState["mentions"] };
}

function raise(book: Book, event: number, { sheetId, comment }: Place, replyIds: readonly string[] = [], changeType?: string): void {
  const args = { commentDetails: [{ commentId: comment.id, replyIds }], source: "Local", worksheetId: sheetId, ...(changeType === undefined ? {} : { changeType }) };
  book.events.raise(event, [sheetId, WORKBOOK], args);
}

/** Threads of comments, of the workbook or of one sheet. */
export class CommentCollection extends HostCollection<Comment> {
  readonly #book: Book;
  readonly #sheetId: string | undefined;

  constructor(book: Book, sheetId?: string) {
    super();
    this.#book = book;
    this.#sheetId = sheetId;
  }
  get items(): readonly Comment[] {
    return allComments(this.#book, this.#sheetId).map(({ comment }) => new Comment(this.#book, comment.id));
  }
  add(cellAddress: unknown, content: unknown, contentType?: unknown): Comment {
    const ref = refOfArgument(this.#book, this.#sheetId, cellAddress);
    if (!isOneCell(ref.region)) throw invalid(`A comment belongs to one cell, ${formatRegion(ref.region)} has several.`);
    const { comments } = this.#book.sheetState(ref.sheetId);
    if (comments.some((comment) => sameRegion(comment.region, ref.region))) throw new HostError("ItemAlreadyExists", `The cell ${formatRegion(ref.region)} already has a comment. Reply to it.`);
    const comment: CommentState = {
      id: this.#book.newId(),
      region: regionOf(ref.region),
      ...readContent(content, contentType),
      resolved: false,
      ...AUTHOR,
      creationDate: new Date().toISOString(),
      replies: [],
    };
    comments.push(comment);
    raise(this.#book, EVENT.commentAdded, { sheetId: ref.sheetId, comment });
    return new Comment(this.#book, comment.id);
  }
  getCount(): number {
    return this.items.length;
  }
  getItem(commentId: unknown): Comment {
    const found = allComments(this.#book, this.#sheetId).find(({ comment }) => comment.id === commentId);
    if (!found) throw notFound(`There is no comment ${String(commentId)}.`);
    return new Comment(this.#book, found.comment.id);
  }
  getItemByCell(cellAddress: unknown): Comment {
    const ref = refOfArgument(this.#book, this.#sheetId, cellAddress);
    const found = this.#book.sheetState(ref.sheetId).comments.find((comment) => sameRegion(comment.region, ref.region));
    if (!found) throw notFound(`The cell ${formatRegion(ref.region)} has no comment.`);
    return new Comment(this.#book, found.id);
  }
  getItemByReplyId(replyId: unknown): Comment {
    const found = allComments(this.#book, this.#sheetId).find(({ comment }) => comment.replies.some((reply) => reply.id === replyId));
    if (!found) throw notFound(`There is no reply ${String(replyId)}.`);
    return new Comment(this.#book, found.comment.id);
  }
}

function placeOf(book: Book, id: string): Place {
  const found = allComments(book, undefined).find(({ comment }) => comment.id === id);
  if (!found) throw notFound("The comment was deleted.");
  return found;
}

export class Comment extends HostObject {
  readonly #book: Book;
  readonly #id: string;

  constructor(book: Book, id: string) {
    super();
    this.#book = book;
    this.#id = id;
  }
  override identity() {
    return { Id: this.#id };
  }
  get replies(): CommentReplyCollection {
    return new CommentReplyCollection(this.#book, this.#id);
  }
  get id(): string {
    return this.#id;
  }
  get authorName(): string {
    return this.#state().authorName;
  }
  get authorEmail(): string {
    return this.#state().authorEmail;
  }
  get creationDate(): string {
    return this.#state().creationDate;
  }
  get content(): string {
    return plainText(this.#state());
  }
  set content(value: unknown) {
    Object.assign(this.#state(), readContent(value, "Plain"));
    raise(this.#book, EVENT.commentChanged, placeOf(this.#book, this.#id), [], "CommentEdited");
  }
  get contentType(): string {
    return this.#state().contentType;
  }
  get mentions(): unknown {
    return this.#state().mentions;
  }
  get richContent(): string {
    return this.#state().content;
  }
  get resolved(): boolean {
    return this.#state().resolved;
  }
  set resolved(value: unknown) {
    const resolved = checkBoolean("resolved", value);
    this.#state().resolved = resolved;
    raise(this.#book, EVENT.commentChanged, placeOf(this.#book, this.#id), [], resolved ? "CommentResolved" : "CommentReopened");
  }
  getLocation(): Range {
    const { sheetId, comment } = placeOf(this.#book, this.#id);
    return rangeAt(this.#book, sheetId, comment.region);
  }
  updateMentions(contentWithMentions: unknown): void {
    Object.assign(this.#state(), readContent(contentWithMentions, "Mention"));
    raise(this.#book, EVENT.commentChanged, placeOf(this.#book, this.#id), [], "CommentEdited");
  }
  delete(): void {
    const place = placeOf(this.#book, this.#id);
    const sheet = this.#book.sheetState(place.sheetId);
    sheet.comments = sheet.comments.filter((comment) => comment.id !== this.#id);
    raise(this.#book, EVENT.commentDeleted, place);
  }
  #state(): CommentState {
    return placeOf(this.#book, this.#id).comment;
  }
}

/** Rich content marks people as `<at id="0">Name</at>`. */
function plainText({ content }: { readonly content: string }): string {
  return content.replace(/<at id="\d+">(.*?)<\/at>/g, "$1");
}

export class CommentReplyCollection extends HostCollection<CommentReply> {
  readonly #book: Book;
  readonly #commentId: string;

  constructor(book: Book, commentId: string) {
    super();
    this.#book = book;
    this.#commentId = commentId;
  }
  get items(): readonly CommentReply[] {
    return placeOf(this.#book, this.#commentId).comment.replies.map((reply) => new CommentReply(this.#book, this.#commentId, reply));
  }
  add(content: unknown, contentType?: unknown): CommentReply {
    const place = placeOf(this.#book, this.#commentId);
    const reply: ReplyState = { id: this.#book.newId(), ...readContent(content, contentType), resolved: place.comment.resolved, ...AUTHOR, creationDate: new Date().toISOString() };
    place.comment.replies.push(reply);
    raise(this.#book, EVENT.commentChanged, place, [reply.id], "ReplyAdded");
    return new CommentReply(this.#book, this.#commentId, reply);
  }
  getCount(): number {
    return this.items.length;
  }
  getItem(replyId: unknown): CommentReply {
    const found = this.items.find((reply) => reply.id === replyId);
    if (!found) throw notFound(`The comment has no reply ${String(replyId)}.`);
    return found;
  }
}

export class CommentReply extends HostObject {
  readonly #book: Book;
  readonly #commentId: string;
  readonly #reply: ReplyState;

  constructor(book: Book, commentId: string, reply: ReplyState) {
    super();
    this.#book = book;
    this.#commentId = commentId;
    this.#reply = reply;
  }
  override identity() {
    return { Id: this.#reply.id };
  }
  get id(): string {
    return this.#reply.id;
  }
  get authorName(): string {
    return this.#reply.authorName;
  }
  get authorEmail(): string {
    return this.#reply.authorEmail;
  }
  get creationDate(): string {
    return this.#reply.creationDate;
  }
  get content(): string {
    return plainText(this.#reply);
  }
  set content(value: unknown) {
    Object.assign(this.#reply, readContent(value, "Plain"));
    raise(this.#book, EVENT.commentChanged, placeOf(this.#book, this.#commentId), [this.#reply.id], "ReplyEdited");
  }
  get contentType(): string {
    return this.#reply.contentType;
  }
  get mentions(): unknown {
    return this.#reply.mentions;
  }
  get resolved(): boolean {
    return placeOf(this.#book, this.#commentId).comment.resolved;
  }
  get richContent(): string {
    return this.#reply.content;
  }
  getLocation(): Range {
    return this.getParentComment().getLocation();
  }
  getParentComment(): Comment {
    return new Comment(this.#book, this.#commentId);
  }
  updateMentions(contentWithMentions: unknown): void {
    Object.assign(this.#reply, readContent(contentWithMentions, "Mention"));
    raise(this.#book, EVENT.commentChanged, placeOf(this.#book, this.#commentId), [this.#reply.id], "ReplyEdited");
  }
  delete(): void {
    const place = placeOf(this.#book, this.#commentId);
    const index = place.comment.replies.indexOf(this.#reply);
    if (index < 0) throw notFound("The reply was deleted.");
    place.comment.replies.splice(index, 1);
    raise(this.#book, EVENT.commentChanged, place, [this.#reply.id], "ReplyDeleted");
  }
}
