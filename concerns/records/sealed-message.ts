import { createHmac } from 'node:crypto';
import { z } from 'zod';
import { caseIdSchema, daySchema } from './case-terms.ts';
import { sealedFilesSchema, taggedFiles } from './sealed-file.ts';
import { sameTag } from '../terms/digests.ts';

export const sealedMessageSchema = z.object({
  v: z.literal(1),
  caseId: caseIdSchema,
  direction: z.enum(['fromReporter', 'toReporter']),
  number: z.int().min(1),
  /** Drawn once by the writer, so that a repeat is not saved twice. */
  id: z.string(),
  writtenOn: daySchema,
  text: z.string(),
  files: sealedFilesSchema,
  says: z.enum(['consentWithdrawn']).optional(),
  /** Over everything above, by the key that only the code and the opened report give. */
  tag: z.string(),
});
export type SealedMessage = z.infer<typeof sealedMessageSchema>;

export const messageTag = (key: Uint8Array, message: Omit<SealedMessage, 'tag'>): string =>
  createHmac('sha256', key)
    .update(
      JSON.stringify([
        'candour/1/message',
        message.caseId,
        message.direction,
        message.number,
        message.id,
        message.writtenOn,
        message.text,
        ...taggedFiles(message.files),
        // A message without `says` has the tag that it had.
        ...(message.says === undefined ? [] : [message.says]),
      ]),
    )
    .digest('base64url');

/** A message that is not genuine is never shown. */
export const isGenuine = (key: Uint8Array, message: SealedMessage): boolean =>
  sameTag(messageTag(key, message), message.tag);
