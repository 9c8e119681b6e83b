import { z } from 'zod';
import { keyGroups } from '../../core/model/public-keys.ts';

const columnSchema = z.union([z.string(), z.number(), z.null()]);

/** What the floor program (served/floor.ts) is given in `BENCH_FLOOR`. */
export const floorInputSchema = z.object({
  /** A file with Candour's tables. */
  path: z.string(),
  recipients: z.record(z.enum(keyGroups), z.array(z.string()).readonly()),
  /** SHA-256 of each Authorization header that is known. */
  digests: z.array(z.string()),
  /** The bytes of each of Candour's answers to a report. */
  sizes: z.array(z.int()),
  /** The rows that a report of Candour's left, in the order in which they can be written, and what differs in the next. */
  rows: z.array(z.object({ table: z.string(), columns: z.record(z.string(), columnSchema) })),
  caseId: z.string(),
  sealedReport: z.string(),
});
export type FloorInput = z.infer<typeof floorInputSchema>;
