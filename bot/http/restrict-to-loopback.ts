import type { Request, Response, Server } from 'restify';
import type { EventLog } from '../runtime/event-log.ts';
import type { IncomingMessage } from 'node:http';

/**
 * Refuses other machines on every route, before anything else is read: development checks no one, so a tunnel or proxy
 * could let in anyone.
 */
export const restrictToLoopback =
  (log: EventLog) =>
  (server: Server): void => {
    server.first((request: Request, response: Response) => {
      if (isLoopbackRequest(request)) return true;
      log({ event: 'activityRefused', reason: 'forwarded' });
      response.writeHead(403, { 'Content-Type': 'text/plain; charset=utf-8', Connection: 'close' });
      response.end(loopbackOnlyMessage);
      return false;
    });
  };

const loopbackAddresses: readonly (string | undefined)[] = ['127.0.0.1', '::1', '::ffff:127.0.0.1'];
const loopbackHost = /^(?:127\.0\.0\.1|localhost|\[::1\])(?::\d{1,5})?$/u;
const loopbackOrigin = /^http:\/\/(?:127\.0\.0\.1|localhost|\[::1\])(?::\d{1,5})?$/u;
/** Anything between two machines leaves one of these headers. */
const forwardingHeader =
  /^(?:x-forwarded(?:-.*)?|forwarded|via|x-real-ip|x-client-ip|x-original-.*|.*-connecting-ip)$/u;

/**
 * Whether this machine sent a request itself, to one of its own names, not forwarded and not by another site's page.
 */
export function isLoopbackRequest({ socket, rawHeaders }: Pick<IncomingMessage, 'socket' | 'rawHeaders'>): boolean {
  const headers = rawHeaders.flatMap((text, at) =>
    at % 2 === 0 ? [{ name: text.toLowerCase(), value: rawHeaders[at + 1] ?? '' }] : [],
  );
  // Node drops all but one of a repeated header.
  const headerValues = (name: string): readonly string[] =>
    headers.flatMap((one) => (one.name === name ? [one.value] : []));
  const hosts = headerValues('host');
  return (
    loopbackAddresses.includes(socket.remoteAddress) &&
    hosts.length > 0 &&
    hosts.every((host) => loopbackHost.test(host)) &&
    headerValues('origin').every((origin) => loopbackOrigin.test(origin)) &&
    !headers.some(({ name }) => forwardingHeader.test(name))
  );
}

export const loopbackOnlyMessage =
  'Development answers this machine alone, at 127.0.0.1 or localhost: this request was forwarded, or names another host.\n';
