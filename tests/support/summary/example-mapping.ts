import { type MappingFile, parseReturnMapping, type ReturnMapping } from '../../../summary/returns/return-mapping.ts';

type Column = MappingFile['columns'][number];

/** A column of a made-up return, or one that differs from it. */
export const createColumn = (differences: Partial<Column> = {}): Column => ({
  code: 'A1',
  heading: { en: 'Reports', cy: 'Adroddiadau' },
  figure: 'received.all',
  definition: { en: 'Reports of the year.', cy: 'Adroddiadau’r flwyddyn.' },
  source: { en: 'Made up, 1', cy: 'Wedi’i ddyfeisio, 1' },
  definedOn: '2026-04-01',
  ...differences,
});

/** A made-up mapping, or one that differs from it. */
export const createMappingFile = (differences: Partial<MappingFile> = {}): MappingFile => ({
  v: 1,
  name: { en: 'Made up', cy: 'Wedi’i ddyfeisio' },
  audience: 'acu',
  periods: ['quarter', 'yearToMarch', 'range', 'week'],
  columns: [createColumn()],
  ...differences,
});

/** A mapping that is right. Throws where it is not. */
export function parseMapping(file: MappingFile): ReturnMapping {
  const read = parseReturnMapping(JSON.stringify(file));
  if (read.kind === 'wrong') throw new RangeError(read.problems.map(({ message: sentence }) => sentence).join(' '));
  return read.mapping;
}
