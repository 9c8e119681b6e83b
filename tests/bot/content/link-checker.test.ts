import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createLinkChecker, isPublicAddress, type LinkCheckDependencies } from '../../../bot/content/link-checker.ts';
import { createCertificate } from '../../fakes/certificate.ts';
import {
  type LoopbackServer,
  type ReceivedRequest,
  startLoopbackServer,
  type WireAnswer,
} from '../../fakes/loopback-server.ts';

const pages: Readonly<Record<string, WireAnswer>> = {
  '/there': { kind: 'answer', status: 200, text: 'x'.repeat(1_000) },
  '/gone': { kind: 'answer', status: 410 },
  '/forbidden': { kind: 'answer', status: 403 },
  '/broken': { kind: 'answer', status: 500 },
  '/busy': { kind: 'answer', status: 429 },
  '/moved': { kind: 'answer', status: 301, headers: { location: '/there' } },
  '/moved-away': { kind: 'answer', status: 302, headers: { location: '/nowhere' } },
  '/to-inside': { kind: 'answer', status: 302, headers: { location: 'https://inside.example/there' } },
  '/to-metadata': { kind: 'answer', status: 302, headers: { location: 'https://169.254.169.254/there' } },
  '/to-http': { kind: 'answer', status: 302, headers: { location: 'http://localhost/there' } },
  '/to-file': { kind: 'answer', status: 302, headers: { location: 'file:///etc/passwd' } },
  '/to-port': { kind: 'answer', status: 302, headers: { location: 'https://localhost:8443/there' } },
  '/to-nothing': { kind: 'answer', status: 302 },
  '/odd': { kind: 'answer', status: 302, headers: { location: 'https://[' } },
  '/round': { kind: 'answer', status: 302, headers: { location: '/round' } },
  '/one': { kind: 'answer', status: 302, headers: { location: '/two' } },
  '/two': { kind: 'answer', status: 302, headers: { location: '/three' } },
  '/three': { kind: 'answer', status: 302, headers: { location: '/there' } },
  '/zero': { kind: 'answer', status: 302, headers: { location: '/one' } },
  '/cut': { kind: 'reset' },
  '/silent': { kind: 'hang' },
};

let server: LoopbackServer;
let received: ReceivedRequest[];
let certificate: { readonly key: string; readonly cert: string };
beforeAll(async () => {
  certificate = await createCertificate();
  server = await startLoopbackServer((request) => {
    received.push(request);
    if (request.path === '/get-only' && request.method === 'HEAD') return { kind: 'answer', status: 404 };
    if (request.path === '/get-only') return { kind: 'answer', status: 200 };
    return pages[request.path] ?? { kind: 'answer', status: 404 };
  }, certificate);
});
afterAll(() => server.stop());
beforeEach(() => {
  received = [];
});

/** A name that leads to the server of the test, which alone counts as public, and one that leads inside. */
const hosts: Readonly<Record<string, readonly string[]>> = {
  localhost: ['127.0.0.1'],
  'inside.example': ['127.0.0.2'],
  'both.example': ['127.0.0.1', '10.0.0.1'],
};
const given: LinkCheckDependencies = {
  isPublic: (address) => address === '127.0.0.1',
  lookup: (host, found) => {
    const addresses = hosts[host];
    if (addresses === undefined) found(Object.assign(new Error('no host'), { code: 'ENOTFOUND' }));
    else
      found(
        null,
        addresses.map((address) => ({ address, family: 4 })),
      );
  },
};
const stateOf = async (address: string, differences: LinkCheckDependencies = {}) => {
  const check = createLinkChecker({ ...given, port: server.port, ca: certificate.cert, ...differences });
  return (await check([address])).get(address);
};

describe('a link', () => {
  it.each([
    ['/there', 'alive'],
    ['/get-only', 'alive'],
    ['/moved', 'alive'],
    ['/one', 'alive'],
    ['/nowhere', 'dead'],
    ['/gone', 'dead'],
    ['/moved-away', 'dead'],
    ['/forbidden', 'unchecked'],
    ['/broken', 'unchecked'],
    ['/busy', 'unchecked'],
    ['/cut', 'unchecked'],
    ['/to-nothing', 'unchecked'],
    ['/odd', 'unchecked'],
    ['/round', 'unchecked'],
    ['/zero', 'unchecked'],
    ['/to-inside', 'unchecked'],
    ['/to-metadata', 'unchecked'],
    ['/to-http', 'unchecked'],
    ['/to-file', 'unchecked'],
    ['/to-port', 'unchecked'],
  ])('to %s is %s', async (path, state) => {
    expect(await stateOf(`https://localhost${path}`)).toBe(state);
  });

  it('to a host that there is not is dead, and one whose name cannot be looked up now is unchecked', async () => {
    expect(await stateOf('https://nobody.example/')).toBe('dead');
    const lookup: LinkCheckDependencies['lookup'] = (_host, found) =>
      found(Object.assign(new Error('later'), { code: 'EAI_AGAIN' }));
    expect(await stateOf('https://localhost/', { lookup })).toBe('unchecked');
  });

  it.each([
    'http://localhost/there',
    'https://localhost:8443/there',
    'https://name:word@localhost/there',
    'https://inside.example/there',
    'https://both.example/there',
    'https://127.0.0.2/there',
    'https://[::1]/there',
    'https://[::ffff:127.0.0.1]/there',
    'https://0x7f000002/there',
    'https://2130706434/there',
    'javascript:alert(1)',
    'file:///etc/passwd',
    'no address',
    '',
  ])('to %s is followed nowhere', async (address) => {
    expect(await stateOf(address)).toBe('unchecked');
    expect(received).toEqual([]);
  });

  it.each([
    ['one inside', ['10.0.0.1']],
    ['one inside beside a public one', ['127.0.0.1', '10.0.0.1']],
  ])('to a host with %s is followed nowhere, though its certificate is good', async (_, addresses) => {
    const lookup: LinkCheckDependencies['lookup'] = (_host, found) =>
      found(
        null,
        addresses.map((address) => ({ address, family: 4 })),
      );
    expect(await stateOf('https://localhost/there', { lookup })).toBe('unchecked');
    expect(received).toEqual([]);
  });

  it('that never answers is given up', async () => {
    expect(await stateOf('https://localhost/silent', { timeoutMs: 100 })).toBe('unchecked');
  });

  it('with a certificate that nobody knows is unchecked', async () => {
    const check = createLinkChecker({ ...given, port: server.port });
    expect((await check(['https://localhost/there'])).get('https://localhost/there')).toBe('unchecked');
  });

  it('is asked for with nothing that tells who asks', async () => {
    await stateOf('https://localhost/moved');
    expect(received.map(({ method }) => method)).toEqual(['HEAD', 'HEAD']);
    for (const { headers, body } of received) {
      expect(Object.keys(headers).sort()).toEqual(['accept', 'connection', 'host', 'user-agent']);
      expect(body).toBe('');
    }
  });

  it('leads to the address that was looked at: a name is looked up once a request', async () => {
    const asked: string[] = [];
    const lookup: LinkCheckDependencies['lookup'] = (host, found) => {
      asked.push(host);
      // The second time it would lead inside.
      found(null, [{ address: asked.length === 1 ? '127.0.0.1' : '10.0.0.1', family: 4 }]);
    };
    expect(await stateOf('https://localhost/there', { lookup })).toBe('alive');
    expect(asked).toEqual(['localhost']);
  });

  it('is asked once, and beyond twenty not at all', async () => {
    const check = createLinkChecker({ ...given, port: server.port, ca: certificate.cert });
    const many = Array.from({ length: 25 }, (_, place) => `https://localhost/there?${place}`);
    const states = await check([...many, ...many]);
    expect(states.size).toBe(25);
    expect([...states.values()].filter((state) => state === 'unchecked')).toHaveLength(5);
    expect(received).toHaveLength(20 * 2);
  });
});

describe('an address of the public internet', () => {
  it.each([
    ['93.184.216.34', true],
    ['8.8.8.8', true],
    ['172.32.0.1', true],
    ['2606:2800:220:1::1', true],
    ['127.0.0.1', false],
    ['127.255.255.254', false],
    ['10.1.2.3', false],
    ['172.16.0.1', false],
    ['172.31.255.255', false],
    ['192.168.1.1', false],
    ['169.254.169.254', false],
    ['168.63.129.16', false],
    ['100.64.0.1', false],
    ['0.0.0.0', false],
    ['224.0.0.1', false],
    ['255.255.255.255', false],
    ['::1', false],
    ['::', false],
    ['fe80::1', false],
    ['fc00::1', false],
    ['fd00:ec2::254', false],
    ['ff02::1', false],
    ['::ffff:127.0.0.1', false],
    ['::ffff:8.8.8.8', false],
    ['64:ff9b::a00:1', false],
    ['2002:7f00:1::', false],
    ['2001:db8::1', false],
    ['localhost', false],
    ['', false],
  ])('%s: %s', (address, isPublic) => {
    expect(isPublicAddress(address)).toBe(isPublic);
  });
});
