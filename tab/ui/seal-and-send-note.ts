import type { NoteReader } from '../../core/model/event-record.ts';
import type { CaseView, Result } from '../../contract/operation-answers.ts';
import type { ChangeRefusal, SealingRefusal } from './change-outcome.ts';
import { isBlank } from '../../core/model/invisible-characters.ts';
import type { Tab } from './tab-context.ts';
import type { FieldProblem } from './form-fields.tsx';

export const caseChangeRequest = ({ record }: CaseView, request: string) => ({
  caseId: record.caseId,
  revision: record.revision,
  request,
});

export type SealedNote<Reader extends NoteReader> = { readonly for: Reader; readonly sealed: string };
export interface NoteSealer {
  readonly seal: (reader: NoteReader, text: string) => Promise<Result<string, SealingRefusal>>;
}

/** Sends nothing if the words cannot be sealed. */
export async function sealAndSendNote<Reader extends NoteReader, Answer>(
  page: NoteSealer,
  reader: Reader,
  text: string,
  send: (words: SealedNote<Reader>) => Promise<Result<Answer, ChangeRefusal>>,
): Promise<Result<Answer, ChangeRefusal>> {
  const sealed = await page.seal(reader, text.trim());
  return sealed.ok ? send({ for: reader, sealed: sealed.value }) : sealed;
}

/** In UTF-16 units: `maxSealLength` holds as many for a dozen recipients, in any script. */
export const maxNoteLength = 40_000;

export function noteProblems(
  translate: Tab['translate'],
  field: string,
  text: string,
  needed?: string,
  maxLength = maxNoteLength,
): readonly FieldProblem[] {
  const over = text.trim().length - maxLength;
  if (over > 0) return [{ field, text: translate('case.tooLong', { count: over }) }];
  return isBlank(text) && needed !== undefined ? [{ field, text: needed }] : [];
}
