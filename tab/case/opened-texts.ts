import { isBlank } from '../../concerns/terms/blank.ts';
import { type QuestionId, questions } from '../../concerns/terms/questions.ts';
import type { OpenedReport } from '../../concerns/casework/opened-report.ts';
import type { EventRecord } from '../../concerns/records/event-record.ts';
import type { OpenedText } from '../seals/opened-words.ts';

const isQuestion = (id: string): id is QuestionId => Object.hasOwn(questions, id);
const typed = Object.keys(questions)
  .filter(isQuestion)
  .filter((id) => questions[id].kind === 'text');

export function openedNote(
  { kind, note }: Pick<EventRecord, 'kind' | 'note'>,
  words: ReadonlyMap<string, string>,
): readonly OpenedText[] {
  const text = note && words.get(note.digest);
  if (note === undefined || text === undefined || kind === 'identityShared') return [];
  return [{ id: note.digest, place: { kind: kind === 'sanitised' ? 'sanitised' : 'note' }, text }];
}

export const openedMessage = (
  direction: 'fromReporter' | 'toReporter',
  { number, text }: { readonly number: number; readonly text: string },
): OpenedText => ({ id: `${direction} ${number}`, place: { kind: direction }, text });

/** Words for the search: neither choices from lists nor a name that is kept apart. */
export const openedTexts = (
  { answers, thread }: Pick<OpenedReport['report'], 'answers'> & Pick<OpenedReport, 'thread'>,
  events: readonly EventRecord[],
  words: ReadonlyMap<string, string>,
): readonly OpenedText[] =>
  [
    ...typed.flatMap((question): readonly OpenedText[] => {
      const answer = answers[question];
      return typeof answer === 'string' ? [{ id: question, place: { kind: 'answer', question }, text: answer }] : [];
    }),
    ...thread.map(({ direction, message }) => openedMessage(direction, message)),
    ...events.flatMap((event) => openedNote(event, words)),
  ].filter(({ text }) => !isBlank(text));
