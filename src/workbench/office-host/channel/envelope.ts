/** The JSON text that office.js and its host exchange by postMessage. */

export const ActionKind = { invoke: 0, register: 1, unregister: 2 } as const;

export interface AddinRequest {
  readonly conversationId: string;
  readonly correlationId: number;
  readonly actionName: string;
  readonly actionKind: number;
  readonly data: unknown;
}

const SERIALIZER_VERSION = 1;

/** Reads a request of the add-in; undefined for anything else. */
export function readRequest(text: unknown): AddinRequest | undefined {
  if (typeof text !== "string" || !text.startsWith("{")) return undefined;
  let message: Readonly<Record<string, unknown>>;
  try {
    message = JSON.parse(text) as Readonly<Record<string, unknown>>;
  } catch {
    return undefined;
  }
  if (message._messageType !== 0 || typeof message._actionName !== "string" || typeof message._conversationId !== "string") return undefined;
  return {
    conversationId: message._conversationId,
    correlationId: Number(message._correlationId),
    actionName: message._actionName,
    actionKind: Number(message._actionType),
    data: message._data,
  };
}

/** Answer to a request. `errorCode` -5 is access denied, -2 a failure in handling it. */
export function answerText(request: AddinRequest, data: unknown, errorCode = 0): string {
  return JSON.stringify({
    _messageType: 1,
    _responseType: 0,
    _actionName: request.actionName,
    _conversationId: request.conversationId,
    _correlationId: request.correlationId,
    _errorCode: errorCode,
    _data: data ?? null,
    _serializerVersion: SERIALIZER_VERSION,
  });
}

export function eventText(conversationId: string, eventName: string, data: unknown): string {
  return JSON.stringify({
    _messageType: 1,
    _responseType: 1,
    _actionName: eventName,
    _conversationId: conversationId,
    // Any number will do, but office.js drops an event without one.
    _correlationId: -1,
    _errorCode: 0,
    _data: data,
    _serializerVersion: SERIALIZER_VERSION,
  });
}

/** Message of the host to the add-in page itself (focus, messaging), for which office.js listens under its own conversation. */
export function notificationText(conversationId: string, actionId: number, argument: unknown): string {
  return JSON.stringify({
    _messageType: 0,
    _actionType: ActionKind.invoke,
    _actionName: "Office_notifyAgave",
    _conversationId: `${conversationId}_ntf`,
    _correlationId: 0,
    _data: [actionId, argument],
    _serializerVersion: SERIALIZER_VERSION,
  });
}
