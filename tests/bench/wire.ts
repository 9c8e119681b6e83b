import { type KeptLine, LineClosedError, openLine } from './kept-line.ts';
import type { HttpAnswer } from './http-answer.ts';

export interface Answer {
  readonly status: number;
  readonly body: Buffer;
  /** From the request to the end of its answer, in milliseconds. */
  readonly tookMs: number;
}

/**
 * Posts over connections that are kept: as many as there are posts at a time. It takes from the cores that the server
 * needs, so it does no more than a post asks for: one write, one read, and the frame of the answer.
 */
export interface Wire {
  /** Rejects where no whole answer came. */
  post(body: string, more?: Readonly<Record<string, string>>): Promise<Answer>;
  close(): void;
}

export function openWire(endpoint: string): Wire {
  const { hostname, port, host, pathname } = new URL(endpoint);
  const begin = `POST ${pathname} HTTP/1.1\r\nhost: ${host}\r\ncontent-type: application/json\r\n`;
  const lines = new Set<KeptLine>();
  const idle: KeptLine[] = [];

  function opened(): KeptLine {
    const line = openLine(hostname, Number(port));
    lines.add(line);
    return line;
  }
  function kept(): KeptLine | undefined {
    for (let line = idle.pop(); line !== undefined; line = idle.pop()) {
      if (line.isOpen()) return line;
      lines.delete(line);
    }
    return undefined;
  }
  async function ask(line: KeptLine, request: string): Promise<HttpAnswer> {
    const answer = await line.ask(request);
    idle.push(line);
    return answer;
  }
  /** A connection that waited is closed by the server, on a busy machine as the next request is under way: it is sent once more, on a new one, as clients do. */
  async function onKept(line: KeptLine, request: string): Promise<HttpAnswer> {
    try {
      return await ask(line, request);
    } catch (error) {
      if (error instanceof LineClosedError) return await ask(opened(), request);
      throw error;
    }
  }

  return {
    async post(body, more = {}) {
      const began = performance.now();
      let head = begin;
      for (const [name, value] of Object.entries(more)) head += `${name}: ${value}\r\n`;
      const request = `${head}content-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
      const line = kept();
      const { status, body: answered } = await (line ? onKept(line, request) : ask(opened(), request));
      return { status, body: answered, tookMs: performance.now() - began };
    },
    close() {
      for (const line of lines) line.close();
    },
  };
}
