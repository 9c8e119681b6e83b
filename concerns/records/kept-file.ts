import { z } from 'zod';
import { isSizeClass } from '../terms/files.ts';
import { personIdSchema } from '../terms/directory.ts';

export const fileIdSchema = z.string().regex(/^[0-9a-f]{32}$/u);

const keptFileSchema = z.object({
  id: fileIdSchema,
  bytes: z.int().refine(isSizeClass),
  addedBy: personIdSchema.optional(),
});
export type KeptFile = z.infer<typeof keptFileSchema>;

export const countOfReporter = (files: readonly KeptFile[] = []): number =>
  files.filter(({ addedBy }) => addedBy === undefined).length;

export const keptFilesSchema = z.array(keptFileSchema).readonly().optional();
