import { z } from 'zod';
import { parseDay } from '../core/model/calendar.ts';
import { hasHiddenCharacters } from './guidance-problems.ts';
import { type FrontMatterName, frontMatterNames } from './guidance-problems.ts';
import { topicParts } from './topic.ts';

/** In characters: longer ones do not fit a button on a phone. */
export const maxTitleLength = 30;

const lineSchema = (most: number) =>
  z
    .string()
    .min(1)
    .max(most)
    .refine((text) => !hasHiddenCharacters(text) && !/[<>{}[\]`*_\\]/u.test(text));
const positiveIntegerSchema = z
  .string()
  .regex(/^[1-9]\d{0,5}$/u)
  .transform(Number);

const frontMatterSchema = z.strictObject({
  // Then a title too long for a button is not reported as missing.
  title: lineSchema(200),
  owner: lineSchema(80),
  version: positiveIntegerSchema,
  review: z.string().transform((text, context) => {
    const day = parseDay(text);
    if (day !== undefined) return day;
    context.addIssue({ code: 'custom', message: 'day' });
    return z.NEVER;
  }),
  part: z.enum(topicParts),
  place: positiveIntegerSchema,
});
export type FrontMatter = z.infer<typeof frontMatterSchema>;

export type FrontMatterResult =
  | { readonly kind: 'read'; readonly head: FrontMatter; readonly body: string }
  | { readonly kind: 'problems'; readonly names: readonly (FrontMatterName | 'lines')[] };

const frontMatterLinePattern = /^([a-z]+): *(\S.*?) *$/u;

/** `undefined` without a head. */
export function splitFrontMatter(
  source: string,
): { readonly lines: Readonly<Record<string, string>>; readonly body: string } | undefined {
  const [first, ...rest] = source.replace(/^\uFEFF/u, '').split(/\r\n|\r|\n/u);
  const end = rest.indexOf('---');
  if (first !== '---' || end < 0) return undefined;
  const lines = rest.slice(0, end).map((text) => frontMatterLinePattern.exec(text));
  const pairs = lines.flatMap((match) => (match === null ? [] : [[match[1] ?? '', match[2] ?? ''] as const]));
  if (pairs.length < lines.length || new Set(pairs.map(([name]) => name)).size < pairs.length) return undefined;
  return { lines: Object.fromEntries(pairs), body: rest.slice(end + 1).join('\n') };
}

export function parseFrontMatter(source: string): FrontMatterResult {
  const split = splitFrontMatter(source);
  if (split === undefined) return { kind: 'problems', names: ['lines'] };
  const parsed = frontMatterSchema.safeParse(split.lines);
  if (parsed.success) return { kind: 'read', head: parsed.data, body: split.body };
  const names = parsed.error.issues.map(({ path }) => frontMatterNames.find((name) => name === path[0]) ?? 'lines');
  return { kind: 'problems', names: [...new Set(names)] };
}
