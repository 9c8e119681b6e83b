import {
  addFiles,
  dropFileToAdd,
  partsToAdd,
  type SendFileDependencies,
  type Taken,
  takePartToAdd,
} from '../../concerns/casework/add-files.ts';
import type { CaseOutcome, CaseworkDependencies } from '../../concerns/casework/casework.ts';
import {
  openFile,
  openFilePart,
  type OpenedPart,
  type OpenFileDependencies,
} from '../../concerns/casework/open-file.ts';
import type { Answers } from '../../contract/answers.ts';
import { requests } from '../../contract/requests.ts';
import { looksSealedFile } from '../../seals/age-shape.ts';
import type { Caller } from './caller.ts';
import { done, operation, type OperationRow, type Ran } from './operation.ts';

/** The operations by which files of a case come and go. */
export type CaseFileOperation =
  | 'case.openFile'
  | 'case.openFilePart'
  | 'case.fileParts'
  | 'case.filePart'
  | 'case.fileDrop'
  | 'case.addFiles';

export interface CaseFileOperationsDependencies {
  readonly casework: CaseworkDependencies;
  /** Where the files of cases stand; missing where the server keeps none. */
  readonly files?: (SendFileDependencies & OpenFileDependencies)['files'];
  /** The roles of those who handle cases. */
  readonly handling: OperationRow<unknown>['roles'];
  /** The answer to a change of a case. */
  readonly changed: (caller: Caller, outcome: CaseOutcome) => Promise<Ran<Answers['case.addFiles']>>;
}

const partAnswer = (part: OpenedPart): Ran<Answers['case.openFile']> => {
  if (part.kind !== 'opened') return part;
  const { opening, bytes, data } = part;
  return done({ opening, bytes, data: Buffer.from(data).toString('base64') });
};
const answered = <Done, Answer>(taken: Taken<Done>, answer: (its: Done) => Answer): Ran<Answer> =>
  taken.kind === 'taken' ? done(answer(taken.done)) : taken;

/** The rows of these operations: use cases of the core, over the store of files. */
export function createCaseFileOperations({ casework, files, handling, changed }: CaseFileOperationsDependencies): {
  readonly [Name in CaseFileOperation]: OperationRow<Answers[Name]>;
} {
  const deps = { ...casework, files };
  // What is sent is no part of the case before an entry names it, and nobody is handed anything of it.
  const unnamed = { roles: handling, leaves: 'nothing' } as const;

  return {
    'case.openFile': operation(requests['case.openFile'], {
      roles: handling,
      leaves: { history: ['fileOpened'] },
      run: async (caller, asked) => partAnswer(await openFile(deps, asked, caller)),
    }),
    // As with the further pages of a report: the entry that it asks for says already that they opened it.
    'case.openFilePart': operation(requests['case.openFilePart'], {
      roles: handling,
      leaves: 'nothing',
      run: async (caller, asked) => partAnswer(await openFilePart(deps, asked, caller)),
    }),
    'case.fileParts': operation(requests['case.fileParts'], {
      ...unnamed,
      run: async (caller, asked) => answered(await partsToAdd(deps, caller, asked), (parts) => parts),
    }),
    'case.filePart': operation(requests['case.filePart'], {
      ...unnamed,
      run: async (caller, { data, ...asked }): Promise<Ran<Answers['case.filePart']>> => {
        const content = new Uint8Array(Buffer.from(data, 'base64'));
        // Words in clear are not taken: the first part has the whole header of an age file.
        if (asked.part === 0 && !looksSealedFile(content)) return { kind: 'odd' };
        return answered(await takePartToAdd(deps, caller, { ...asked, content }), (kind) => ({ kind }));
      },
    }),
    'case.fileDrop': operation(requests['case.fileDrop'], {
      ...unnamed,
      run: async (caller, asked): Promise<Ran<Answers['case.fileDrop']>> =>
        answered(await dropFileToAdd(deps, caller, asked), (kind) => ({ kind })),
    }),
    'case.addFiles': operation(requests['case.addFiles'], {
      roles: handling,
      leaves: { history: ['filesAdded'] },
      run: async (caller, asked) => changed(caller, await addFiles(deps, caller, asked)),
    }),
  };
}
