import { z } from 'zod';
import type { Page } from '../../cards/page.ts';
import { submittedSchema } from '../../cards/submitted-data.ts';
import { languages } from '../../core/model/language.ts';
import { parseReturnCode } from '../../core/model/codes.ts';

const lines = z.array(z.string());
const actionSchema = z.union([
  z.object({ title: z.string(), url: z.string() }),
  z.object({
    title: z.string(),
    style: z.enum(['positive', 'destructive']).optional(),
    sends: submittedSchema,
    beside: z.record(z.string(), z.string()).optional(),
  }),
]);
const actions = z.array(z.unknown()).transform((all) => all.flatMap((one) => actionSchema.safeParse(one).data ?? []));

/**
 * A page that the server made, only to be read. One with a field is refused, since what is typed there would be in no
 * report.
 */
export const pageFromServer = z.object({
  language: z.enum(languages),
  heading: z.string(),
  callouts: z
    .array(
      z.object({
        style: z.enum(['attention', 'warning', 'accent', 'good', 'emphasis']),
        heading: z.string(),
        text: lines,
        links: actions.optional(),
      }),
    )
    .optional(),
  sections: z
    .array(
      z.object({
        heading: z.string().optional(),
        text: lines,
        set: z.array(z.array(z.object({ text: z.string(), strong: z.boolean().optional() }))).exactOptional(),
        links: actions.optional(),
      }),
    )
    .optional(),
  reveals: z.array(z.object({ title: z.string(), text: lines })).optional(),
  fields: z.array(z.never()).optional(),
  actions,
}) satisfies z.ZodType<Page>;

/**
 * Every place that has the form of a return code, beginning and ending where a word does: without that rule one in 32
 * places of a long word, such as a document's name in an address, passed for a code by chance.
 */
const likeCode = /(?<![0-9A-Z])(?=((?:[0-9A-Z]{4}[\s-]{0,3}){5}[0-9A-Z]{4})(?![0-9A-Z]))/giu;

/** Everyday words, some of more than four letters: no code looks so. */
const areWords = (found: string): boolean => /^(?=.*[a-z]{5})(?!\S{24})[a-z]+(?:\s+[a-z]+)*$/u.test(found);

const isCode = (found: string): boolean => !areWords(found) && parseReturnCode(found) !== undefined;

const withoutAddresses = (text: string): string => text.replace(/(\[[^\]]*\])\(https:\/\/[^)\s]*\)/gu, '$1');

const givesCode = (text: string): boolean =>
  [...withoutAddresses(text).matchAll(likeCode)].some(([, found = '']) => isCode(found));

/** Every text that a reader sees: not where a link leads, nor what a button sends. */
const textsIn = (value: unknown): readonly string[] => {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, held]: [string, unknown]) =>
    name === 'url' || name === 'sends' || name === 'beside' ? [] : textsIn(held),
  );
};

/** No page of the guidance may give a return code: someone who knows a code opens what is written to it. */
export const givesNoCode = (page: Page): boolean => !textsIn(page).some(givesCode);
