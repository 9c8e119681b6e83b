import { z } from 'zod';
import { languages } from '../core/model/language.ts';
import type { WeekCountDependencies } from '../summary/figures/count-closed-weeks.ts';
import { allFigures } from '../summary/figures/figure-lookup.ts';
import { type FilledReturn, queryReturn } from '../summary/returns/query-return.ts';
import {
  periodFacts,
  formatReturnMappingJsonSchema,
  notHeld,
  parseReturnMapping,
} from '../summary/returns/return-mapping.ts';
import { createReturnCsv, createReturnWorkbook } from '../summary/returns/return-files.ts';
import { formatFileProblems, readInputFile, writeNewFiles } from './file-io.ts';
import { clockUntrustedSentence, periodNotOverSentence, periodSchema } from './period-argument.ts';
import { parseOptionsWithSchema, printErrorLine, type CliCommand, writeToStdout } from './cli-command.ts';
import { withFigureContext } from './with-store.ts';

const returnFormats = ['csv', 'xlsx'] as const;
const fileNameSchema = z.string().min(1);

const optionsSchema = z.union([
  z.strictObject({ schema: z.literal(true) }).transform(() => ({ kind: 'schema' as const })),
  z.strictObject({ figures: z.literal(true) }).transform(() => ({ kind: 'figures' as const })),
  z
    .strictObject({ mapping: fileNameSchema, check: z.literal(true) })
    .transform(({ mapping }) => ({ kind: 'check' as const, mapping })),
  z
    .strictObject({
      mapping: fileNameSchema,
      period: periodSchema,
      format: z.enum(returnFormats),
      out: fileNameSchema,
      language: z.enum(languages).default('en'),
      'so-far': z.literal(true).optional(),
    })
    .transform(({ 'so-far': soFar = false, ...rest }) => ({ kind: 'return' as const, soFar, ...rest })),
]);
type ReturnOptions = z.infer<typeof optionsSchema>;

const usage = `npm run return -- --mapping <file> --period 2025-26 --format ${returnFormats.join('|')} --out <new file> [--language ${languages.join('|')}] [--so-far]
npm run return -- --mapping <file> --check
npm run return -- --figures
npm run return -- --schema`;

const optionNames = {
  texts: ['mapping', 'period', 'format', 'out', 'language'],
  flags: ['check', 'so-far', 'schema', 'figures'],
};

export interface ReturnCommandDependencies {
  readonly withWeeks: <T>(work: (deps: WeekCountDependencies) => Promise<T>) => Promise<T>;
  readonly write: (text: string) => void;
  readonly printLine: (line: string) => void;
}

export const definitionsPath = (path: string): string =>
  path.toLowerCase().endsWith('.csv') ? `${path.slice(0, -4)}-definitions.csv` : `${path}-definitions.csv`;

async function writeReturn(filled: FilledReturn, { format, out }: ReturnOptions & { kind: 'return' }, now: Date) {
  if (format === 'xlsx') {
    await writeNewFiles([{ path: out, content: await createReturnWorkbook(filled, now) }]);
    return;
  }
  const { figures: table, definitions } = createReturnCsv(filled);
  await writeNewFiles([
    { path: out, content: table },
    { path: definitionsPath(out), content: definitions },
  ]);
}

function emptyValueSentences({ columns }: FilledReturn): readonly string[] {
  const codes = new Map<string, string[]>();
  for (const { code, value, notes } of columns) {
    if (value !== undefined) continue;
    const why = notes.join(' ');
    codes.set(why, [...(codes.get(why) ?? []), code]);
  }
  return [...codes].map(([why, of]) => `${of.join(', ')}: ${why}`);
}

async function makeReturn(
  deps: ReturnCommandDependencies,
  options: ReturnOptions & { kind: 'return' },
): Promise<number> {
  const read = await readInputFile(options.mapping, parseReturnMapping);
  if (read.kind === 'wrong') {
    deps.printLine(formatFileProblems('mapping', read.problems));
    return 2;
  }
  const { mapping } = read;
  return await deps.withWeeks(async (count) => {
    const { period, language, soFar } = options;
    const outcome = await queryReturn(count, { mapping, period, language, soFar });
    switch (outcome.kind) {
      case 'otherPeriod':
        deps.printLine(`This mapping is for periods of the kind ${mapping.periods.join(', ')}, not for this one.`);
        return 2;
      case 'notNow':
        deps.printLine(clockUntrustedSentence);
        return 1;
      case 'notOver':
        deps.printLine(periodNotOverSentence(outcome.closesOn, outcome.hasBegun));
        return 1;
      case 'return':
        await writeReturn(outcome.filled, options, count.clock());
        for (const sentence of emptyValueSentences(outcome.filled)) deps.printLine(sentence);
        return 0;
      default:
        return outcome satisfies never;
    }
  });
}

async function checkMapping(deps: ReturnCommandDependencies, path: string): Promise<number> {
  const read = await readInputFile(path, parseReturnMapping);
  if (read.kind === 'wrong') {
    deps.printLine(formatFileProblems('mapping', read.problems));
    return 2;
  }
  deps.printLine(`The mapping is valid: ${read.mapping.columns.length} columns.`);
  return 0;
}

export async function returnCommand(deps: ReturnCommandDependencies, args: readonly string[]): Promise<number> {
  const asked = parseOptionsWithSchema(optionsSchema, args, optionNames);
  switch (asked?.kind) {
    case undefined:
      deps.printLine(`Check the arguments.\n${usage}`);
      return 2;
    case 'schema':
      deps.write(formatReturnMappingJsonSchema());
      return 0;
    case 'figures':
      deps.write(
        [...allFigures.map(({ id, label }) => `${id}  ${label('en')}`), ...periodFacts, notHeld, ''].join('\n'),
      );
      return 0;
    case 'check':
      return await checkMapping(deps, asked.mapping);
    case 'return':
      return await makeReturn(deps, asked);
    default:
      return asked satisfies never;
  }
}

export const cliCommand: CliCommand = {
  usage,
  failureMessage: 'The return could not be made.',
  run: (args) => returnCommand({ withWeeks: withFigureContext, write: writeToStdout, printLine: printErrorLine }, args),
};
