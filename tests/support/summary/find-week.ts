import type { Week } from '../../../core/model/calendar.ts';
import { languages } from '../../../core/model/language.ts';
import { formatWeek } from '../../../words/date-format.ts';

/** The week whose days a text says, in either language. */
export const findWeek = (text: string, weeks: readonly Week[]): Week | undefined =>
  weeks.find((week) => languages.some((language) => text.includes(formatWeek(language, week))));
