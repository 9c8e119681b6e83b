import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { DeploymentSettings } from '../../bot/config/checks/deployment-settings.ts';
import { recipientSettingNames } from '../../bot/config/recipient-settings.ts';
import { findMissingSupportSettings } from '../../bot/config/word-settings.ts';
import type { RoleLists } from '../../bot/config/role-settings.ts';
import { type RecipientGroup, SealError } from '../../core/ports/seal.ts';
import type { Store } from '../../core/ports/store.ts';
import type { Clock } from '../../core/model/calendar.ts';
import { findUnderstaffedRoles } from '../../core/model/roles.ts';
import { isFingerprintOfKey, type KeyGroup, keyGroups, type Recipients } from '../../core/model/public-keys.ts';
import { createDayKeyRing } from '../../dialogs/bot-framework/day-key-ring.ts';
import { englishWords } from '../../crypto/word-lists/english.ts';
import { welshWords } from '../../crypto/word-lists/welsh.ts';
import { parseFingerprint } from '../../crypto/security-code.ts';
import { createAgeSealer } from '../../crypto/node/age-sealer.ts';
import { createFinding } from './findings.ts';
import type { CheckOutput } from './run-checks.ts';

const expiryWarningMs = 42 * 24 * 3_600_000;

export function checkDeploymentSettings(
  { problems, certificateUntil, redactStorePath, serverSettings }: DeploymentSettings,
  clock: Clock,
  { addFinding }: CheckOutput,
): void {
  for (const { sentence } of problems) addFinding(createFinding('setting-wrong', redactStorePath(sentence)));
  const left = (certificateUntil?.getTime() ?? Number.POSITIVE_INFINITY) - clock().getTime();
  if (left < expiryWarningMs) addFinding(createFinding('bot-certificate-ends'));
  const unsetSupport = serverSettings === undefined ? [] : findMissingSupportSettings(serverSettings.contacts);
  if (unsetSupport.length > 0) addFinding(createFinding('support-unset', unsetSupport.join(', ')));
}

export function checkRoles(roles: RoleLists, { addFinding }: CheckOutput): void {
  const short = findUnderstaffedRoles(roles);
  if (short.includes('reserve')) addFinding(createFinding('reserve-short'));
  if (short.includes('custodian')) addFinding(createFinding('custodian-missing'));
}

type FingerprintList = Readonly<Record<KeyGroup, readonly string[]>>;

const parseKeyGroup = (name: string): KeyGroup | undefined =>
  keyGroups.find((group) => recipientSettingNames[group] === name);

/**
 * A line for each group: its setting's name, a colon, and comma-separated fingerprints in digits, in twelve words or as
 * whole public keys. Returns the number of the first invalid line.
 */
function parseFingerprintList(text: string): FingerprintList | number {
  const paper: Record<KeyGroup, string[]> = { acu: [], recovery: [], reserve: [], custodians: [] };
  for (const [place, line] of text.split(/\r?\n/u).entries()) {
    if (/^\s*(?:#|$)/u.test(line)) continue;
    const [, name = '', given = ''] = /^\s*(\w+)\s*[:=](.*)$/u.exec(line) ?? [];
    const group = parseKeyGroup(name);
    const fingerprints = given.split(',').map((one) => parseFingerprint(one, [englishWords, welshWords]));
    if (group === undefined) return place + 1;
    for (const fingerprint of fingerprints) {
      if (fingerprint === undefined) return place + 1;
      paper[group].push(fingerprint);
    }
  }
  return paper;
}

const recipientGroupLabels: Readonly<Record<RecipientGroup, string>> = {
  acu: 'the unit',
  reserve: 'the reserve officers',
  custodians: 'the custodians',
};
const sealTargets = ['acu', 'reserve', 'custodians'] as const satisfies readonly RecipientGroup[];

async function checkSeals(recipients: Recipients, { addFinding }: CheckOutput): Promise<void> {
  for (const to of sealTargets) {
    // A group without a key has too few people, which is another finding.
    if (recipients[to].length === 0) continue;
    try {
      await createAgeSealer(recipients).seal('A test by the doctor. It holds nobody’s words.', to);
    } catch (error) {
      if (!(error instanceof SealError)) throw error;
      addFinding(createFinding('keys-do-not-seal', recipientGroupLabels[to]));
    }
  }
}

function compareFingerprints(recipients: Recipients, paper: FingerprintList, { addFinding }: CheckOutput): void {
  for (const group of keyGroups) {
    const name = recipientSettingNames[group];
    const others = keyGroups.filter((one) => one !== group).flatMap((one) => paper[one]);
    for (const line of recipients[group]) {
      if (paper[group].some((fingerprint) => isFingerprintOfKey(fingerprint, line))) continue;
      const isOfOthers = others.some((fingerprint) => isFingerprintOfKey(fingerprint, line));
      addFinding(createFinding(isOfOthers ? 'key-of-another-group' : 'key-not-on-paper', name));
    }
    if (paper[group].some((fingerprint) => !recipients[group].some((line) => isFingerprintOfKey(fingerprint, line))))
      addFinding(createFinding('key-not-in-settings', name));
  }
}

async function readFingerprintFile(path: string): Promise<FingerprintList | string> {
  const text = await readFile(path, 'utf8').catch(() => undefined);
  if (text === undefined) return 'it does not exist, or this account may not read it';
  const paper = parseFingerprintList(text);
  return typeof paper === 'number' ? `line ${paper} is not valid` : paper;
}

export async function checkKeys(recipients: Recipients, path: string | undefined, output: CheckOutput): Promise<void> {
  await checkSeals(recipients, output);
  if (path === undefined) {
    output.addFinding(createFinding('keys-not-compared'));
    return;
  }
  const paper = await readFingerprintFile(path);
  if (typeof paper === 'string') output.addFinding(createFinding('paper-unreadable', paper));
  else compareFingerprints(recipients, paper, output);
}

/** Whether the settings' secret opens today's shared key. Makes none. */
export async function checkStateSecret(
  { dayKeys }: Pick<Store, 'dayKeys'>,
  { secret, secretBefore }: NonNullable<DeploymentSettings['secrets']>,
  clock: Clock,
  { addFinding }: CheckOutput,
): Promise<void> {
  const random = (bytes: number) => new Uint8Array(randomBytes(bytes));
  const ring = createDayKeyRing({ dayKeys, secret, ...(secretBefore && { secretBefore }), clock, random });
  const today = clock().toISOString().slice(0, 10);
  if ((await dayKeys.read(today)) !== undefined && (await ring.find(today)) === undefined)
    addFinding(createFinding('secret-other'));
}
