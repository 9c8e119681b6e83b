import { z } from 'zod';
import { contentTopicSchema, contentWordsSchema, mostContent } from '../concerns/records/content-record.ts';
import { languages } from '../concerns/terms/language.ts';
import { paperForms } from '../concerns/terms/paper-forms.ts';

const topic = contentTopicSchema;
/** Drawn by the page for each thing somebody does: a repeat of it is done once. */
const request = z.string().regex(/^[0-9a-f]{32}$/u);
const digest = z.string().regex(/^[\w-]{43}$/u);
/** A change: `revision` is the one that the page shows, so that two people do not write over each other. */
const change = z.strictObject({ topic, revision: z.int().min(0), request });
const reason = z
  .string()
  .max(mostContent.reason)
  .refine((text) => text.trim() !== '');
const words = z.strictObject(contentWordsSchema.shape);

/** The bodies of the operations by which guidance is written. Nothing in them is of a case. */
export const contentRequests = {
  'content.list': z.strictObject({}),
  /** `versions` are the numbers of entries whose words are wanted, to be compared. */
  'content.read': z.strictObject({ topic, versions: z.array(z.int().min(1)).max(2).default([]) }),
  'content.save': change.extend({ words }),
  'content.submit': change.extend({ digest }),
  'content.approve': change.extend({ digest }),
  'content.sendBack': change.extend({ reason }),
  'content.withdraw': change.extend({ reason }),
  /** `links`: whether the addresses are tried as well, and not only drawn. */
  'content.check': z.strictObject({ topic, words, links: z.boolean() }),
  /** Words as they stand in the editor, on paper in one language. */
  'content.print': z.strictObject({ topic, words, language: z.enum(languages), form: z.enum(paperForms) }),
} as const;
