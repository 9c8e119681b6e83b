import type { NoteReader } from '../../core/model/event-record.ts';
import { SealError } from '../../core/ports/seal.ts';
import type { KeyGroup } from '../../core/model/public-keys.ts';
import { loadModule } from '../ui/lazy-module.ts';
import type { Result } from '../ui/tab-context.ts';
import type { CaseView } from '../../contract/operation-answers.ts';
import type { OperationAnswer } from '../../contract/operations.ts';
import { type SealingRefusal, sealingRefusal } from '../ui/change-outcome.ts';
import type { Keys } from './keys-context.tsx';

export interface SealContext {
  readonly loadPeople: () => Promise<Result<OperationAnswer<'keys.people'>>>;
  readonly keys: Pick<Keys, 'unlocked' | 'loadMine' | 'getKeys'>;
  readonly record: Pick<CaseView['record'], 'handledBy' | 'assignee'>;
  /** The group whose key this person holds; by default the case's handlers. */
  readonly keyGroup?: KeyGroup;
  readonly signer?: string;
}

const loadSealModules = () =>
  Promise.all([
    loadModule('crypto/find-recipient-warnings.ts', () => import('./find-recipient-warnings.ts')),
    loadModule('crypto/reader-recipients.ts', () => import('./reader-recipients.ts')),
    loadModule('crypto/key-trust.ts', () => import('./key-trust.ts')),
    loadModule('crypto/verify-recipient-list.ts', () => import('./verify-recipient-list.ts')),
    loadModule('../crypto/seal-text.ts', () => import('../../crypto/seal-text.ts')),
  ]);

/**
 * The public keys of a handler's readers, fresh from the server. Seals for all handlers only if this person holds their
 * key and the server names that key; for one colleague only if a holder of that key vouches for their public key.
 */
export async function loadReaderRecipients(
  { loadPeople, keys, record, keyGroup = record.handledBy, signer }: SealContext,
  reader: NoteReader,
): Promise<Result<readonly string[], SealingRefusal>> {
  const ownRecipient = keys.unlocked.find((key) => key.group === 'personal')?.recipient;
  if (ownRecipient === undefined && (reader === 'self' || reader === 'assignee')) return sealingRefusal('ownKey');
  const isForGroup = reader === 'handlers' || reader === 'oversight' || reader === 'custodians';
  if ((isForGroup || reader === 'assignee') && !keys.unlocked.some((key) => key.group === keyGroup))
    return sealingRefusal('keyFirst');
  const sealer = await loadSealModules().catch(() => undefined);
  if (sealer === undefined) return sealingRefusal({ code: 'unavailable' });
  const [
    { findRecipientWarnings },
    { readerRecipients },
    { keyTrust },
    { isUntrustedRecipientList, verifyRecipientList },
  ] = sealer;
  const mine = await keys.loadMine();
  if (!mine.ok) return sealingRefusal(mine.refusal);
  if (reader !== 'self' && isUntrustedRecipientList(verifyRecipientList(mine.value, signer)))
    return sealingRefusal('listUnsigned');
  const known = reader === 'assignee' ? await loadPeople() : undefined;
  if (known?.ok === false) return sealingRefusal(known.refusal);
  const { recipients } = mine.value;
  const person = known?.value.people.find(({ objectId }) => objectId === record.assignee);
  const assignee = person?.recipient;
  if (known !== undefined && (person === undefined || assignee === undefined)) return sealingRefusal('assigneeKey');
  if (person !== undefined) {
    const trust = keyTrust(person, keyGroup, keys.getKeys(keyGroup), recipients);
    if (trust !== 'vouched') return sealingRefusal(trust === 'changed' ? 'assigneeChanged' : 'assigneeUnvouched');
  }
  if (isForGroup && findRecipientWarnings(recipients, keys.unlocked).length > 0) return sealingRefusal('otherKey');
  try {
    const sources = {
      handledBy: record.handledBy,
      recipients,
      ...(ownRecipient !== undefined && { ownRecipient }),
      ...(assignee !== undefined && { assignee }),
    };
    return { ok: true, value: readerRecipients(reader, sources) };
  } catch (error) {
    if (!(error instanceof SealError)) throw error;
    return sealingRefusal(error.code === 'noRecipient' ? 'noRecipient' : 'odd');
  }
}

export async function sealNoteText(
  context: SealContext,
  reader: NoteReader,
  text: string,
): Promise<Result<string, SealingRefusal>> {
  const readers = await loadReaderRecipients(context, reader);
  if (!readers.ok) return readers;
  const [, , , , { sealText }] = await loadSealModules();
  try {
    return { ok: true, value: await sealText(text, readers.value) };
  } catch (error) {
    if (!(error instanceof SealError)) throw error;
    return sealingRefusal(error.code === 'noRecipient' ? 'noRecipient' : 'odd');
  }
}
