import { z } from 'zod';
import { readPdfFonts } from '../bot/runtime/pdf-fonts.ts';
import { toDay } from '../core/model/calendar.ts';
import { languages } from '../core/model/language.ts';
import type { PdfFonts } from '../documents/pdf/pdf-builder.ts';
import { type WeekCountDependencies, countUnitWeeks } from '../summary/figures/count-closed-weeks.ts';
import type { InspectionSettings } from '../summary/inspection/inspection-settings.ts';
import { figureAnswer, type InspectionSheet, createInspectionSheet } from '../summary/inspection/inspection-sheet.ts';
import {
  formatForceAnswersJsonSchema,
  type ForceAnswers,
  inspectionQuestionIds,
  parseForceAnswers,
} from '../summary/inspection/inspection-questions.ts';
import {
  renderInspectionPdf,
  renderInspectionMarkdown,
  createInspectionWorkbook,
} from '../summary/inspection/inspection-files.ts';
import { type Period, formatPeriod } from '../summary/figures/periods.ts';
import { getLastCountedDay, type ReturnWeeks } from '../summary/returns/query-return.ts';
import { findNearestFactName } from '../summary/returns/return-mapping.ts';
import { formatFileProblems, readInputFile, writeNewFiles } from './file-io.ts';
import { clockUntrustedSentence, periodNotOverSentence, periodSchema } from './period-argument.ts';
import { parseOptionsWithSchema, printErrorLine, type CliCommand, writeToStdout } from './cli-command.ts';
import { withFigureContext } from './with-store.ts';

const sheetFormats = ['text', 'xlsx', 'pdf'] as const;
const nonEmptyTextSchema = z.string().min(1);
const soFarSchema = z.literal(true).optional();

const optionsSchema = z.union([
  z.strictObject({ schema: z.literal(true) }).transform(() => ({ kind: 'schema' as const })),
  z
    .strictObject({ answers: nonEmptyTextSchema, check: z.literal(true) })
    .transform(({ answers }) => ({ kind: 'check' as const, answers })),
  z
    .strictObject({
      figure: nonEmptyTextSchema,
      period: periodSchema,
      'so-far': soFarSchema,
      language: z.enum(languages).default('en'),
    })
    .transform(({ 'so-far': far = false, ...rest }) => ({ kind: 'figure' as const, soFar: far, ...rest })),
  z
    .strictObject({
      period: periodSchema,
      answers: nonEmptyTextSchema.optional(),
      format: z.enum(sheetFormats).default('text'),
      out: nonEmptyTextSchema.optional(),
      language: z.enum(languages).default('en'),
      'so-far': soFarSchema,
    })
    .refine(({ format, out }) => format === 'text' || out !== undefined)
    .transform(({ 'so-far': far = false, ...rest }) => ({ kind: 'sheet' as const, soFar: far, ...rest })),
]);
type InspectionOptions = z.infer<typeof optionsSchema>;

const usage = `npm run inspection -- --period 2025-26 [--answers <file>] [--format ${sheetFormats.join('|')}] [--out <new file>] [--language ${languages.join('|')}] [--so-far]
npm run inspection -- --answers <file> --check
npm run inspection -- --figure received.all --period 2025-26 [--so-far]
npm run inspection -- --schema`;

const optionNames = {
  texts: ['period', 'answers', 'format', 'out', 'language', 'figure'],
  flags: ['so-far', 'check', 'schema'],
};

export interface InspectionDependencies {
  readonly withWeeks: <T>(
    work: (deps: WeekCountDependencies, settings: InspectionSettings) => Promise<T>,
  ) => Promise<T>;
  readonly fonts: () => Promise<PdfFonts>;
  readonly write: (text: string) => void;
  readonly printLine: (line: string) => void;
}

async function readAnswersFile(deps: InspectionDependencies, path: string): Promise<ForceAnswers | undefined> {
  const read = await readInputFile(path, parseForceAnswers);
  if (read.kind === 'answers') return read.answers;
  deps.printLine(formatFileProblems('answers', read.problems));
  return undefined;
}

async function loadWeeks(
  deps: InspectionDependencies,
  count: WeekCountDependencies,
  { period, soFar }: { readonly period: Period; readonly soFar: boolean },
): Promise<ReturnWeeks | undefined> {
  const found = await countUnitWeeks(count, period);
  if (found.kind === 'notNow') deps.printLine(clockUntrustedSentence);
  else if (found.kind === 'notClosed') deps.printLine(periodNotOverSentence(found.closesOn, false));
  else if (found.unfinishedWeeks.length > 0 && !soFar) deps.printLine(periodNotOverSentence(found.closesOn, true));
  else return { period, weeks: found.weeks, unfinishedWeeks: found.unfinishedWeeks, since: count.since };
  return undefined;
}

async function renderSheet(
  sheet: InspectionSheet,
  format: (InspectionOptions & { kind: 'sheet' })['format'],
  { fonts }: Pick<InspectionDependencies, 'fonts'>,
  now: Date,
): Promise<string | Uint8Array> {
  switch (format) {
    case 'text':
      return renderInspectionMarkdown(sheet);
    case 'xlsx':
      return await createInspectionWorkbook(sheet, now);
    case 'pdf':
      return await renderInspectionPdf(sheet, await fonts());
    default:
      return format satisfies never;
  }
}

async function writeInspectionSheet(
  deps: InspectionDependencies,
  options: InspectionOptions & { kind: 'sheet' },
): Promise<number> {
  const answers = options.answers === undefined ? {} : await readAnswersFile(deps, options.answers);
  if (answers === undefined) return 2;
  return await deps.withWeeks(async (count, settings) => {
    const returnWeeks = await loadWeeks(deps, count, options);
    if (returnWeeks === undefined) return 1;
    const { language, out } = options;
    const now = count.clock();
    const sheet = createInspectionSheet({
      returnWeeks,
      answers,
      settings,
      language,
      today: toDay(now, count.timeZone),
    });
    if (out === undefined) deps.write(renderInspectionMarkdown(sheet));
    else await writeNewFiles([{ path: out, content: await renderSheet(sheet, options.format, deps, now) }]);
    const missing = sheet.questions.filter(({ prose }) => prose === undefined);
    if (missing.length > 0) deps.printLine(`Not answered in words yet: ${missing.map(({ id }) => id).join(', ')}.`);
    return 0;
  });
}

async function printFigure(
  deps: InspectionDependencies,
  options: InspectionOptions & { kind: 'figure' },
): Promise<number> {
  const { figure: id, period, language } = options;
  return await deps.withWeeks(async (count) => {
    const returnWeeks = await loadWeeks(deps, count, options);
    if (returnWeeks === undefined) return 1;
    const answer = figureAnswer(id, returnWeeks, language);
    if (answer === undefined) {
      const near = findNearestFactName(id);
      deps.printLine(`Candour has no such figure.${near === undefined ? '' : ` The nearest is ${near}.`}`);
      return 2;
    }
    const value = answer.value === undefined ? answer.notes.join(' ') : String(answer.value);
    deps.write(`${answer.id} ${formatPeriod(period)} as at ${getLastCountedDay(returnWeeks.weeks)}: ${value}\n`);
    return 0;
  });
}

async function checkAnswers(deps: InspectionDependencies, path: string): Promise<number> {
  const answers = await readAnswersFile(deps, path);
  if (answers === undefined) return 2;
  const missing = inspectionQuestionIds.filter((id) => answers[id] === undefined);
  const left = missing.length === 0 ? 'All questions are answered.' : `Not answered yet: ${missing.join(', ')}.`;
  deps.printLine(`The answers file is valid. ${left}`);
  return 0;
}

export async function inspectionCommand(deps: InspectionDependencies, args: readonly string[]): Promise<number> {
  const asked = parseOptionsWithSchema(optionsSchema, args, optionNames);
  switch (asked?.kind) {
    case undefined:
      deps.printLine(`Check the arguments.\n${usage}`);
      return 2;
    case 'schema':
      deps.write(formatForceAnswersJsonSchema());
      return 0;
    case 'check':
      return await checkAnswers(deps, asked.answers);
    case 'figure':
      return await printFigure(deps, asked);
    case 'sheet':
      return await writeInspectionSheet(deps, asked);
    default:
      return asked satisfies never;
  }
}

export const cliCommand: CliCommand = {
  usage,
  failureMessage: 'The sheet could not be made.',
  run: (args) => {
    const withWeeks: InspectionDependencies['withWeeks'] = (work) =>
      withFigureContext((figures, { inspected }) => work(figures, inspected));
    return inspectionCommand({ withWeeks, fonts: readPdfFonts, write: writeToStdout, printLine: printErrorLine }, args);
  },
};
