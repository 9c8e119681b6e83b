import type { DecryptedReport } from '../../core/casework/decrypt-report.ts';
import { SealError } from '../../core/ports/seal.ts';
import type { EventRecord } from '../../core/model/event-record.ts';
import { parseFilesNote, type SealedFile, formatFilesNote } from '../../core/model/sealed-file.ts';
import { parseDatedNote } from '../../core/model/dated-note.ts';
import { isBlank } from '../../core/model/invisible-characters.ts';
import { digestOfSeal } from '../../core/model/digests.ts';
import { type QuestionId, questions } from '../../core/model/questions.ts';
import type { DecryptedText } from '../crypto/decrypted-text-index.ts';

export interface FilesAddition {
  readonly at: string;
  readonly files: readonly SealedFile[];
}

export type UndecryptedNote = Pick<EventRecord, 'kind' | 'by' | 'at' | 'sequence'>;

interface DecryptedNotes {
  readonly textsByDigest: ReadonlyMap<string, string>;
  readonly addedFiles: readonly FilesAddition[];
  readonly undecryptedNotes: readonly UndecryptedNote[];
}

/** Leaves out words sealed to others, a shared identity, and files that did not come with the entry that names them. */
export async function decryptNotes(
  events: readonly EventRecord[],
  decrypt: (sealed: string) => Promise<string>,
): Promise<DecryptedNotes> {
  const words = new Map<string, string>();
  const added: FilesAddition[] = [];
  const undecryptedNotes: UndecryptedNote[] = [];
  for (const { kind, note, at, by, sequence, files: beside = [] } of events) {
    if (note?.sealed === undefined || kind === 'identityShared') continue;
    const text = await decrypt(note.sealed).catch((error: unknown) => {
      if (error instanceof SealError) return undefined;
      throw error;
    });
    if (text === undefined) {
      if (note.for === 'handlers' || note.for === 'oversight') undecryptedNotes.push({ kind, by, at, sequence });
      continue;
    }
    const its = kind === 'filesAdded' ? parseFilesNote(text) : undefined;
    // The digest is computed here: the one beside a seal could belong to another text.
    words.set(digestOfSeal(note.sealed), its ? formatFilesNote(its) : text);
    const files = its?.files.filter(({ id }) => beside.some((one) => one.id === id)) ?? [];
    if (files.length > 0) added.push({ at, files });
  }
  return { textsByDigest: words, addedFiles: added, undecryptedNotes };
}

const isQuestion = (id: string): id is QuestionId => Object.hasOwn(questions, id);
const textQuestions = Object.keys(questions)
  .filter(isQuestion)
  .filter((id) => questions[id].kind === 'text');

export function decryptedNoteTexts(
  { kind, note }: Pick<EventRecord, 'kind' | 'note'>,
  words: ReadonlyMap<string, string>,
): readonly DecryptedText[] {
  const decrypted = note && words.get(note.digest);
  if (note === undefined || decrypted === undefined || kind === 'identityShared') return [];
  const { text } = parseDatedNote(kind, decrypted);
  return [{ id: note.digest, location: { kind: kind === 'sanitised' ? 'sanitised' : 'note' }, text }];
}

export const decryptedMessageText = (
  direction: 'fromReporter' | 'toReporter',
  { number, text }: { readonly number: number; readonly text: string },
): DecryptedText => ({ id: `${direction} ${number}`, location: { kind: direction }, text });

/** Neither choices from lists nor a separately stored name. */
export const decryptedTexts = (
  { answers, thread }: Pick<DecryptedReport['report'], 'answers'> & Pick<DecryptedReport, 'thread'>,
  events: readonly EventRecord[],
  words: ReadonlyMap<string, string>,
): readonly DecryptedText[] =>
  [
    ...textQuestions.flatMap((question): readonly DecryptedText[] => {
      const answer = answers[question];
      return typeof answer === 'string' ? [{ id: question, location: { kind: 'answer', question }, text: answer }] : [];
    }),
    ...thread.map(({ direction, message }) => decryptedMessageText(direction, message)),
    ...events.flatMap((event) => decryptedNoteTexts(event, words)),
  ].filter(({ text }) => !isBlank(text));
