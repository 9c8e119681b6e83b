import { z } from 'zod';
import type { Clock } from '../../concerns/terms/clock.ts';
import { type Answered, askAddress, type Route, type WhyUnanswered } from './ask-address.ts';
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

function readinessIn(text: string): z.infer<typeof readinessSchema> | undefined {
  try {
    return readinessSchema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

function lookAtReadiness({ status, text }: Answer, { tell }: Tells): boolean {
  const readiness = readinessIn(text);
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

export interface SeenServer {
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
 * Asks a server at its public address, as anyone could without a token: whether its name is known, its certificate is
 * trusted and lasts, the page is handed out, and nothing behind it is answered; and whether it is ready.
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
