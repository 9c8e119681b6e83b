import {
  addFiles,
  dropFileToAdd,
  exportFile,
  type OpenedPart,
  openFile,
  type OpenFileDependencies,
  openFilePart,
  partsToAdd,
  type SendFileDependencies,
  type Taken,
  takePartToAdd,
} from '../../concerns/casework/case-files.ts';
import type { CaseOutcome, CaseworkDependencies } from '../../concerns/casework/act.ts';
import type { Changed, Result } from '../../contract/answers.ts';
import type { caseFileOperations, OpenedFilePart } from '../../contract/case-files.ts';
import { looksSealedFile } from '../../seals/age-shape.ts';
import type { Caller } from './caller.ts';
import { done, type Handlers, notTaken, odd } from './operation.ts';

export interface CaseFileOperationsDependencies {
  readonly casework: CaseworkDependencies;
  /** `undefined` if the server keeps none. */
  readonly files?: (SendFileDependencies & OpenFileDependencies)['files'];
  readonly changed: (caller: Caller, outcome: CaseOutcome) => Promise<Result<Changed>>;
}

const partAnswer = (part: OpenedPart): Result<OpenedFilePart> => {
  if (part.kind !== 'opened') return notTaken(part);
  const { opening, bytes, data } = part;
  return done({ opening, bytes, data: Buffer.from(data).toString('base64') });
};
const answered = <Done, Answer>(taken: Taken<Done>, answer: (its: Done) => Answer): Result<Answer> =>
  taken.kind === 'taken' ? done(answer(taken.done)) : notTaken(taken);

export function createCaseFileOperations({
  casework,
  files,
  changed,
}: CaseFileOperationsDependencies): Handlers<typeof caseFileOperations> {
  const deps = { ...casework, files };

  return {
    'case.openFile': async (caller, asked) => partAnswer(await openFile(deps, asked, caller)),
    // The entry says already that they opened the report.
    'case.openFilePart': async (caller, asked) => partAnswer(await openFilePart(deps, asked, caller)),
    'case.fileParts': async (caller, asked) => answered(await partsToAdd(deps, caller, asked), (parts) => parts),
    'case.filePart': async (caller, { data, ...asked }) => {
      const content = new Uint8Array(Buffer.from(data, 'base64'));
      // The first part has the whole header of an age file: words in clear are refused.
      if (asked.part === 0 && !looksSealedFile(content)) return odd;
      return answered(await takePartToAdd(deps, caller, { ...asked, content }), (kind) => ({ kind }));
    },
    'case.fileDrop': async (caller, asked) => answered(await dropFileToAdd(deps, caller, asked), (kind) => ({ kind })),
    'case.exportFile': async (caller, asked) => changed(caller, await exportFile(casework, caller, asked)),
    'case.addFiles': async (caller, asked) => changed(caller, await addFiles(casework, caller, asked)),
  };
}
