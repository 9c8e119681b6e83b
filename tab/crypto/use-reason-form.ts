import { useId, useState } from 'react';
import type { HandledBy } from '../../core/model/handled-by.ts';
import type { Result } from '../../contract/operation-answers.ts';
import type { ChangeRefusal, ChangeOutcome } from '../ui/change-outcome.ts';
import { useTab } from '../ui/tab-context.ts';
import { sealAndSendNote, type SealedNote, noteProblems } from '../ui/seal-and-send-note.ts';
import { useKeys } from './keys-context.tsx';
import { type SealContext, sealNoteText } from './seal-note-text.ts';

/**
 * The reason is sealed for `reader`. `holds` is the group whose key the writer has; `about` is the form's other
 * subject.
 */
export function useReasonForm<Reader extends 'custodians' | 'oversight'>(
  reader: Reader,
  { handledBy, holds: keyGroup }: { readonly handledBy: HandledBy; readonly holds: 'custodians' | 'reserve' },
  about: unknown,
) {
  const { translate, call } = useTab();
  const keys = useKeys();
  const id = `${useId()}reason`;
  const [reason, setReason] = useState('');
  const sealing = {
    loadPeople: () => call('keys.people', {}),
    keys,
    record: { handledBy },
    keyGroup,
  } satisfies SealContext;
  return {
    reason,
    field: { id, value: reason, onValue: setReason },
    form: {
      intent: JSON.stringify([about, reason]),
      problems: noteProblems(translate, id, reason, translate('work.reasonNeeded')),
      isDirty: reason.trim() !== '',
    },
    clear: () => setReason(''),
    sealAndSend: <Answer>(send: (words: SealedNote<Reader>) => Promise<Result<Answer, ChangeRefusal>>) =>
      sealAndSendNote({ seal: (to, text) => sealNoteText(sealing, to, text) }, reader, reason, send),
  };
}

export const toChangeOutcome = (sent: Result<unknown, ChangeRefusal>): ChangeOutcome =>
  sent.ok ? { kind: 'saved', isNew: true } : { kind: 'refused', refusal: sent.refusal };
