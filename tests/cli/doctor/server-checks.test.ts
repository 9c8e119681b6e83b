import tls from 'node:tls';
import { afterEach, describe, expect, it } from '@jest/globals';
import { checkServer } from '../../../cli/doctor/server-checks.ts';
import { runChecks, type CheckOutput } from '../../../cli/doctor/run-checks.ts';
import { type LoopbackServer, startLoopbackServer, type WireAnswer } from '../../fakes/loopback-server.ts';
import { createHostCertificate, publicHost, routeToPort } from '../../support/cli/public-address.ts';

const trusted = tls.getCACertificates('default');
let server: LoopbackServer | undefined;
afterEach(async () => {
  tls.setDefaultCACertificates(trusted);
  await server?.stop();
});

const policy = "default-src 'none'; frame-ancestors https://teams.microsoft.com";
const page: WireAnswer = {
  kind: 'answer',
  status: 200,
  text: '<!doctype html>',
  headers: { 'content-type': 'text/html', 'content-security-policy': policy },
};
const answers = (status: number, body: object = {}): WireAnswer => ({ kind: 'answer', status, body });
/** The answers of Candour at its public address. */
const candour: Readonly<Record<string, WireAnswer>> = {
  '/tab': page,
  '/api/messages': answers(401),
  '/api/tab/cases.list': answers(401),
  '/readyz': answers(200, { status: 'ready' }),
};

interface Planted {
  readonly answer?: Readonly<Record<string, WireAnswer>>;
  readonly certificate?: { readonly days: number; readonly name?: string };
  readonly isTrusted?: boolean;
  readonly apartMs?: number;
}

async function foundWith({ answer = {}, certificate = { days: 60 }, isTrusted = true, apartMs = 0 }: Planted) {
  const made = await createHostCertificate(certificate);
  if (isTrusted) tls.setDefaultCACertificates([...trusted, made.cert]);
  const given = { ...candour, ...answer };
  server = await startLoopbackServer(({ path }) => given[path] ?? answers(404), made);
  const clock = () => new Date(Date.now() + apartMs);
  const [at, route] = [new URL(`https://${publicHost}`), routeToPort(server.port)];
  const look = (tells: CheckOutput) => checkServer({ server: at, health: at }, clock, route, tells);
  const [checked] = await runChecks([{ name: 'address', deadlineMs: 60_000, run: look }]);
  return checked?.findings.map(({ finding }) => finding);
}

describe('the public address', () => {
  it('is as it should be where Candour answers', async () => {
    expect(await foundWith({})).toEqual([]);
  });

  it.each<[string, Planted, readonly string[]]>([
    ['a certificate that nobody vouches for', { isTrusted: false }, ['address-certificate-not-trusted']],
    ['one of another name', { certificate: { days: 60, name: 'other.example' } }, ['address-certificate-of-another']],
    ['one that has ended', { certificate: { days: -2 } }, ['address-certificate-ended']],
    ['one that ends soon', { certificate: { days: 9 } }, ['address-certificate-ends']],
    ['a clock that is apart', { apartMs: 600_000 }, ['clock-apart']],
    ['a server that cuts the connection', { answer: { '/tab': { kind: 'reset' } } }, ['address-no-answer']],
    ['no page', { answer: { '/tab': answers(404) } }, ['page-not-there']],
    ['a page of somebody else', { answer: { '/tab': answers(200, { sign: 'in' }) } }, ['page-not-there']],
    [
      'a page without its policy',
      { answer: { '/tab': { ...page, headers: { 'content-type': 'text/html' } } } },
      ['page-without-policy'],
    ],
    ['a bot that lets anybody in', { answer: { '/api/messages': answers(200) } }, ['door-open']],
    ['a tab that lets anybody in', { answer: { '/api/tab/cases.list': answers(200) } }, ['door-open']],
    ['a proxy that asks for a sign-in', { answer: { '/api/messages': answers(302) } }, ['door-odd']],
    [
      'a server that is not ready',
      { answer: { '/readyz': answers(503, { status: 'notReady' }) } },
      ['server-not-ready'],
    ],
    ['something else that is', { answer: { '/readyz': { ...page } } }, ['server-not-ready']],
    [
      'a server with notes',
      { answer: { '/readyz': answers(200, { status: 'ready', alerts: 'setAside', clock: 'doubted' }) } },
      ['server-notes', 'server-notes'],
    ],
    [
      'a server that was restored and has damaged records',
      { answer: { '/readyz': answers(200, { status: 'ready', restored: 'paused', store: 'damaged' }) } },
      ['server-notes', 'server-notes'],
    ],
  ])('%s is told by its own finding', async (_, planted, expected) => {
    expect(await foundWith(planted)).toEqual(expected);
  });

  it('a name that nobody knows, and one where nothing listens, are told apart', async () => {
    const at = async (host: string, route: Parameters<typeof checkServer>[2]) => {
      const named = new URL(`https://${host}`);
      const look = (tells: CheckOutput) =>
        checkServer({ server: named, health: named }, () => new Date(), route, tells);
      const [checked] = await runChecks([{ name: 'address', deadlineMs: 60_000, run: look }]);
      return checked?.findings.map(({ finding }) => finding);
    };
    expect(await at('nobody.invalid', {})).toEqual(['address-unknown']);
    expect(await at(publicHost, routeToPort(9))).toEqual(['address-no-answer']);
  });
});
