import { z } from 'zod';
import { caseIdSchema, daySchema } from '../../concerns/records/case-record.ts';
import { type ListOrderName, listOrders, type ListPlace } from '../../concerns/records/list-order.ts';

const placeSchema = z.tuple([z.enum(listOrders), z.union([z.literal(0), z.literal(1)]), daySchema, caseIdSchema]);
/** From pages opened before lists had an order. */
const earlierSchema = z.tuple([daySchema, caseIdSchema]);

export const continuationOf = (order: ListOrderName, { part, day, caseId }: ListPlace): string =>
  Buffer.from(JSON.stringify([order, part, day, caseId])).toString('base64url');

/** `undefined` if it is not ours, or of another order. */
export function placeOf(order: ListOrderName, continuation: string): ListPlace | undefined {
  try {
    const read: unknown = JSON.parse(Buffer.from(continuation, 'base64url').toString('utf8'));
    const earlier = earlierSchema.safeParse(read).data;
    const [of, part, day, caseId] = earlier ? (['newest', 0, ...earlier] as const) : placeSchema.parse(read);
    return of === order ? { part, day, caseId } : undefined;
  } catch {
    return undefined;
  }
}
