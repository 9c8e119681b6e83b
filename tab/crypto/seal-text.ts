import type { NoteReader } from '../../core/model/event-record.ts';
import { SealError } from '../../core/ports/seal.ts';
import type { KeyGroup } from '../../core/model/recipients.ts';
import { loadPart } from '../ui/lazy-loader.ts';
import type { Result } from '../ui/tab-context.ts';
import type { CaseView } from '../../contract/answers.ts';
import type { AnswerOf } from '../../contract/operations.ts';
import { type NotSealed, notSealed } from '../ui/request-status.ts';
import type { Keys } from './keys-context.tsx';

export interface Sealing {
  readonly people: () => Promise<Result<AnswerOf<'keys.people'>>>;
  readonly keys: Pick<Keys, 'held' | 'loadMine' | 'keysOf'>;
  readonly record: Pick<CaseView['record'], 'handledBy' | 'assignee'>;
  /** The group whose key this person holds; by default those who handle the case. */
  readonly holds?: KeyGroup;
  readonly signer?: string;
}

const loadSealer = () =>
  Promise.all([
    loadPart('crypto/check-recipients.ts', () => import('./check-recipients.ts')),
    loadPart('crypto/seal-recipients.ts', () => import('./seal-recipients.ts')),
    loadPart('crypto/key-trust.ts', () => import('./key-trust.ts')),
    loadPart('crypto/verified-recipients.ts', () => import('./verified-recipients.ts')),
    loadPart('../crypto/seal.ts', () => import('../../crypto/seal.ts')),
  ]);

/**
 * The public lines of a handler's readers, fresh from the server. Words for all who handle the case are sealed only if
 * this person holds their key and the lines are that key's; words for one colleague only if a holder of that key
 * vouches for their line.
 */
export async function linesOfReaders(
  { people, keys, record, holds = record.handledBy, signer }: Sealing,
  reader: NoteReader,
): Promise<Result<readonly string[], NotSealed>> {
  const own = keys.held.find((key) => key.group === 'personal')?.recipient;
  if (own === undefined && (reader === 'self' || reader === 'assignee')) return notSealed('ownKey');
  const isForGroup = reader === 'handlers' || reader === 'oversight' || reader === 'custodians';
  if ((isForGroup || reader === 'assignee') && !keys.held.some((key) => key.group === holds))
    return notSealed('keyFirst');
  const sealer = await loadSealer().catch(() => undefined);
  if (sealer === undefined) return notSealed({ code: 'unavailable' });
  const [{ checkRecipients }, { linesFor }, { standingOf }, { isRefused, verifiedRecipients }] = sealer;
  const mine = await keys.loadMine();
  if (!mine.ok) return notSealed(mine.refusal);
  if (reader !== 'self' && isRefused(verifiedRecipients(mine.value, signer))) return notSealed('listUnsigned');
  const known = reader === 'assignee' ? await people() : undefined;
  if (known?.ok === false) return notSealed(known.refusal);
  const { recipients } = mine.value;
  const person = known?.value.people.find(({ objectId }) => objectId === record.assignee);
  const assignee = person?.recipient;
  if (known !== undefined && (person === undefined || assignee === undefined)) return notSealed('assigneeKey');
  if (person !== undefined) {
    const standing = standingOf(person, holds, keys.keysOf(holds), recipients);
    if (standing !== 'vouched') return notSealed(standing === 'changed' ? 'assigneeChanged' : 'assigneeUnvouched');
  }
  if (isForGroup && checkRecipients(recipients, keys.held).length > 0) return notSealed('otherKey');
  try {
    const parties = {
      handledBy: record.handledBy,
      recipients,
      ...(own !== undefined && { own }),
      ...(assignee !== undefined && { assignee }),
    };
    return { ok: true, value: linesFor(reader, parties) };
  } catch (error) {
    if (!(error instanceof SealError)) throw error;
    return notSealed(error.code === 'noRecipient' ? 'noRecipient' : 'odd');
  }
}

export async function sealWords(
  sealing: Sealing,
  reader: NoteReader,
  text: string,
): Promise<Result<string, NotSealed>> {
  const readers = await linesOfReaders(sealing, reader);
  if (!readers.ok) return readers;
  const [, , , , { sealTo }] = await loadSealer();
  try {
    return { ok: true, value: await sealTo(text, readers.value) };
  } catch (error) {
    if (!(error instanceof SealError)) throw error;
    return notSealed(error.code === 'noRecipient' ? 'noRecipient' : 'odd');
  }
}
