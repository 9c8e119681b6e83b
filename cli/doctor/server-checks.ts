import { parseJsonWithSchema } from '../../core/model/parse-json.ts';
import { z } from 'zod';
import { findReadinessNotes, type ReadinessNote } from '../../bot/http/health-routes.ts';
import type { Clock } from '../../core/model/calendar.ts';
import { currentStoreVersion } from '../../storage/store-version.ts';
import { KeysError } from '../keys/keys-error.ts';
import { fetchFromServer } from '../page/fetch-from-server.ts';
import { type PageCommandContext, PageError } from '../page/page-subcommand.ts';
import { verifyPageCommand } from '../page/verify-page.ts';
import { type HttpProbeResult, probeAddress, type ProbeRoute, type HttpProbeFailure } from './http-probe.ts';
import type { DoctorOptions } from './doctor-options.ts';
import { type FindingName, createFinding } from './findings.ts';
import type { CheckOutput } from './run-checks.ts';

export const probeFailureFindings: Readonly<Record<HttpProbeFailure, FindingName>> = {
  proxy: 'address-proxy',
  unknownName: 'address-unknown',
  noAnswer: 'address-no-answer',
  ended: 'address-certificate-ended',
  otherName: 'address-certificate-of-another',
  notTrusted: 'address-certificate-not-trusted',
};
const timeoutMs = 15_000;
const certificateWarningMs = 21 * 24 * 3_600_000;
const maxClockSkewMs = 5 * 60_000;

const readinessSchema = z.looseObject({ status: z.string() });
const readinessNoteTexts: Readonly<Record<ReadinessNote, string>> = {
  alerts: 'alerts that cannot be read',
  clock: 'its clock',
  certificate: 'the bot’s certificate',
  files: 'the place for encrypted files',
  restored: 'sending, which has waited since a restore',
  store: 'records that cannot be read',
};

type HttpAnswer = Extract<HttpProbeResult, { readonly kind: 'answered' }>;

function checkReadiness({ status, text }: HttpAnswer, { addFinding }: CheckOutput): boolean {
  const readiness = parseJsonWithSchema(readinessSchema, text);
  if (status !== 200 || readiness?.status !== 'ready') {
    addFinding(createFinding('server-not-ready'));
    return false;
  }
  for (const note of findReadinessNotes(readiness)) addFinding(createFinding('server-notes', readinessNoteTexts[note]));
  return true;
}

function checkEndpointClosed({ status }: HttpAnswer, endpoint: string, { addFinding }: CheckOutput): void {
  if (status >= 200 && status < 300) addFinding(createFinding('door-open', endpoint));
  else if (status !== 401) addFinding(createFinding('door-odd', endpoint));
}

interface ServerAddresses {
  readonly server: URL;
  readonly health: URL | undefined;
}

const dayMs = 24 * 3_600_000;

function checkCertificateAndClock(
  { until, date }: HttpAnswer,
  isPlain: boolean,
  clock: Clock,
  { addFinding, addFact }: CheckOutput,
): void {
  const now = clock().getTime();
  if (!isPlain) {
    const left = (until?.getTime() ?? 0) - now;
    addFact(`The certificate expires in ${Math.max(0, Math.floor(left / dayMs))} days.`);
    if (left < certificateWarningMs) addFinding(createFinding('address-certificate-ends'));
  }
  if (Math.abs((date?.getTime() ?? now) - now) > maxClockSkewMs) addFinding(createFinding('clock-apart', 'the server'));
}

/**
 * As anyone could, without a token: whether its name is known, its certificate is trusted and lasts, only the page is
 * served, and it is ready.
 */
export async function checkServer(
  { server, health }: ServerAddresses,
  clock: Clock,
  route: ProbeRoute,
  output: CheckOutput,
): Promise<void> {
  const { addFinding, addFact } = output;
  const probe = (method: 'GET' | 'POST', path: string, at = server) =>
    probeAddress(at, { method, path, route, deadlineMs: timeoutMs });
  const page = await probe('GET', '/tab');
  if (page.kind === 'unanswered') {
    addFinding(createFinding(probeFailureFindings[page.why]));
    return;
  }
  checkCertificateAndClock(page, server.protocol === 'http:', clock, output);
  if (page.status !== 200 || !page.type.startsWith('text/html')) addFinding(createFinding('page-not-there'));
  else if (!/frame-ancestors .*https:/u.test(page.policy)) addFinding(createFinding('page-without-policy'));
  for (const [path, entryPoint] of [
    ['/api/messages', 'the bot'],
    ['/api/tab/cases.list', 'the tab'],
  ] as const) {
    const answer = await probe('POST', path);
    if (answer.kind === 'unanswered') addFinding(createFinding(probeFailureFindings[answer.why]));
    else checkEndpointClosed(answer, entryPoint, output);
  }
  if (health === undefined) {
    addFinding(createFinding('readiness-elsewhere'));
    return;
  }
  const ready = await probe('GET', '/readyz', health);
  if (ready.kind === 'unanswered') addFinding(createFinding(probeFailureFindings[ready.why]));
  else if (checkReadiness(ready, output)) addFact('It says that it is ready.');
}

const maxBytes = 2_000_000;
const versionPattern =
  /^candour_build_info\{(?:[^}\n]*,)?version="(\d{1,4}\.\d{1,4}\.\d{1,4}(?:-[0-9a-z.]{1,12})?)"[^}\n]*\} 1$/mu;

async function fetchMetrics(address: string, deadlineMs: number): Promise<string | undefined> {
  const answer = await fetchFromServer(new URL('/metrics', address), {
    headers: { accept: 'text/plain' },
    maxBytes,
    deadlineMs,
  });
  if (answer.kind === 'noAnswer') return undefined;
  if (answer.kind === 'tooLong' || answer.status !== 200) return '';
  return Buffer.from(answer.bytes).toString('utf8');
}

export async function checkServerVersions(
  addresses: readonly string[],
  deadlineMs: number,
  { addFinding, addFact }: CheckOutput,
): Promise<void> {
  if (addresses.length === 0) addFinding(createFinding('servers-not-asked'));
  const all = await Promise.all(addresses.map((address) => fetchMetrics(address, deadlineMs)));
  for (const [place, metrics] of all.entries()) {
    const server = `server ${place + 1}`;
    const runs = versionPattern.exec(metrics ?? '')?.[1];
    if (metrics === undefined) addFinding(createFinding('server-away', server));
    else if (runs === undefined) addFinding(createFinding('server-without-version', server));
    else {
      addFact(`Of the servers named with --server, ${server} runs ${runs}.`);
      if (runs !== currentStoreVersion.release) addFinding(createFinding('server-of-another-version', server));
    }
  }
}

const findingByExitCode: Readonly<Record<number, FindingName>> = {
  1: 'page-no-answer',
  3: 'page-differs',
  4: 'page-unsigned',
};
const unreadableFileSentence = 'a file that an option names cannot be read.';

export async function checkServedPage(
  { server, manifest, by }: NonNullable<DoctorOptions['page']>,
  context: Omit<PageCommandContext, 'printLine'>,
  { addFinding }: CheckOutput,
): Promise<void> {
  if (server === undefined || manifest === undefined) {
    addFinding(createFinding('page-options-wrong', 'one of the options is missing.'));
    return;
  }
  try {
    const args = ['--manifest', manifest, ...by.flatMap((one) => ['--by', one]), '--', server];
    const finding = findingByExitCode[await verifyPageCommand(args, { ...context, printLine: () => undefined })];
    if (finding !== undefined) addFinding(createFinding(finding));
  } catch (error) {
    const isOurs = error instanceof PageError || error instanceof KeysError;
    addFinding(createFinding('page-options-wrong', isOurs ? error.message : unreadableFileSentence));
  }
}
