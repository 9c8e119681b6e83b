import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Deployment } from '../../bot/config/checks/deployment.ts';
import { recipientSettings } from '../../bot/config/recipients.ts';
import type { RoleLists } from '../../bot/config/roles.ts';
import { type SealedTo, SealError } from '../../core/ports/seal.ts';
import type { Store } from '../../core/ports/store.ts';
import type { Clock } from '../../core/model/calendar.ts';
import { findShortRoles } from '../../core/model/directory.ts';
import { isFingerprintOf, type KeyGroup, keyGroups, type Recipients } from '../../core/model/recipients.ts';
import { createDayKeyRing } from '../../dialogs/bot-framework/day-key-ring.ts';
import { englishWords } from '../../crypto/word-lists/english.ts';
import { welshWords } from '../../crypto/word-lists/welsh.ts';
import { readFingerprint } from '../../crypto/fingerprint-words.ts';
import { createAgeSeal } from '../../crypto/node/age-seal.ts';
import { found } from './findings.ts';
import type { Tells } from './run-checks.ts';

const sixWeeksMs = 42 * 24 * 3_600_000;

export function lookAtSettings(
  { troubles, certificateUntil, withoutPlace }: Deployment,
  clock: Clock,
  { tell }: Tells,
): void {
  for (const { sentence } of troubles) tell(found('setting-wrong', withoutPlace(sentence)));
  const left = (certificateUntil?.getTime() ?? Number.POSITIVE_INFINITY) - clock().getTime();
  if (left < sixWeeksMs) tell(found('bot-certificate-ends'));
}

export function lookAtRoles(roles: RoleLists, { tell }: Tells): void {
  const short = findShortRoles(roles);
  if (short.includes('reserve')) tell(found('reserve-short'));
  if (short.includes('custodian')) tell(found('custodian-missing'));
}

type Paper = Readonly<Record<KeyGroup, readonly string[]>>;

const groupNamed = (name: string): KeyGroup | undefined => keyGroups.find((group) => recipientSettings[group] === name);

/**
 * A line for each group: the name of its setting, a colon, and comma-separated fingerprints in digits, in twelve words
 * or as whole public lines. A number is that of the first invalid line.
 */
function readPaper(text: string): Paper | number {
  const paper: Record<KeyGroup, string[]> = { acu: [], recovery: [], reserve: [], custodians: [] };
  for (const [place, line] of text.split(/\r?\n/u).entries()) {
    if (/^\s*(?:#|$)/u.test(line)) continue;
    const [, name = '', given = ''] = /^\s*(\w+)\s*[:=](.*)$/u.exec(line) ?? [];
    const group = groupNamed(name);
    const fingerprints = given.split(',').map((one) => readFingerprint(one, [englishWords, welshWords]));
    if (group === undefined) return place + 1;
    for (const fingerprint of fingerprints) {
      if (fingerprint === undefined) return place + 1;
      paper[group].push(fingerprint);
    }
  }
  return paper;
}

const sealedTo: Readonly<Record<SealedTo, string>> = {
  acu: 'the unit',
  reserve: 'the reserve',
  custodians: 'the custodians',
};
const groupsSealedTo = ['acu', 'reserve', 'custodians'] as const satisfies readonly SealedTo[];

async function trySeals(recipients: Recipients, { tell }: Tells): Promise<void> {
  for (const to of groupsSealedTo) {
    // A group without a line has too few people, which is another finding.
    if (recipients[to].length === 0) continue;
    try {
      await createAgeSeal(recipients).seal('A test by the doctor. It holds nobody’s words.', to);
    } catch (error) {
      if (!(error instanceof SealError)) throw error;
      tell(found('keys-do-not-seal', sealedTo[to]));
    }
  }
}

function compare(recipients: Recipients, paper: Paper, { tell }: Tells): void {
  for (const group of keyGroups) {
    const name = recipientSettings[group];
    const others = keyGroups.filter((one) => one !== group).flatMap((one) => paper[one]);
    for (const line of recipients[group]) {
      if (paper[group].some((fingerprint) => isFingerprintOf(fingerprint, line))) continue;
      const isOfOthers = others.some((fingerprint) => isFingerprintOf(fingerprint, line));
      tell(found(isOfOthers ? 'key-of-another-group' : 'key-not-on-paper', name));
    }
    if (paper[group].some((fingerprint) => !recipients[group].some((line) => isFingerprintOf(fingerprint, line))))
      tell(found('key-not-in-settings', name));
  }
}

async function paperIn(path: string): Promise<Paper | string> {
  const text = await readFile(path, 'utf8').catch(() => undefined);
  if (text === undefined) return 'the file is not there, or this account may not read it';
  const paper = readPaper(text);
  return typeof paper === 'number' ? `line ${paper}` : paper;
}

export async function lookAtKeys(recipients: Recipients, path: string | undefined, tells: Tells): Promise<void> {
  await trySeals(recipients, tells);
  if (path === undefined) {
    tells.tell(found('keys-not-compared'));
    return;
  }
  const paper = await paperIn(path);
  if (typeof paper === 'string') tells.tell(found('paper-unreadable', paper));
  else compare(recipients, paper, tells);
}

/** Whether the settings' secret opens today's shared key. Makes none. */
export async function lookAtSecret(
  { dayKeys }: Pick<Store, 'dayKeys'>,
  { secret, secretBefore }: NonNullable<Deployment['secrets']>,
  clock: Clock,
  { tell }: Tells,
): Promise<void> {
  const random = (bytes: number) => new Uint8Array(randomBytes(bytes));
  const ring = createDayKeyRing({ dayKeys, secret, ...(secretBefore && { secretBefore }), clock, random });
  const today = clock().toISOString().slice(0, 10);
  if ((await dayKeys.read(today)) !== undefined && (await ring.find(today)) === undefined) tell(found('secret-other'));
}
