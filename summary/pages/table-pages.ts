import { button } from '../../cards/action.ts';
import { choiceField } from '../../cards/field.ts';
import type { Page } from '../../cards/page.ts';
import { say } from '../../words/cards/say.ts';
import { plainTables } from '../plain-tables.ts';
import type { FigureTable, Summary } from '../summary.ts';
import { inOtherLanguage, leadsTo, toTheStart, warningsFor } from './summary-parts.ts';

function narrow(table: FigureTable): FigureTable {
  const { columns, rows } = table;
  const hasChange = columns.some(({ id }) => id === 'change');
  const isKept = (place: number) =>
    hasChange ? columns[place]?.id !== 'before' : place === 0 || place === columns.length - 1;
  return {
    ...table,
    columns: columns.filter((_, place) => isKept(place)),
    rows: rows.map((row) => ({ ...row, cells: row.cells.filter((_, place) => isKept(place)) })),
  };
}

export function tablePage(summary: Summary, table: FigureTable): Page {
  const { audience, language, title } = summary;
  const { definition } = table;
  const read = definition === undefined ? table : { ...table, notes: [definition, ...table.notes] };
  return {
    language,
    heading: title,
    progress: say(language, 'common.week'),
    warnings: warningsFor(audience, language),
    // A client takes no cell without text.
    tables: plainTables([narrow(read)], language).map((one) => ({
      ...one,
      columns: [say(language, 'week.counted'), ...one.columns.slice(1)],
    })),
    actions: [
      button(say(language, 'week.back'), leadsTo('overview', summary), 'positive'),
      button(say(language, 'week.more'), leadsTo('tables', summary)),
      toTheStart(language),
      inOtherLanguage(language, leadsTo('table', summary, table.id)),
    ],
  };
}

/** Asks which table of a summary; `isOdd`: the one asked for is none of them. */
export function tablesPage(summary: Summary, isOdd: boolean): Page {
  const { audience, language, tables, title } = summary;
  const label = say(language, 'week.whichTable');
  return {
    language,
    heading: title,
    progress: say(language, 'common.week'),
    warnings: warningsFor(audience, language),
    fields: [
      choiceField({
        language,
        id: 'table',
        label,
        required: true,
        value: tables[0]?.id ?? '',
        problems: isOdd ? [{ question: 'table', code: 'odd' }] : [],
        choices: tables.map(({ id, title: name }) => ({ title: name, value: id })),
      }),
    ],
    actions: [
      button(say(language, 'week.show'), leadsTo('table', summary), 'positive'),
      button(say(language, 'week.back'), leadsTo('overview', summary)),
      toTheStart(language),
      inOtherLanguage(language, leadsTo('tables', summary)),
    ],
  };
}
