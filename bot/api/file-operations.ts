import { z } from 'zod';
import { dropFile, partsStanding, takePart, type TakeFileDependencies } from '../../concerns/desk/take-file.ts';
import type { Claim } from '../../concerns/ports/desk.ts';
import type { Result } from '../../contract/answers.ts';
import type { Challenge, reportOperations } from '../../contract/reporting.ts';
import { looksSealedFile } from '../../seals/age-shape.ts';
import { done, type Handlers, odd } from './operation.ts';

/** The operations by which a page sends sealed files, before what names them is handed in. */
type FileOperation = 'report.fileParts' | 'report.filePart' | 'report.fileDrop';
export type FileOperations<By> = Pick<Handlers<typeof reportOperations, By>, FileOperation>;

/** A claim with its proof, where there is one. */
type Proved = Claim & { readonly proof?: string | undefined };

export interface FileOperationsDependencies<By> {
  /** For somebody, with their budget; missing where no files are taken: whatever asks then is no page of ours. */
  readonly keepingOf: (by: By) => TakeFileDependencies | undefined;
  readonly isTheirs: (by: By, claim: Proved) => boolean;
  readonly challenged: (by: By, claim: Claim) => Promise<Result<Challenge>>;
}

const bytesSchema = z.base64().transform((text) => new Uint8Array(Buffer.from(text, 'base64')));

/**
 * The table of these operations. Nothing is looked for or kept before somebody has shown that the mailbox is theirs:
 * whoever knows a reference alone fills nothing and replaces nothing.
 */
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
      // Words in clear are not taken: the first part has the whole header of an age file.
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
