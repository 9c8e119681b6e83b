import { z } from 'zod';

const buttonSchema = z.looseObject({
  type: z.enum(['Action.Execute', 'Action.Submit', 'Action.OpenUrl']),
  title: z.string(),
  verb: z.string().optional(),
  url: z.string().optional(),
  data: z.looseObject({ candour: z.looseObject({ verb: z.string() }) }).optional(),
});
const inputSchema = z.looseObject({
  type: z.enum(['Input.Text', 'Input.ChoiceSet']),
  id: z.string(),
  label: z.string(),
  value: z.string().optional(),
  maxLength: z.number().optional(),
  isMultiSelect: z.boolean().optional(),
  choices: z.array(z.object({ title: z.string(), value: z.string() })).optional(),
});
const cardSchema = z.looseObject({ type: z.literal('AdaptiveCard'), lang: z.enum(['en', 'cy']) });

export type ParsedButton = z.infer<typeof buttonSchema>;
export type ParsedInput = z.infer<typeof inputSchema>;

/** A card as a client of Teams sees it. */
export interface ParsedCard {
  readonly json: string;
  readonly language: 'en' | 'cy';
  readonly buttons: readonly ParsedButton[];
  readonly inputs: readonly ParsedInput[];
  /** All that it says, a line each, without what stands in its inputs. */
  readonly text: string;
}

function everyObjectIn(value: unknown): readonly Readonly<Record<string, unknown>>[] {
  if (Array.isArray(value)) return value.flatMap(everyObjectIn);
  const object = z.record(z.string(), z.unknown()).safeParse(value).data;
  if (object === undefined) return [];
  return [object, ...Object.values(object).flatMap(everyObjectIn)];
}

/** Reads a card. Throws where it is none, or has a button or an input that no card of Candour has. */
export function parseCard(card: unknown): ParsedCard {
  const parsed = cardSchema.parse(card);
  const objects = everyObjectIn({ body: parsed['body'], actions: parsed['actions'] });
  const ofType = (start: string) => objects.filter(({ type }) => typeof type === 'string' && type.startsWith(start));
  return {
    json: JSON.stringify(card),
    language: parsed.lang,
    buttons: ofType('Action.').map((action) => buttonSchema.parse(action)),
    inputs: ofType('Input.').map((input) => inputSchema.parse(input)),
    text: objects
      .flatMap(({ type, text }) => (type === 'TextBlock' || type === 'TextRun' ? [String(text)] : []))
      .join('\n'),
  };
}

const leadsSchema = z
  .object({
    verb: z.string(),
    move: z.string(),
    flow: z.string(),
    topic: z.string(),
    table: z.string(),
    view: z.string(),
  })
  .partial();

/** What a button is called in a test: the move, the flow, the topic, the table or the view that it leads to, else its verb. */
export function buttonName(button: ParsedButton): string {
  const leads = leadsSchema.parse(button.data?.candour ?? {});
  return leads.move ?? leads.flow ?? leads.topic ?? leads.table ?? leads.view ?? leads.verb ?? button.title;
}

const fetchSchema = z.looseObject({ msteams: z.looseObject({ type: z.literal('task/fetch') }) });

/** Whether a button in the chat opens a Teams dialog. */
export const opensDialog = (button: ParsedButton): boolean =>
  button.type === 'Action.Submit' && fetchSchema.safeParse(button.data).success;
