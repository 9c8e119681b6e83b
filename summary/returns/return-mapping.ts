import { isWithinEditDistance } from '../../core/casework/subject-names.ts';
import type { Figure } from '../figures/figure-definitions.ts';
import { findFigure, allFigures } from '../figures/figure-lookup.ts';
import { z } from 'zod';
import {
  type ValidationProblem,
  toValidationProblems,
  maxReportedProblems,
  parseJsonFile,
} from '../validation-problems.ts';

export const periodFacts = ['period', 'period.from', 'period.to', 'period.asAt'] as const;
export type PeriodFact = (typeof periodFacts)[number];

/** For what a return asks and Candour does not hold. */
export const notHeld = 'notHeld';

export const factNames: readonly string[] = [...allFigures.map(({ id }) => id), ...periodFacts, notHeld];

type ReturnFact =
  | { readonly kind: 'figures'; readonly figures: readonly [Figure, ...Figure[]] }
  | { readonly kind: 'fact'; readonly fact: PeriodFact }
  | { readonly kind: 'notHeld' };

type FactResult =
  | { readonly kind: 'told'; readonly told: ReturnFact }
  | { readonly kind: 'wrong'; readonly sentence: string };

const maxAddends = 40;
const maxEditDistance = 6;

/** The known name the fewest letters away; `undefined` if none is near. */
export function findNearestFactName(text: string): string | undefined {
  const typed = text.slice(0, 60).toLowerCase();
  const maxDistance = Math.min(maxEditDistance, Math.floor(typed.length / 2));
  const near = factNames.filter((name) => isWithinEditDistance(maxDistance, name.toLowerCase(), typed));
  for (let letters = 0; letters <= maxDistance; letters += 1) {
    const nearest = near.find((name) => isWithinEditDistance(letters, name.toLowerCase(), typed));
    if (nearest !== undefined) return nearest;
  }
  return factNames.find((name) => typed.length > 3 && name.toLowerCase().startsWith(typed));
}

const createWrongResult = (sentence: string): FactResult => ({ kind: 'wrong', sentence });

function createUnknownResult(text: string, place: number, count: number, suggests: boolean): FactResult {
  const near = suggests ? findNearestFactName(text) : undefined;
  const which = count === 1 ? 'This is' : `Number ${place + 1} of these is`;
  return createWrongResult(`${which} no figure of Candour.${near === undefined ? '' : ` The nearest is ${near}.`}`);
}

/**
 * Reads a name, or figures with "+" between them that leave no case in two. Refuses an unknown name with the nearest
 * one, unless `suggests` is false.
 */
export function parseFact(text: string, suggests = true): FactResult {
  const names = text.split('+').map((name) => name.trim());
  const [only = ''] = names;
  if (names.length > maxAddends) return createWrongResult(`No more than ${maxAddends} figures are added up.`);
  if (names.length === 1) {
    if (only === notHeld) return { kind: 'told', told: { kind: 'notHeld' } };
    const fact = periodFacts.find((name) => name === only);
    if (fact !== undefined) return { kind: 'told', told: { kind: 'fact', fact } };
  }
  const found: Figure[] = [];
  for (const [place, name] of names.entries()) {
    const figure = findFigure(name);
    if (name === notHeld || periodFacts.some((fact) => fact === name))
      return createWrongResult(`${name} stands alone in its column.`);
    if (figure === undefined) return createUnknownResult(name, place, names.length, suggests);
    found.push(figure);
  }
  const [first, ...others] = found;
  if (first === undefined) return createUnknownResult(only, 0, 1, suggests);
  if (new Set(names).size < names.length) return createWrongResult('A figure stands in it twice.');
  if (others.length > 0 && found.some(({ of }) => of === 'days')) {
    return createWrongResult('A median or a percentile cannot be added to another figure.');
  }
  const apart = others.find(({ additiveGroup: addsWith }) => addsWith !== first.additiveGroup);
  if (apart !== undefined) {
    return createWrongResult(`${first.id} and ${apart.id} are not added up, since one case can stand in both.`);
  }
  return { kind: 'told', told: { kind: 'figures', figures: [first, ...others] } };
}

export function formatFact(fact: ReturnFact): string {
  switch (fact.kind) {
    case 'figures':
      return fact.figures.map(({ id }) => id).join(' + ');
    case 'fact':
      return fact.fact;
    case 'notHeld':
      return notHeld;
    default:
      return fact satisfies never;
  }
}

export const maxReturnColumns = 500;
const periodKinds = ['week', 'rolling', 'quarter', 'yearToMarch', 'range'] as const;

/** One line that shows literally: no control characters, no marks of direction, no blanks at its ends. */
export const singleLinePattern = /^(?!\s)[^\p{Cc}\p{Cs}\u2028-\u202E\u2066-\u2069]*(?<!\s)$/u;
export const singleLineSchema = (max: number) => z.string().min(1).max(max).regex(singleLinePattern);
export const bilingualSchema = (max: number) =>
  z.strictObject({ en: singleLineSchema(max), cy: singleLineSchema(max) });

const columnSchema = z.strictObject({
  code: z
    .string()
    .regex(/^[A-Za-z0-9][A-Za-z0-9._/-]{0,39}$/u)
    .describe('The name of the column in the return. Letters, digits, and . _ / - after the first.'),
  heading: bilingualSchema(300).describe('The heading of the column, in both languages.'),
  figure: z
    .string()
    .min(1)
    .max(2_000)
    .describe('A figure of Candour, figures of one table with + between them, something of the period, or notHeld.')
    .meta({ examples: [...factNames] }),
  definition: bilingualSchema(2_000).describe('What the return asks for in this column, in the words of whoever asks.'),
  source: bilingualSchema(300).describe('Where that definition stands.'),
  definedOn: z.iso.date().describe('The day of that definition, such as 2026-04-01.'),
});

const mappingSchema = z.strictObject({
  $schema: z.string().max(300).optional(),
  v: z.literal(1),
  name: bilingualSchema(200).describe('The name of the return, in both languages.'),
  audience: z
    .literal('acu')
    .describe('A return holds exact counts of the unit’s own cases: it is for those who may read these.'),
  periods: z.array(z.enum(periodKinds)).min(1).max(periodKinds.length).describe('The periods it may be made for.'),
  head: z
    .enum(['code', 'heading', 'both'])
    .optional()
    .describe('What stands above the figures: the codes, the headings, or both. The codes, where it is left out.'),
  columns: z.array(columnSchema).min(1).max(maxReturnColumns),
});
export type MappingFile = z.infer<typeof mappingSchema>;
type MappingColumn = z.infer<typeof columnSchema>;

export const formatReturnMappingJsonSchema = (): string =>
  `${JSON.stringify({ title: 'A mapping of a return', ...z.toJSONSchema(mappingSchema) }, undefined, 2)}\n`;

export interface ReturnColumn extends Omit<MappingColumn, 'figure'> {
  readonly fact: ReturnFact;
}
export interface ReturnMapping extends Omit<MappingFile, 'columns' | '$schema' | 'head'> {
  readonly head: NonNullable<MappingFile['head']>;
  readonly columns: readonly ReturnColumn[];
}

export type MappingResult =
  | { readonly kind: 'mapping'; readonly mapping: ReturnMapping }
  | { readonly kind: 'wrong'; readonly problems: readonly ValidationProblem[] };

/** Says for each problem in a sentence how to mend it. */
export function parseReturnMapping(text: string): MappingResult {
  const read = parseJsonFile(text);
  if (read.kind === 'wrong') return read;
  const parsed = mappingSchema.safeParse(read.json, { reportInput: true });
  if (!parsed.success) return { kind: 'wrong', problems: toValidationProblems(parsed.error) };
  const { $schema: _schema, head = 'code', columns: given, ...rest } = parsed.data;
  const problems: ValidationProblem[] = [];
  const columns: ReturnColumn[] = [];
  const places = new Map<string, number>();
  for (const [place, { figure, ...column }] of given.entries()) {
    const code = column.code.toLowerCase();
    const before = places.get(code);
    if (before !== undefined) {
      problems.push({ path: `columns[${place}].code`, message: `It is the code of columns[${before}] as well.` });
    }
    places.set(code, before ?? place);
    const result = parseFact(figure, problems.length < maxReportedProblems);
    if (result.kind === 'told') columns.push({ ...column, fact: result.told });
    else problems.push({ path: `columns[${place}].figure (${column.code})`, message: result.sentence });
  }
  if (problems.length > 0) return { kind: 'wrong', problems };
  return { kind: 'mapping', mapping: { ...rest, head, columns } };
}
