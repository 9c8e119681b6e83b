import type { OpenedReport } from '../../core/casework/decrypted-report.ts';
import { SealError } from '../../core/ports/seal.ts';
import type { EventRecord } from '../../core/model/event-record.ts';
import { readFilesNote, type SealedFile, shownFilesNote } from '../../core/model/sealed-file.ts';
import { isBlank } from '../../core/model/visible-text.ts';
import { digestOfSeal } from '../../core/model/digests.ts';
import { type QuestionId, questions } from '../../core/model/questions.ts';
import type { OpenedText } from '../crypto/decrypted-text-index.ts';

export interface AddedHere {
  readonly at: string;
  readonly files: readonly SealedFile[];
}

export type ClosedNote = Pick<EventRecord, 'kind' | 'by' | 'at' | 'sequence'>;

interface OpenedNotes {
  readonly words: ReadonlyMap<string, string>;
  readonly added: readonly AddedHere[];
  readonly closed: readonly ClosedNote[];
}

/** Leaves out words sealed to others, a shared identity, and files that did not come with the entry that names them. */
export async function openWords(
  events: readonly EventRecord[],
  open: (sealed: string) => Promise<string>,
): Promise<OpenedNotes> {
  const words = new Map<string, string>();
  const added: AddedHere[] = [];
  const closed: ClosedNote[] = [];
  for (const { kind, note, at, by, sequence, files: beside = [] } of events) {
    if (note?.sealed === undefined || kind === 'identityShared') continue;
    const text = await open(note.sealed).catch((error: unknown) => {
      if (error instanceof SealError) return undefined;
      throw error;
    });
    if (text === undefined) {
      if (note.for === 'handlers' || note.for === 'oversight') closed.push({ kind, by, at, sequence });
      continue;
    }
    const its = kind === 'filesAdded' ? readFilesNote(text) : undefined;
    // The digest is worked out here: the one beside a seal could be another text's.
    words.set(digestOfSeal(note.sealed), its ? shownFilesNote(its) : text);
    const files = its?.files.filter(({ id }) => beside.some((one) => one.id === id)) ?? [];
    if (files.length > 0) added.push({ at, files });
  }
  return { words, added, closed };
}

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
