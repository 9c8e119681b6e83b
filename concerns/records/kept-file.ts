import { z } from 'zod';
import { isSizeClass } from '../terms/files.ts';
import { personIdSchema } from '../terms/person-id.ts';

/** The name of a file, drawn by the page that adds it. */
export const fileIdSchema = z.string().regex(/^[0-9a-f]{32}$/u);

/** A sealed file beside the seal that names it: its name and the length of its age file, which is one of a few. */
const keptFileSchema = z.object({
  id: fileIdSchema,
  bytes: z.int().refine(isSizeClass),
  /** The handler who added it, by whose place it is found; missing where it came from whoever reported. */
  addedBy: personIdSchema.optional(),
});
export type KeptFile = z.infer<typeof keptFileSchema>;

/** How many of a case's files came from the person who reported. Nothing is said to them of what the unit added. */
export const countOfReporter = (files: readonly KeptFile[] = []): number =>
  files.filter(({ addedBy }) => addedBy === undefined).length;

/** The files beside a seal; missing where there are none. */
export const keptFilesSchema = z.array(keptFileSchema).readonly().optional();
