import type { Request, Response, Server } from 'restify';
import type { EventLog } from '../runtime/event-log.ts';
import type { IncomingMessage } from 'node:http';

/**
 * Refuses other machines on every route, before anything else is read: development checks no one, so a tunnel or proxy
 * could let in anyone.
 */
export const ownMachineOnly =
  (log: EventLog) =>
  (server: Server): void => {
    server.first((request: Request, response: Response) => {
      if (isFromThisMachine(request)) return true;
      log({ event: 'activityRefused', reason: 'forwarded' });
      response.writeHead(403, { 'Content-Type': 'text/plain; charset=utf-8', Connection: 'close' });
      response.end(notFromThisMachine);
      return false;
    });
  };

const ownAddresses: readonly (string | undefined)[] = ['127.0.0.1', '::1', '::ffff:127.0.0.1'];
const ownHost = /^(?:127\.0\.0\.1|localhost|\[::1\])(?::\d{1,5})?$/u;
const ownOrigin = /^http:\/\/(?:127\.0\.0\.1|localhost|\[::1\])(?::\d{1,5})?$/u;
/** Anything between two machines leaves one of these headers. */
const forwarding = /^(?:x-forwarded(?:-.*)?|forwarded|via|x-real-ip|x-client-ip|x-original-.*|.*-connecting-ip)$/u;

/**
 * Whether this machine sent a request itself, to one of its own names, not forwarded and not by another site's page.
 */
export function isFromThisMachine({ socket, rawHeaders }: Pick<IncomingMessage, 'socket' | 'rawHeaders'>): boolean {
  const headers = rawHeaders.flatMap((text, at) =>
    at % 2 === 0 ? [{ name: text.toLowerCase(), value: rawHeaders[at + 1] ?? '' }] : [],
  );
  // Node keeps one of a header that is sent twice.
  const sent = (name: string): readonly string[] => headers.flatMap((one) => (one.name === name ? [one.value] : []));
  const hosts = sent('host');
  return (
    ownAddresses.includes(socket.remoteAddress) &&
    hosts.length > 0 &&
    hosts.every((host) => ownHost.test(host)) &&
    sent('origin').every((origin) => ownOrigin.test(origin)) &&
    !headers.some(({ name }) => forwarding.test(name))
  );
}

export const notFromThisMachine =
  'Development answers this machine alone, at 127.0.0.1 or localhost: this request was forwarded, or names another host.\n';
