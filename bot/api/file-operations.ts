import { z } from 'zod';
import { dropFile, partsStanding, takePart, type TakeFileDependencies } from '../../concerns/desk/desk.ts';
import type { Claim } from '../../concerns/ports/desk.ts';
import type { Result } from '../../contract/answers.ts';
import type { Challenge, reportOperations } from '../../contract/reporting.ts';
import { looksSealedFile } from '../../seals/age-shape.ts';
import { done, type Handlers, odd } from './operation.ts';

type FileOperation = 'report.fileParts' | 'report.filePart' | 'report.fileDrop';
export type FileOperations<By> = Pick<Handlers<typeof reportOperations, By>, FileOperation>;

type Proved = Claim & { readonly proof?: string | undefined };

export interface FileOperationsDependencies<By> {
  /** `undefined` if files are not taken: no page of ours asks then. */
  readonly keepingOf: (by: By) => TakeFileDependencies | undefined;
  readonly isTheirs: (by: By, claim: Proved) => boolean;
  readonly challenged: (by: By, claim: Claim) => Promise<Result<Challenge>>;
}

const bytesSchema = z.base64().transform((text) => new Uint8Array(Buffer.from(text, 'base64')));

/** The mailbox is proved first: someone who knows only a reference fills nothing and replaces nothing. */
export function createFileOperations<By>(deps: FileOperationsDependencies<By>): FileOperations<By> {
  const { keepingOf, isTheirs, challenged } = deps;

  return {
    'report.fileParts': async (by, { proof, id, bytes, ...claim }) => {
      const keeping = keepingOf(by);
      if (keeping === undefined) return odd;
      if (!isTheirs(by, { ...claim, proof })) return await challenged(by, claim);
      return done({ kind: 'parts', ...(await partsStanding(keeping, claim, { id, bytes })) });
    },
    'report.filePart': async (by, { proof, id, bytes, part, data, ...claim }) => {
      const keeping = keepingOf(by);
      if (keeping === undefined) return odd;
      if (!isTheirs(by, { ...claim, proof })) return await challenged(by, claim);
      const content = bytesSchema.parse(data);
      // The first part has the whole header of an age file: words in clear are refused.
      if (part === 0 && !looksSealedFile(content)) return odd;
      return done({ kind: await takePart(keeping, claim, { id, bytes }, part, content) });
    },
    'report.fileDrop': async (by, { proof, id, ...claim }) => {
      const keeping = keepingOf(by);
      if (keeping === undefined) return odd;
      if (!isTheirs(by, { ...claim, proof })) return await challenged(by, claim);
      return done({ kind: await dropFile(keeping, claim, id) });
    },
  };
}
