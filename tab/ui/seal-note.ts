import type { NoteReader } from '../../core/model/event-record.ts';
import type { CaseView, Result } from '../../contract/answers.ts';
import type { NotDone, NotSealed } from './request-status.ts';
import { isBlank } from '../../core/model/visible-text.ts';
import type { Tab } from './tab-context.ts';
import type { FieldProblem } from './fields.tsx';

export const changing = ({ record }: CaseView, request: string) => ({
  caseId: record.caseId,
  revision: record.revision,
  request,
});

export type Words<Reader extends NoteReader> = { readonly for: Reader; readonly sealed: string };
export interface Sealer {
  readonly seal: (reader: NoteReader, text: string) => Promise<Result<string, NotSealed>>;
}

/** Seals words and sends them. Sends nothing if they cannot be sealed. */
export async function withWords<Reader extends NoteReader, Answer>(
  page: Sealer,
  reader: Reader,
  text: string,
  send: (words: Words<Reader>) => Promise<Result<Answer, NotDone>>,
): Promise<Result<Answer, NotDone>> {
  const sealed = await page.seal(reader, text.trim());
  return sealed.ok ? send({ for: reader, sealed: sealed.value }) : sealed;
}

const longestWords = 8000;

export function wordsProblem(say: Tab['say'], field: string, text: string, needed?: string): readonly FieldProblem[] {
  const over = text.trim().length - longestWords;
  if (over > 0) return [{ field, text: say('case.tooLong', { count: over }) }];
  return isBlank(text) && needed !== undefined ? [{ field, text: needed }] : [];
}
