import { z } from 'zod';
import { adaptiveCardSchema } from './adaptive-card-schema.ts';

/**
 * What is wrong with a card by our schema, one line each with the path to it; empty for a good card. Beyond the shape,
 * no two elements may have the same id, and what an action shows or hides has to be there.
 */
export function cardProblems(card: unknown): readonly string[] {
  const parsed = adaptiveCardSchema.safeParse(card);
  const shape = parsed.success
    ? []
    : parsed.error.issues.map(({ path, message }) => `${path.map(String).join('.') || 'card'}: ${message}`);
  const { ids, repeated, shown } = idsIn(card);
  return [
    ...shape,
    ...repeated.map((id) => `id ${id}: used more than once`),
    ...shown.filter((id) => !ids.has(id)).map((id) => `id ${id}: shown or hidden, and not there`),
  ];
}

const toggled = z.looseObject({
  type: z.literal('Action.ToggleVisibility'),
  targetElements: z.array(z.looseObject({ elementId: z.string() })),
});

function idsIn(card: unknown) {
  const seen = new Set<string>();
  const repeated = new Set<string>();
  const shown = new Set<string>();
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    if ('type' in value && 'id' in value && typeof value.id === 'string')
      (seen.has(value.id) ? repeated : seen).add(value.id);
    for (const { elementId } of toggled.safeParse(value).data?.targetElements ?? []) shown.add(elementId);
    // What an action carries is not part of the card.
    for (const [key, inner] of Object.entries(value)) if (key !== 'data') visit(inner);
  };
  visit(card);
  return { ids: seen, repeated: [...repeated], shown: [...shown] };
}
