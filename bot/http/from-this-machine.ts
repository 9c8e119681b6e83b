import type { IncomingMessage } from 'node:http';

const ownAddresses: readonly (string | undefined)[] = ['127.0.0.1', '::1', '::ffff:127.0.0.1'];
const ownHost = /^(?:127\.0\.0\.1|localhost|\[::1\])(?::\d{1,5})?$/u;
const ownOrigin = /^http:\/\/(?:127\.0\.0\.1|localhost|\[::1\])(?::\d{1,5})?$/u;
/** The names of the headers of which whatever stands between two machines leaves one. */
const forwarding = /^(?:x-forwarded(?:-.*)?|forwarded|via|x-real-ip|x-client-ip|x-original-.*|.*-connecting-ip)$/u;

/**
 * Whether a request was sent by this machine, to one of its own names, by nobody in between and by no page of another
 * address. What development answers is decided by this on every route.
 */
export function isFromThisMachine({ socket, rawHeaders }: Pick<IncomingMessage, 'socket' | 'rawHeaders'>): boolean {
  const headers = rawHeaders.flatMap((text, at) =>
    at % 2 === 0 ? [{ name: text.toLowerCase(), value: rawHeaders[at + 1] ?? '' }] : [],
  );
  // As they were sent: of a header that comes twice Node keeps one.
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

/** The words for somebody who asks development in another way. */
export const notFromThisMachine =
  'Development answers this machine alone, at 127.0.0.1 or localhost: this request was forwarded, or names another host.\n';
