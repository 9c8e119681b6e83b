import type { FileDestination } from '../terms/outcomes.ts';
import { type AskedChange, handlers, need, type SealedWords } from './act.ts';
import { makeUseCase } from './change-case.ts';
import { somebodyIsTold } from './second-person.ts';

export interface AskedFileExport extends AskedChange {
  readonly id: string;
  readonly place: FileDestination;
  readonly leftAs: string;
  readonly openableBy: readonly string[];
  readonly words: SealedWords;
}

/** Notes a sealed file before it leaves. The reserve is told. */
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
