import { z } from 'zod';
import { daySchema, weekSchema } from '../concerns/records/case-record.ts';
import { kinds } from '../concerns/terms/kinds.ts';
import { languages } from '../concerns/terms/language.ts';
import { modes } from '../concerns/terms/questions.ts';
import { FiguresError } from './figures-error.ts';

const count = z.int().min(0);
const counts = <const Names extends readonly string[]>(names: Names) => z.record(z.enum(names), count);

/** A kind of concern, or `none` where the person chose no heading. */
export const figureKinds = [...kinds, 'none'] as const;
export const urgencies = ['urgent', 'standard'] as const;
export const routes = ['staff', 'hub'] as const;
/** How long a case has been open, in days from the day it was received. */
export const ages = ['upTo7', 'from8To28', 'from29To90', 'over90'] as const;

/** The rule on which counts a wider reader may see, kept with each week so that it is always issued alike. */
export const disclosureRuleSchema = z.object({
  /** Counts from 1 to one less than this are hidden. */
  smallCount: z.int().min(5).max(10),
  /** Whether a count of none is hidden as well. */
  hideZero: z.boolean(),
});
export type DisclosureRule = z.infer<typeof disclosureRuleSchema>;

const acknowledgementSchema = z.discriminatedUnion('target', [
  z.object({ target: z.literal('none'), acknowledged: count, waiting: count }),
  z.object({
    target: z.literal('days'),
    days: count,
    inTime: count,
    late: count,
    /** Not acknowledged by the day of the count, although the last day of the limit had passed. */
    overdue: count,
    /** Not acknowledged, and the last day of the limit had not passed at the count. */
    notYetDue: count,
  }),
]);

const sumOf = (parts: Readonly<Record<string, number>>): number =>
  Object.values(parts).reduce((sum, part) => sum + part, 0);

/** The figures of one closed week and of those who handle its cases. Days only; counted once, then frozen. */
export const weekFiguresSchema = z
  .object({
    v: z.literal(1),
    week: weekSchema,
    handledBy: z.enum(['acu', 'reserve']),
    countedOn: daySchema,
    received: count,
    kind: counts(figureKinds),
    urgency: counts(urgencies),
    mode: counts(modes),
    route: counts(routes),
    language: counts(languages),
    acknowledgement: acknowledgementSchema,
    /** Open at the end of the week's Sunday. */
    open: counts(ages),
    rule: disclosureRuleSchema,
  })
  .refine(
    ({ received, kind, urgency, mode, route, language, acknowledgement: { target: _target, ...acknowledgement } }) => {
      const { days: _days, ...parts } = { days: 0, ...acknowledgement };
      return [kind, urgency, mode, route, language, parts].every((each) => sumOf(each) === received);
    },
    'parts do not add up',
  )
  .readonly();
export type WeekFigures = z.infer<typeof weekFiguresSchema>;

const jsonSchema = z.string().transform((text, context): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    context.addIssue('not JSON');
    return z.NEVER;
  }
});

/** Figures as a store keeps them. Throws FiguresError where the text is none. */
export function readFigures(text: string): WeekFigures {
  const parsed = jsonSchema.pipe(weekFiguresSchema).safeParse(text);
  if (!parsed.success) throw new FiguresError('damaged');
  return parsed.data;
}
