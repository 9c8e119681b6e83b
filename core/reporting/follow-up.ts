import type { CaseCapacity } from '../ports/case-limits.ts';
import { type FileUploader, type Intake, UnderstaffedRoleError } from '../ports/intake.ts';
import type { TextSealer } from '../ports/seal.ts';
import { StoreError } from '../ports/store-error.ts';
import { deriveMessageKey } from '../model/return-code-keys.ts';
import { messageTag, type SealedMessage } from '../model/sealed-report.ts';
import { type Clock, type Day, toDay } from '../model/calendar.ts';
import type { ReturnCode } from '../model/return-code.ts';
import type { Urgency } from '../model/urgency.ts';
import { deriveCaseCredential, uploadFiles } from './submit-report.ts';

export interface FollowUpDependencies {
  readonly intake: Pick<Intake, 'find' | 'add'>;
  readonly seal: TextSealer;
  readonly clock: Clock;
  readonly timeZone: string;
  readonly files?: FileUploader;
}

export interface FollowUp {
  readonly code: ReturnCode;
  readonly id: string;
  readonly text: string;
  readonly says?: SealedMessage['says'];
  readonly staysClosed?: boolean;
  /** An addition never makes a case less urgent. */
  readonly urgency?: Urgency;
}

/** Each lost try is another's write, so this many people can change one case at once. */
const maxAttempts = 20;

/** `stood`: the words were saved before, and erased with the report. */
export type FollowUpOutcome =
  | { readonly kind: 'saved'; readonly isNew: boolean }
  | { readonly kind: 'notFound' }
  | { readonly kind: 'erased'; readonly on: Day; readonly stood: boolean }
  | { readonly kind: Exclude<CaseCapacity, 'room'> };

export const capacityProblemCode = (kind: 'full' | 'fullToday') => (kind === 'full' ? 'reportFull' : 'reportFullToday');

/**
 * Sealed to the handlers, authenticated by the code, saved once, and alerted. Throws StoreError: then it is not known
 * to be saved; and UnderstaffedRoleError if the reserve has the report and no key any more.
 */
export async function addFollowUp(deps: FollowUpDependencies, followUp: FollowUp): Promise<FollowUpOutcome> {
  const { code, id, text, says } = followUp;
  const credential = await deriveCaseCredential(deps.seal, code);
  const { caseId } = credential;
  for (let tries = 0; tries < maxAttempts; tries += 1) {
    const found = await deps.intake.find(credential, { addition: id });
    if (!found) return { kind: 'notFound' };
    if (found.kind === 'erased') return found;
    if (found.addition.stands) return { kind: 'saved', isNew: false };
    const { handledBy } = found;
    if (handledBy === 'reserve' && deps.seal.fingerprints(handledBy).length === 0)
      throw new UnderstaffedRoleError('noReserve');
    const writtenOn = toDay(deps.clock(), deps.timeZone);
    const number = found.addition.count + 1;
    const named = deps.files?.list() ?? [];
    const storedFiles = named.length > 0 ? await uploadFiles(deps.files, credential, handledBy) : undefined;
    const fields = { v: 1, caseId, direction: 'fromReporter', number, id, writtenOn, text } as const;
    const plain = { ...fields, ...(named.length > 0 && { files: named }), ...(says && { says }) };
    const message: SealedMessage = { ...plain, tag: messageTag(deriveMessageKey(code), plain) };
    const added = await deps.intake.add({
      ...credential,
      id,
      number,
      writtenOn,
      handledBy,
      sealed: await deps.seal.seal(JSON.stringify(message), handledBy),
      isUrgent: followUp.urgency === 'urgent',
      staysClosed: followUp.staysClosed === true,
      ...(storedFiles && { files: storedFiles }),
    });
    if (added.kind === 'filesMissing') {
      deps.files?.onMissing();
      throw new StoreError('unavailable');
    }
    if (added.kind === 'saved') return { kind: 'saved', isNew: true };
    if (added.kind === 'erased') return { ...added, stood: false };
    if (added.kind !== 'moved') return { kind: added.kind };
  }
  throw new StoreError('busy');
}

export async function isFollowUpStored(
  deps: Pick<FollowUpDependencies, 'intake' | 'seal'>,
  code: ReturnCode,
  id: string,
): Promise<boolean> {
  const found = await deps.intake.find(await deriveCaseCredential(deps.seal, code), { addition: id });
  return found?.kind === 'case' ? found.addition.stands : found?.stood === true;
}
