import { z } from 'zod';

const buttonSchema = z.looseObject({
  type: z.enum(['Action.Execute', 'Action.Submit']),
  data: z.looseObject({ candour: z.looseObject({ verb: z.string(), move: z.string().optional() }) }),
});

/** The data that a button of a card sends, beside the inputs of the card. */
export type ButtonData = Readonly<Record<string, unknown>>;

/** Every object of a card, buttons among them, but nothing of what a button carries. */
function partsOf(value: unknown): readonly object[] {
  if (typeof value !== 'object' || value === null) return [];
  const inner = Object.entries(value).flatMap(([key, held]: [string, unknown]) =>
    key === 'data' ? [] : partsOf(held),
  );
  return Array.isArray(value) ? inner : [value, ...inner];
}

/** The data of the button of a move, `undefined` where the card has no such button. */
export const dataOfMove = (card: object, move: string): ButtonData | undefined =>
  partsOf(card)
    .flatMap((part) => buttonSchema.safeParse(part).data ?? [])
    .find(({ data }) => data.candour.verb === 'move' && data.candour.move === move)?.data;

/** The language that a card is in, `undefined` where it does not say. */
export const languageOfCard = (card: object): string | undefined =>
  z.looseObject({ lang: z.string() }).safeParse(card).data?.lang;
