import { isBlank } from '../../concerns/terms/blank.ts';
import type { NoteReader } from '../../concerns/records/event-record.ts';
import type { CaseView } from '../../contract/answers.ts';
import type { Sealed } from './not-sealed.ts';
import type { ChangeAnswer, Sent } from './sending.ts';

/** The names in a change: its case, the revision that the page shows, and the request. */
export const changing = ({ record }: CaseView, request: string) => ({
  caseId: record.caseId,
  revision: record.revision,
  request,
});

/** The names in a request that takes nothing back, so that it needs no revision. */
export const adding = ({ record }: CaseView, request: string) => ({ caseId: record.caseId, request });

/** Sends something that has no words of a handler beside it. */
export const plainly = async (answer: Promise<ChangeAnswer>): Promise<Sent> => ({
  kind: 'answered',
  answer: await answer,
});

type Words<Reader extends NoteReader> = { readonly for: Reader; readonly sealed: string };
/** Seals words for those who are to read them. */
export interface Sealer {
  readonly seal: (reader: NoteReader, text: string) => Promise<Sealed>;
}

/** Seals words and sends them. Nothing is sent where they cannot be sealed. */
export async function withWords<Reader extends NoteReader, Answer>(
  page: Sealer,
  reader: Reader,
  text: string,
  send: (words: Words<Reader>) => Promise<Answer>,
): Promise<Sent<Answer>> {
  const sealed = await page.seal(reader, text.trim());
  if (!sealed.ok) return { kind: 'notSealed', why: sealed.why };
  return { kind: 'answered', answer: await send({ for: reader, sealed: sealed.sealed }) };
}

/** Seals a note for all who handle the case where there is one, and sends. */
export const withNote = async (
  page: Sealer,
  note: string,
  send: (beside: { readonly words?: Words<'handlers'> }) => Promise<ChangeAnswer>,
): Promise<Sent> =>
  isBlank(note)
    ? { kind: 'answered', answer: await send({}) }
    : await withWords(page, 'handlers', note, (words) => send({ words }));
