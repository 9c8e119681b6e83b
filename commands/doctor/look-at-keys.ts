import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Deployment } from '../../bot/settings/checks/deployment.ts';
import { recipientSettings } from '../../bot/settings/recipients.ts';
import { SealError } from '../../concerns/ports/seal-error.ts';
import type { SealedTo } from '../../concerns/ports/seal.ts';
import type { Clock } from '../../concerns/terms/clock.ts';
import { isFingerprintOf, keyGroups, type Recipients } from '../../concerns/terms/recipients.ts';
import { createDayKeyRing } from '../../dialogs/day-key-ring.ts';
import { createAgeSeal } from '../../seals/node/age-seal.ts';
import { found } from './finding.ts';
import { type OpenedStore, withOpened } from './opened-store.ts';
import { type Paper, readPaper } from './paper.ts';
import type { Tells } from './run-checks.ts';

const sealedTo: Readonly<Record<SealedTo, string>> = {
  acu: 'the unit',
  reserve: 'the reserve',
  custodians: 'the custodians',
};
const groupsSealedTo = ['acu', 'reserve', 'custodians'] as const satisfies readonly SealedTo[];

async function trySeals(recipients: Recipients, { tell }: Tells): Promise<void> {
  for (const to of groupsSealedTo) {
    // A group without a line has too few people, which is told as that: with enough, its line is a missing setting.
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

/** The paper in a file, or what is wrong with that. */
async function paperIn(path: string): Promise<Paper | string> {
  const text = await readFile(path, 'utf8').catch(() => undefined);
  if (text === undefined) return 'the file is not there, or this account may not read it';
  const paper = readPaper(text);
  return typeof paper === 'number' ? `line ${paper}` : paper;
}

/** Looks whether each group can be sealed to, and whether the lines of the settings are those on paper. */
export const lookAtKeys =
  ({ recipients }: Pick<Deployment, 'recipients'>, path: string | undefined) =>
  async (tells: Tells): Promise<void> => {
    if (recipients === undefined) {
      tells.tell(found('not-looked-at', 'a setting for it'));
      return;
    }
    await trySeals(recipients, tells);
    if (path === undefined) {
      tells.tell(found('keys-not-compared'));
      return;
    }
    const paper = await paperIn(path);
    if (typeof paper === 'string') tells.tell(found('paper-unreadable', paper));
    else compare(recipients, paper, tells);
  };

/** Looks whether the secret of the settings opens the key of today that the servers share. None is made. */
export const lookAtSecret = ({ secrets }: Deployment, opening: Promise<OpenedStore>, clock: Clock) =>
  withOpened(opening, async ({ dayKeys }, { tell }) => {
    if (secrets === undefined) return;
    const random = (bytes: number) => new Uint8Array(randomBytes(bytes));
    const { secret, secretBefore } = secrets;
    const ring = createDayKeyRing({ dayKeys, secret, ...(secretBefore && { secretBefore }), clock, random });
    const today = clock().toISOString().slice(0, 10);
    if ((await dayKeys.read(today)) !== undefined && (await ring.find(today)) === undefined)
      tell(found('secret-other'));
  });
