import { GlobalSettings, Template } from 'adaptivecards-templating';
import { z } from 'zod';
import type { Card } from './card.ts';

const cardSchema = z.looseObject({ type: z.literal('AdaptiveCard') });

// Parsing a template costs thirty times what filling it in does.
const parsed = new WeakMap<object, Template>();

function parsedOnce(template: object): Template {
  const known = parsed.get(template);
  if (known) return known;
  const made = new Template(template);
  parsed.set(template, made);
  return made;
}

/**
 * Fills a template in. Nothing in the data is taken as a template itself, and nothing of it is kept afterwards.
 * Throws TypeError, naming the fields, when the template asks for a field that the data has not.
 */
export function draw(template: object, data: Readonly<Record<string, unknown>>): Card {
  const missing: string[] = [];
  const root: Record<string, unknown> = { ...data };
  const before = GlobalSettings.getUndefinedFieldValueSubstitutionString;
  // Throwing here would not do: the engine swallows what is thrown inside a text of several parts.
  GlobalSettings.getUndefinedFieldValueSubstitutionString = (path) => {
    missing.push(path);
    return undefined;
  };
  try {
    const card: unknown = parsedOnce(template).expand({ $root: root });
    if (missing.length > 0) throw new TypeError(`card template: no ${missing.join(', ')}`);
    return cardSchema.parse(card);
  } catch (error) {
    // A template that stopped half-way still holds the part of the data it was at.
    parsed.delete(template);
    throw error;
  } finally {
    GlobalSettings.getUndefinedFieldValueSubstitutionString = before;
    // A kept template keeps the root it was last filled from.
    for (const key of Object.keys(root)) delete root[key];
  }
}
