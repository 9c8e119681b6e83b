import type { FileDestination } from '../terms/outcomes.ts';
import { handlers, need } from './act.ts';
import type { AskedChange, SealedWords } from './casework.ts';
import { makeUseCase } from './use-case.ts';
import { somebodyIsTold } from './second-person.ts';

export interface AskedFileExport extends AskedChange {
  /** The file of the case, by its name. */
  readonly id: string;
  readonly place: FileDestination;
  /** The digest of the age file that leaves: SHA-256, base64url. */
  readonly leftAs: string;
  /** The fingerprints of those who can open it. */
  readonly openableBy: readonly string[];
  /** Who receives it, and why. */
  readonly words: SealedWords;
}

/**
 * Notes that a file of a case leaves, sealed, before it does: for the person whom the case is with, as for the whole
 * case, and the reserve is told of it. Throws StoreError.
 */
export const exportFile = makeUseCase<AskedFileExport>({
  says: 'Let a file leave',
  who: handlers,
  needs: [
    need(
      'the case has that file',
      'fileMissing',
      ({ record, asked }) => record.files?.some((file) => file.id === asked.id) === true,
    ),
    need('it is with the person', 'notAssignee', ({ record, by }) => record.assignee === by),
    ...somebodyIsTold<AskedFileExport>(() => true),
  ],
  leaves: ['fileExported'],
  tells: { says: 'always', holds: () => true },
  does: ({ record, asked: { id, place, leftAs, openableBy, words } }) => ({
    steps: [
      {
        record,
        event: { kind: 'fileExported', detail: { file: id, place, leftAs, openableBy: [...openableBy] }, note: words },
      },
    ],
  }),
});
