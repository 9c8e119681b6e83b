import { z } from 'zod';
import { caseIdSchema } from '../concerns/records/case-record.ts';
import { fileIdSchema } from '../concerns/records/kept-file.ts';
import { fileDestinations } from '../concerns/terms/outcomes.ts';
import { filePart, isOfItsLength, standingFiles, wholeFile } from './file-bodies.ts';

const ofAFile = { caseId: caseIdSchema, id: fileIdSchema };
const request = z.string().regex(/^[0-9a-f]{32}$/u);
/** Words of whoever handles the case, sealed. */
const words = z.strictObject({ for: z.literal('handlers'), sealed: z.base64().min(1).max(200_000) });

/** The bodies of the operations on the files of a case. */
export const caseFileRequests = {
  /** The first part of a sealed file; `case.openFilePart` is each further one, of the opening that this left. */
  'case.openFile': z.strictObject(ofAFile),
  'case.openFilePart': z.strictObject({ ...ofAFile, opening: z.int().min(1), part: z.int().min(1).max(1_000) }),
  'case.exportFile': z.strictObject({
    ...ofAFile,
    revision: z.int().min(0),
    request,
    place: z.enum(fileDestinations),
    /** The digest of the age file that leaves, and the fingerprints of those who can open it. */
    leftAs: z.string().regex(/^[\w-]{43}$/u),
    openableBy: z
      .array(z.string().regex(/^[0-9a-f]{32}$/u))
      .min(1)
      .max(20),
    /** Who receives it, and why. */
    words,
  }),
  // A handler's sealed file goes in parts as well, before the entry that names it.
  'case.fileParts': z.strictObject({ caseId: caseIdSchema, ...wholeFile }),
  'case.filePart': z.strictObject({ caseId: caseIdSchema, ...filePart }).refine(isOfItsLength),
  'case.fileDrop': z.strictObject(ofAFile),
  /** The words say what the files are and where they come from, with their names and digests. */
  'case.addFiles': z.strictObject({ caseId: caseIdSchema, request, files: standingFiles, words }),
} as const;
