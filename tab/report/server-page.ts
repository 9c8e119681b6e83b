import { z } from 'zod';
import type { Page } from '../../cards/page.ts';
import { submittedActionSchema } from '../../cards/submitted-action.ts';
import { languages } from '../../core/model/language.ts';
import { parseReturnCode } from '../../core/model/return-code.ts';
import { containsReturnCodeWords, type ReturnCodeWordLists } from '../../core/model/return-code-words.ts';

const linesSchema = z.array(z.string());
const actionSchema = z.union([
  z.object({ title: z.string(), url: z.string() }),
  z.object({
    title: z.string(),
    style: z.enum(['positive', 'destructive']).optional(),
    sends: submittedActionSchema,
    beside: z.record(z.string(), z.string()).optional(),
  }),
]);
const actionsSchema = z
  .array(z.unknown())
  .transform((all) => all.flatMap((one) => actionSchema.safeParse(one).data ?? []));

/** Only to read. Refuses a field, since words typed there would be in no report. */
export const serverPageSchema = z.object({
  language: z.enum(languages),
  heading: z.string(),
  callouts: z
    .array(
      z.object({
        style: z.enum(['attention', 'warning', 'accent', 'good', 'emphasis']),
        heading: z.string(),
        text: linesSchema,
        links: actionsSchema.optional(),
      }),
    )
    .optional(),
  sections: z
    .array(
      z.object({
        heading: z.string().optional(),
        text: linesSchema,
        set: z.array(z.array(z.object({ text: z.string(), strong: z.boolean().optional() }))).exactOptional(),
        links: actionsSchema.optional(),
      }),
    )
    .optional(),
  reveals: z.array(z.object({ title: z.string(), text: linesSchema })).optional(),
  fields: z.array(z.never()).optional(),
  actions: actionsSchema,
}) satisfies z.ZodType<Page>;

/** Between word boundaries: without them one in 32 places of a long word passed for a code by chance. */
const returnCodePattern = /(?<![0-9A-Z])(?=((?:[0-9A-Z]{4}[\s-]{0,3}){5}[0-9A-Z]{4})(?![0-9A-Z]))/giu;

/** Everyday words, some of more than four letters: no code looks so. */
const isProse = (found: string): boolean => /^(?=.*[a-z]{5})(?!\S{24})[a-z]+(?:\s+[a-z]+)*$/u.test(found);

const isReturnCode = (found: string): boolean => !isProse(found) && parseReturnCode(found) !== undefined;

const removeLinkTargets = (text: string): string => text.replace(/(\[[^\]]*\])\(https:\/\/[^)\s]*\)/gu, '$1');

const containsReturnCode = (text: string): boolean =>
  [...removeLinkTargets(text).matchAll(returnCodePattern)].some(([, found = '']) => isReturnCode(found));

/** Without link addresses and what buttons send. */
const visibleTexts = (value: unknown): readonly string[] => {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, held]: [string, unknown]) =>
    name === 'url' || name === 'sends' || name === 'beside' ? [] : visibleTexts(held),
  );
};

/** No guidance page may give a return code: someone who knows a code decrypts whatever is written to it. */
export function hasNoReturnCode(page: Page, wordLists: ReturnCodeWordLists): boolean {
  const texts = visibleTexts(page);
  // Words may stand in a row across lines.
  return !texts.some(containsReturnCode) && !containsReturnCodeWords(texts.join(' '), wordLists, 'check');
}
