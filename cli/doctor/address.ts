import { readJson } from '../../core/model/read-json.ts';
import { z } from 'zod';
import type { Clock } from '../../core/model/calendar.ts';
import { ourVersion } from '../../storage/schema-version.ts';
import { KeysError } from '../keys/keys-error.ts';
import { askServer } from '../page/fetch-page.ts';
import { type PageContext, PageError } from '../page/command.ts';
import { verifyPage } from '../page/verify.ts';
import { type Answered, askAddress, type Route, type WhyUnanswered } from './http-probe.ts';
import type { DoctorOptions } from './doctor-options.ts';
import { type FindingName, found } from './findings.ts';
import type { Tells } from './run-checks.ts';

const unanswered: Readonly<Record<WhyUnanswered, FindingName>> = {
  proxy: 'address-proxy',
  unknownName: 'address-unknown',
  noAnswer: 'address-no-answer',
  ended: 'address-certificate-ended',
  otherName: 'address-certificate-of-another',
  notTrusted: 'address-certificate-not-trusted',
};
const answerMs = 15_000;
const threeWeeksMs = 21 * 24 * 3_600_000;
const apartMs = 5 * 60_000;

const readinessSchema = z.object({
  status: z.string(),
  alerts: z.unknown().optional(),
  clock: z.unknown().optional(),
  certificate: z.unknown().optional(),
  files: z.unknown().optional(),
});
const notes = {
  alerts: 'alerts that cannot be read',
  clock: 'its clock',
  certificate: 'the bot’s certificate',
  files: 'the place of files',
} as const;

type Answer = Extract<Answered, { readonly kind: 'answered' }>;

function lookAtReadiness({ status, text }: Answer, { tell }: Tells): boolean {
  const readiness = readJson(readinessSchema, text);
  if (status !== 200 || readiness?.status !== 'ready') {
    tell(found('server-not-ready'));
    return false;
  }
  for (const name of ['alerts', 'clock', 'certificate', 'files'] as const)
    if (readiness[name] !== undefined) tell(found('server-notes', notes[name]));
  return true;
}

function lookAtDoor({ status }: Answer, door: string, { tell }: Tells): void {
  if (status >= 200 && status < 300) tell(found('door-open', door));
  else if (status !== 401) tell(found('door-odd', door));
}

interface SeenServer {
  readonly server: URL;
  readonly health: URL | undefined;
}

const dayMs = 24 * 3_600_000;

function lookAtEnvelope({ until, date }: Answer, isPlain: boolean, clock: Clock, { tell, note }: Tells): void {
  const now = clock().getTime();
  if (!isPlain) {
    const left = (until?.getTime() ?? 0) - now;
    note(`The certificate lasts ${Math.max(0, Math.floor(left / dayMs))} more days.`);
    if (left < threeWeeksMs) tell(found('address-certificate-ends'));
  }
  if (Math.abs((date?.getTime() ?? now) - now) > apartMs) tell(found('clock-apart', 'the server'));
}

/**
 * As anyone could, without a token: whether its name is known, its certificate is trusted and lasts, the page is handed
 * out, and nothing behind it is answered; and whether it is ready.
 */
export async function lookAtServer(
  { server, health }: SeenServer,
  clock: Clock,
  route: Route,
  tells: Tells,
): Promise<void> {
  const { tell, note } = tells;
  const ask = (method: 'GET' | 'POST', path: string, at = server) =>
    askAddress(at, { method, path, route, deadlineMs: answerMs });
  const page = await ask('GET', '/tab');
  if (page.kind === 'unanswered') {
    tell(found(unanswered[page.why]));
    return;
  }
  lookAtEnvelope(page, server.protocol === 'http:', clock, tells);
  if (page.status !== 200 || !page.type.startsWith('text/html')) tell(found('page-not-there'));
  else if (!/frame-ancestors .*https:/u.test(page.policy)) tell(found('page-without-policy'));
  for (const [path, door] of [
    ['/api/messages', 'the bot'],
    ['/api/tab/cases.list', 'the tab'],
  ] as const) {
    const answer = await ask('POST', path);
    if (answer.kind === 'unanswered') tell(found(unanswered[answer.why]));
    else lookAtDoor(answer, door, tells);
  }
  if (health === undefined) {
    tell(found('readiness-elsewhere'));
    return;
  }
  const ready = await ask('GET', '/readyz', health);
  if (ready.kind === 'unanswered') tell(found(unanswered[ready.why]));
  else if (lookAtReadiness(ready, tells)) note('It says that it is ready.');
}

const mostBytes = 2_000_000;
const version =
  /^candour_build_info\{(?:[^}\n]*,)?version="(\d{1,4}\.\d{1,4}\.\d{1,4}(?:-[0-9a-z.]{1,12})?)"[^}\n]*\} 1$/mu;

async function numbersOf(address: string, deadlineMs: number): Promise<string | undefined> {
  const answer = await askServer(new URL('/metrics', address), {
    headers: { accept: 'text/plain' },
    mostBytes,
    deadlineMs,
  });
  if (answer.kind === 'noAnswer') return undefined;
  if (answer.kind === 'tooLong' || answer.status !== 200) return '';
  return Buffer.from(answer.bytes).toString('utf8');
}

export async function lookAtServers(
  addresses: readonly string[],
  deadlineMs: number,
  { tell, note }: Tells,
): Promise<void> {
  if (addresses.length === 0) tell(found('servers-not-asked'));
  const all = await Promise.all(addresses.map((address) => numbersOf(address, deadlineMs)));
  for (const [place, numbers] of all.entries()) {
    const server = `server ${place + 1}`;
    const runs = version.exec(numbers ?? '')?.[1];
    if (numbers === undefined) tell(found('server-away', server));
    else if (runs === undefined) tell(found('server-without-version', server));
    else {
      note(`Of those named with --server, ${server} runs ${runs}.`);
      if (runs !== ourVersion.release) tell(found('server-of-another-version', server));
    }
  }
}

const findings: Readonly<Record<number, FindingName>> = { 1: 'page-no-answer', 3: 'page-differs', 4: 'page-unsigned' };
const notRead = 'a file of the options cannot be read.';

export async function lookAtPage(
  { server, manifest, by }: NonNullable<DoctorOptions['page']>,
  context: Omit<PageContext, 'say'>,
  { tell }: Tells,
): Promise<void> {
  if (server === undefined || manifest === undefined) {
    tell(found('page-options-wrong', 'one of the options is missing.'));
    return;
  }
  try {
    const args = ['--manifest', manifest, ...by.flatMap((one) => ['--by', one]), '--', server];
    const finding = findings[await verifyPage(args, { ...context, say: () => undefined })];
    if (finding !== undefined) tell(found(finding));
  } catch (error) {
    const isOurs = error instanceof PageError || error instanceof KeysError;
    tell(found('page-options-wrong', isOurs ? error.message : notRead));
  }
}
