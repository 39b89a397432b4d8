import type { IncomingMessage, ServerResponse } from 'node:http';

/** One request that the second origin received. */
export interface LoggedRequest {
  method: string;
  /** Path with its query, as sent. */
  path: string;
  /** Milliseconds since 1970, server clock. */
  at: number;
  /** Tracker id from the configuration, or '' when the path belongs to none. */
  tracker: string;
}

/** Everything the second origin received, in order, with a live stream for the panel. */
export interface RequestLog {
  add(request: LoggedRequest): void;
  /** A copy: later requests do not change it. */
  list(): LoggedRequest[];
  clear(): void;
  /**
   * Answers with Server-Sent Events: first what was logged since `?since=` (milliseconds since 1970,
   * default now) or after the `Last-Event-ID` of a reconnecting page, then each request as it comes.
   */
  stream(request: IncomingMessage, response: ServerResponse): void;
  /** Ends every open stream. */
  endStreams(): void;
}

interface Entry extends LoggedRequest {
  id: number;
}

function isWanted(request: IncomingMessage): (entry: Entry) => boolean {
  const lastId = Number(request.headers['last-event-id'] ?? Number.NaN);
  if (Number.isFinite(lastId)) return (entry) => entry.id > lastId;
  const query = new URLSearchParams(request.url?.split('?')[1] ?? '');
  const since = Number(query.get('since') ?? Date.now());
  return (entry) => entry.at >= since;
}

const toEvent = ({ id, ...entry }: Entry): string => `id: ${id}\ndata: ${JSON.stringify(entry)}\n\n`;

/** Makes an empty log. */
export function createRequestLog(): RequestLog {
  let entries: Entry[] = [];
  let nextId = 1;
  const streams = new Set<ServerResponse>();
  return {
    add(request) {
      const entry = { ...request, id: nextId++ };
      entries.push(entry);
      for (const stream of streams) stream.write(toEvent(entry));
    },
    list: () => entries.map(({ id: _id, ...request }) => request),
    clear() {
      entries = [];
    },
    stream(request, response) {
      response.writeHead(200, {
        'content-type': 'text/event-stream; charset=utf-8',
        'cache-control': 'no-store',
      });
      response.write(`retry: 1000\n\n${entries.filter(isWanted(request)).map(toEvent).join('')}`);
      streams.add(response);
      response.on('close', () => streams.delete(response));
    },
    endStreams() {
      for (const stream of streams) stream.end();
      streams.clear();
    },
  };
}
