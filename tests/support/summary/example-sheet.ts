import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Language } from '../../../core/model/language.ts';
import type { InspectionSettings } from '../../../summary/inspection/inspection-settings.ts';
import {
  type InspectionSheet,
  createInspectionSheet,
  type InspectionSheetRequest,
} from '../../../summary/inspection/inspection-sheet.ts';
import { parseForceAnswers } from '../../../summary/inspection/inspection-questions.ts';
import { exampleWeeks } from './example-return.ts';
import { parseTestDay } from './figures.ts';

/** Settings of a force that has set some of them. */
export const exampleSettings: InspectionSettings = {
  acknowledgeDays: 3,
  updateDays: 0,
  referralDays: 1,
  reviewYears: 6,
  custodiansNeeded: 2,
  opensWithoutRequest: false,
  writesToReporters: true,
  handlers: 4,
};

/** The example of answers that is kept in the documents, beside the figures of some weeks. */
export function exampleSheet(language: Language, unlike: Partial<InspectionSheetRequest> = {}): InspectionSheet {
  const read = parseForceAnswers(
    readFileSync(join(import.meta.dirname, '../../../docs/returns/example-answers.json'), 'utf8'),
  );
  if (read.kind === 'wrong') throw new RangeError('the example is not right');
  return createInspectionSheet({
    returnWeeks: { period: { kind: 'quarter', year: 2026, quarter: 4 }, weeks: exampleWeeks, unfinishedWeeks: [] },
    answers: read.answers,
    settings: exampleSettings,
    language,
    today: parseTestDay('2026-11-26'),
    ...unlike,
  });
}
