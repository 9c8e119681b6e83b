import { z } from 'zod';
import { caseIdSchema, daySchema } from '../../concerns/records/case-record.ts';
import type { ListPlace } from '../../concerns/ports/case-list.ts';

const placeSchema = z.tuple([daySchema, caseIdSchema]);

/** Where a list goes on, as the page hands it back: it looks into nothing of it. */
export const continuationOf = ({ receivedOn, caseId }: ListPlace): string =>
  Buffer.from(JSON.stringify([receivedOn, caseId])).toString('base64url');

/** The place of a continuation, `undefined` where it is none of ours. */
export function placeOf(continuation: string): ListPlace | undefined {
  try {
    const [receivedOn, caseId] = placeSchema.parse(JSON.parse(Buffer.from(continuation, 'base64url').toString('utf8')));
    return { receivedOn, caseId };
  } catch {
    return undefined;
  }
}
