import { z } from 'zod';
import { type ParsedCard, parseCard } from './parsed-card.ts';

const attachmentSchema = z.object({
  contentType: z.literal('application/vnd.microsoft.card.adaptive'),
  content: z.unknown(),
});
const dialogSchema = z.object({
  task: z.object({
    type: z.literal('continue'),
    value: z.object({ title: z.string().min(1), card: attachmentSchema }),
  }),
});
const onCardSchema = z.discriminatedUnion('type', [
  z.object({
    statusCode: z.literal(200),
    type: z.literal('application/vnd.microsoft.card.adaptive'),
    value: z.unknown(),
  }),
  z.object({
    statusCode: z.literal(200),
    type: z.literal('application/vnd.microsoft.activity.message'),
    value: z.string(),
  }),
]);
const postedSchema = z.looseObject({ attachments: z.array(attachmentSchema).min(1) });

/** The invokes that Teams sends for what is done on cards. */
export type InvokeName = 'adaptiveCard/action' | 'task/fetch' | 'task/submit';

/** What Teams makes of an answer to an invoke. */
export type InvokeAnswer =
  | { readonly kind: 'dialog' | 'inPlace'; readonly card: ParsedCard }
  | { readonly kind: 'words'; readonly words: string }
  | { readonly kind: 'closed' };

/** Reads the body of an answer as the part of Teams reads it that asked. Throws where that part could not. */
export function parseInvokeAnswer(name: InvokeName, text: string): InvokeAnswer {
  if (name === 'adaptiveCard/action') {
    const answer = onCardSchema.parse(JSON.parse(text));
    return answer.type === 'application/vnd.microsoft.card.adaptive'
      ? { kind: 'inPlace', card: parseCard(answer.value) }
      : { kind: 'words', words: answer.value };
  }
  if (text === '') return { kind: 'closed' };
  const card = parseCard(dialogSchema.parse(JSON.parse(text)).task.value.card.content);
  if (card.buttons.some(({ type }) => type === 'Action.Execute')) throw new Error('a dialog knows no Action.Execute');
  return { kind: 'dialog', card };
}

/** The card of an activity that was posted. Throws where it has none. */
export const parsePostedCard = (activity: unknown): ParsedCard =>
  parseCard(postedSchema.parse(activity).attachments.at(-1)?.content);
