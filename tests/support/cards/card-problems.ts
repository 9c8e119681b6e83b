import { adaptiveCardSchema } from './adaptive-card-schema.ts';

/**
 * What is wrong with a card by our schema, one line each with the path to it; empty for a good card. Beyond the shape,
 * no two elements may have the same id.
 */
export function cardProblems(card: unknown): readonly string[] {
  const parsed = adaptiveCardSchema.safeParse(card);
  const shape = parsed.success
    ? []
    : parsed.error.issues.map(({ path, message }) => `${path.map(String).join('.') || 'card'}: ${message}`);
  return [...shape, ...repeatedIds(card).map((id) => `id ${id}: used more than once`)];
}

function repeatedIds(card: unknown): readonly string[] {
  const seen = new Set<string>();
  const repeated = new Set<string>();
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    if ('type' in value && 'id' in value && typeof value.id === 'string')
      (seen.has(value.id) ? repeated : seen).add(value.id);
    // What an action carries is not part of the card.
    for (const [key, inner] of Object.entries(value)) if (key !== 'data') visit(inner);
  };
  visit(card);
  return [...repeated];
}
