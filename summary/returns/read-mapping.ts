import type { MappingColumn, MappingFile } from './mapping-schema.ts';
import { mappingSchema } from './mapping-schema.ts';
import { type Mistake, mistakesOf, mostTold } from './mistakes.ts';
import { readJson } from './read-json.ts';
import { readTold, type Told } from './told.ts';

export interface ReturnColumn extends Omit<MappingColumn, 'figure'> {
  readonly told: Told;
}
export interface ReturnMapping extends Omit<MappingFile, 'columns' | '$schema' | 'head'> {
  readonly head: NonNullable<MappingFile['head']>;
  readonly columns: readonly ReturnColumn[];
}

export type ReadMapping =
  | { readonly kind: 'mapping'; readonly mapping: ReturnMapping }
  | { readonly kind: 'wrong'; readonly mistakes: readonly Mistake[] };

/** Reads a mapping's file, or says for each mistake in a sentence how to put it right. */
export function readMapping(text: string): ReadMapping {
  const read = readJson(text);
  if (read.kind === 'wrong') return read;
  const parsed = mappingSchema.safeParse(read.json, { reportInput: true });
  if (!parsed.success) return { kind: 'wrong', mistakes: mistakesOf(parsed.error) };
  const { $schema: _schema, head = 'code', columns: given, ...rest } = parsed.data;
  const mistakes: Mistake[] = [];
  const columns: ReturnColumn[] = [];
  const places = new Map<string, number>();
  for (const [place, { figure, ...column }] of given.entries()) {
    const code = column.code.toLowerCase();
    const before = places.get(code);
    if (before !== undefined) {
      mistakes.push({ where: `columns[${place}].code`, sentence: `It is the code of columns[${before}] as well.` });
    }
    places.set(code, before ?? place);
    const told = readTold(figure, mistakes.length < mostTold);
    if (told.kind === 'told') columns.push({ ...column, told: told.told });
    else mistakes.push({ where: `columns[${place}].figure (${column.code})`, sentence: told.sentence });
  }
  if (mistakes.length > 0) return { kind: 'wrong', mistakes };
  return { kind: 'mapping', mapping: { ...rest, head, columns } };
}
