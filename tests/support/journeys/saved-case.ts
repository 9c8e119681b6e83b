import { decryptReportWithIdentities } from '../../../cli/open-report.ts';
import { type CaseId, parseCaseId } from '../../../core/model/case-id.ts';
import type { CaseRecord } from '../../../core/model/case-record.ts';
import type { EventRecord } from '../../../core/model/event-record.ts';
import type { DecryptedReport } from '../../../core/casework/decrypt-report.ts';
import { decryptSeal } from '../../../crypto/decrypt-seal.ts';
import type { KeyGroup } from '../../../core/model/public-keys.ts';
import { SealError } from '../../../core/ports/seal.ts';
import type { RunningBot } from './running-bot.ts';
import type { ParsedCard } from './parsed-card.ts';

const code = /\b(?:[0-9A-Z]{4}-){5}[0-9A-Z]{4}\b/u;
const reference = /\b[0-9A-Z]{3}-[0-9A-Z]{3}-[0-9A-Z]{4}\b/u;

/** The return code on a card. Throws where it shows none. */
export function parseCardCode({ text }: Pick<ParsedCard, 'text'>): string {
  const [found] = code.exec(text) ?? [];
  if (found === undefined) throw new Error('the card shows no return code');
  return found;
}

/** The case's reference on a card, `undefined` where it shows none. */
export const parseCardReference = ({ text }: Pick<ParsedCard, 'text'>): CaseId | undefined =>
  parseCaseId(reference.exec(text.replace(code, ''))?.[0] ?? '');

/** A case as it is stored. */
export interface SavedCase {
  readonly record: CaseRecord;
  readonly events: readonly EventRecord[];
}

/** The case whose reference a card shows. Throws where there is none, or it is not saved. */
export async function readSavedCase(bot: RunningBot, card: Pick<ParsedCard, 'text'>): Promise<SavedCase> {
  const caseId = parseCardReference(card);
  const standing = caseId && (await bot.store().cases.read(caseId));
  if (standing === undefined) throw new Error('the card shows no reference of a saved case');
  return { record: standing.value, events: await bot.store().history.readAll(standing.value.caseId) };
}

/** The case as those who handle it open it, with their own keys only. Throws SealError where they cannot. */
export const decryptReportFor = (
  bot: RunningBot,
  group: KeyGroup,
  { record, events }: SavedCase,
): Promise<DecryptedReport> => decryptReportWithIdentities(record, events, bot.identities[group]);

/** The case as its own handlers open it. */
export const decryptSavedReport = (bot: RunningBot, saved: SavedCase): Promise<DecryptedReport> =>
  decryptReportFor(bot, saved.record.handledBy, saved);

/** What a group's keys make of a seal: its words, or `undefined` where it is not for them. */
export async function decryptTextFor(
  bot: RunningBot,
  group: KeyGroup,
  sealed: string | undefined,
): Promise<string | undefined> {
  if (sealed === undefined) return undefined;
  try {
    return await decryptSeal(sealed, bot.identities[group]);
  } catch (error) {
    if (error instanceof SealError && error.code === 'notForThisIdentity') return undefined;
    throw error;
  }
}
