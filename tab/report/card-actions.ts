import { z } from 'zod';
import { parseReturnCode } from '../../concerns/terms/return-code.ts';

const buttonSchema = z.looseObject({
  type: z.enum(['Action.Execute', 'Action.Submit']),
  data: z.looseObject({
    candour: z.looseObject({
      verb: z.string(),
      move: z.string().optional(),
      flow: z.string().optional(),
      card: z.string().optional(),
      language: z.string().optional(),
    }),
  }),
});

/** The data that a button of a card sends, beside the inputs of the card. */
export type ButtonData = Readonly<Record<string, unknown>>;

/** Every object of a card, buttons among them, but nothing of what a button carries. */
export function partsOf(value: unknown): readonly object[] {
  if (typeof value !== 'object' || value === null) return [];
  const inner = Object.entries(value).flatMap(([key, held]: [string, unknown]) =>
    key === 'data' ? [] : partsOf(held),
  );
  return Array.isArray(value) ? inner : [value, ...inner];
}

const buttonsOf = (card: object) => partsOf(card).flatMap((part) => buttonSchema.safeParse(part).data ?? []);

/** The data of the button of a move, `undefined` where the card has no such button. */
export const dataOfMove = (card: object, move: string): ButtonData | undefined =>
  buttonsOf(card).find(({ data }) => data.candour.verb === 'move' && data.candour.move === move)?.data;

/** The data of the button that turns a card to a language, `undefined` where the card has none. */
export const dataOfLanguage = (card: object, language: string): ButtonData | undefined =>
  dataOfMove(card, 'language') ??
  buttonsOf(card).find(({ data }) => data.candour.verb === 'show' && data.candour.language === language)?.data;

/** Whether a card is a topic of the guidance. */
export const isGuidance = (card: object): boolean =>
  buttonsOf(card).some(({ data }) => data.candour.verb === 'show' && data.candour.card === 'guidance');

/** Whether a card goes on with a report or a look-up, and has no button of its own that ends it. */
export const isUnderWay = (card: object): boolean =>
  buttonsOf(card).some(({ data }) => data.candour.verb === 'move') && dataOfMove(card, 'done') === undefined;

/** The conversation that a button begins, `undefined` where it begins none. */
export function flowOf(data: ButtonData): 'report' | 'comeBack' | undefined {
  const { verb, flow } = z.looseObject({ verb: z.string(), flow: z.string().optional() }).parse(data['candour']);
  return verb === 'open' && (flow === 'report' || flow === 'comeBack') ? flow : undefined;
}

const codeSchema = z.looseObject({ type: z.literal('TextBlock'), fontType: z.literal('monospace'), text: z.string() });

/** The return code that a card shows to be written down, as it shows it; `undefined` where it shows none. */
export const codeOnCard = (card: object): string | undefined =>
  partsOf(card)
    .flatMap((part) => codeSchema.safeParse(part).data?.text ?? [])
    .find((text) => parseReturnCode(text) !== undefined);

/** The language that a card is in, `undefined` where it does not say. */
export const languageOfCard = (card: object): string | undefined =>
  z.looseObject({ lang: z.string() }).safeParse(card).data?.lang;
