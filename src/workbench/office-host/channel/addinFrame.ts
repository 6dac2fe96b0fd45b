import { type HostInfo, windowName } from "./appContext";
import { Conversation, type ConversationHandlers } from "./conversation";

export interface AddinFrameOptions {
  /** Element that takes the iframe. */
  readonly container: HTMLElement;
  /** Page of the add-in. Its host name has to be that of this page: then office.js trusts the host by itself. */
  readonly url: string;
  /** Accessible name of the frame. */
  readonly title: string;
  readonly info: HostInfo;
  readonly handlers: (instanceId: string) => ConversationHandlers;
}

/** A browser whose network process dies starts another one, but does not ask again for what was under way. */
const ASK_AGAIN_MILLISECONDS = 5_000;

/**
 * An iframe with an add-in page whose office.js takes this window for its host. Every load has a conversation and an
 * instance of its own, because office.js keeps settings and the dialog mark of earlier ones in the session storage.
 */
export class AddinFrame {
  #frame: HTMLIFrameElement | undefined;
  #conversation: Conversation | undefined;
  #asking: ReturnType<typeof setInterval> | undefined;
  readonly #listen = (event: MessageEvent<unknown>) => this.#receive(event);

  constructor(private readonly options: AddinFrameOptions) {}

  get conversation(): Conversation | undefined {
    return this.#conversation;
  }

  get element(): HTMLIFrameElement | undefined {
    return this.#frame;
  }

  /** Loads the page (again). */
  load(): Conversation {
    this.unload();
    const { container, url, title, info, handlers } = this.options;
    const conversationId = `conv${randomId()}`;
    const instanceId = `addin${randomId()}`;
    const frame = container.ownerDocument.createElement("iframe");
    const origin = new URL(url, container.ownerDocument.baseURI).origin;
    const conversation = new Conversation(conversationId, (text) => frame.contentWindow?.postMessage(text, origin), handlers(instanceId));
    frame.title = title;
    frame.name = windowName(conversationId, instanceId, window.location.origin, info);
    frame.src = url;
    this.#frame = frame;
    this.#conversation = conversation;
    window.addEventListener("message", this.#listen);
    container.append(frame);
    this.#asking = setInterval(() => {
      const state = loadState(frame);
      if (state === "failed") frame.src = url;
      else if (state === "loaded") clearInterval(this.#asking);
    }, ASK_AGAIN_MILLISECONDS);
    return conversation;
  }

  /** Takes the page away; answers still under way go nowhere. */
  unload(): void {
    window.removeEventListener("message", this.#listen);
    clearInterval(this.#asking);
    this.#conversation?.close();
    this.#frame?.remove();
    this.#conversation = undefined;
    this.#frame = undefined;
  }

  #receive(event: MessageEvent<unknown>): void {
    const frame = this.#frame;
    if (!frame || event.source !== frame.contentWindow || event.origin !== new URL(frame.src).origin) return;
    this.#conversation?.receive(event.data);
  }
}

/**
 * A page of the same origin can be looked at and has an address; a frame that got nothing is blank, one with the browser's
 * own error page cannot be looked at. A script that got no answer has the status 0.
 */
function loadState(frame: HTMLIFrameElement): "loading" | "loaded" | "failed" {
  const page = frame.contentDocument;
  if (!page || page.URL === "about:blank") return "failed";
  if (page.readyState !== "complete") return "loading";
  const fetched = (frame.contentWindow as Window).performance.getEntriesByType("resource") as PerformanceResourceTiming[];
  const lacksScript = [...page.scripts].some(({ src }) => fetched.some(({ name, responseStatus }) => name === src && responseStatus === 0));
  return lacksScript ? "failed" : "loaded";
}

function randomId(): string {
  return crypto.randomUUID().replaceAll("-", "");
}
