import { z } from 'zod';
import { reachChoices } from '../concerns/records/reach-row.ts';
import { pulsePhases } from '../concerns/terms/pulse.ts';
import { languages } from '../concerns/terms/language.ts';

const language = z.enum(languages);

/** The data that a button of a card may send back, beside the inputs of the card. */
export const submittedSchema = z.discriminatedUnion('verb', [
  z.object({
    verb: z.literal('show'),
    card: z.enum(['welcome', 'guidance']),
    /** The id of a topic, which may be gone by now. */
    topic: z
      .string()
      .regex(/^[a-z][a-z0-9-]{0,39}$/u)
      .optional(),
    language,
  }),
  z.object({ verb: z.literal('open'), flow: z.enum(['report', 'comeBack', 'week']), language }),
  z.object({
    verb: z.literal('move'),
    move: z.string().min(1).max(40),
    state: z.string().min(1).max(40_000),
    /** The language of the card, for where the state cannot be opened. Older cards do not say it. */
    language: language.optional(),
  }),
  /** A period and its readers, which were chosen in the fields of the card. */
  z.object({ verb: z.literal('week'), language }),
  z.object({
    verb: z.literal('summary'),
    view: z.enum(['overview', 'table', 'tables', 'periods']),
    audience: z.enum(['acu', 'wider', 'reserve']),
    period: z.string().min(1).max(24),
    /** A name of a table; where the card asks which, it stands in its field. */
    table: z.string().min(1).max(40).optional(),
    language,
  }),
  z.object({
    verb: z.literal('sendWeek'),
    audience: z.enum(['acu', 'wider', 'reserve']),
    /** Whether it is to be sent to whoever presses; missing where they only ask how it is. */
    wanted: z.boolean().optional(),
    language,
  }),
  /** A choice about the messages to everybody; they only ask where nothing is chosen. */
  z.object({
    verb: z.literal('messages'),
    choice: z.enum(reachChoices).optional(),
    /** The language in which they want them. */
    messages: language.optional(),
    language,
  }),
  /** The questions of a pulse, which are shown; where a press is named, what was chosen in the fields of the card. */
  z.object({
    verb: z.literal('pulse'),
    campaign: z.string().regex(/^[0-9a-f]{16}$/u),
    phase: z.enum(pulsePhases),
    press: z
      .string()
      .regex(/^[0-9a-f]{16}$/u)
      .optional(),
    language,
  }),
  z.object({ verb: z.literal('acknowledge'), caseId: z.string().min(1).max(40), language }),
]);
export type Submitted = z.infer<typeof submittedSchema>;

const dataSchema = z.looseObject({ candour: submittedSchema });

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/**
 * Reads what a card sent back, as an object or as the text of one, with its inputs as they came; `undefined` where no
 * card of ours can have sent it.
 */
export function parseSubmitted(
  data: unknown,
): { readonly action: Submitted; readonly inputs: Readonly<Record<string, unknown>> } | undefined {
  const result = dataSchema.safeParse(typeof data === 'string' ? parsed(data) : data);
  if (!result.success) return undefined;
  const { candour, msteams: _, ...inputs } = result.data;
  return { action: candour, inputs };
}
