import type { Action, Button, Field } from './page.ts';
import { type Card, createCardRenderer, type TemplateData } from './card-renderer.ts';
import { pageTemplate } from './page-template.ts';
import type { Page, TextRun, Section } from './page.ts';
import { escapeClientMarkup } from './page.ts';
import type { PageTable } from './page.ts';

const toTextItems = (lines: readonly string[]) => lines.map((text) => ({ text }));
const none: readonly never[] = [];

/** The client replaces this card with the answer. */
export const renderExecuteAction = ({ title, style, sends, beside }: Button): object => ({
  type: 'Action.Execute',
  verb: 'candour',
  title,
  ...(style && { style }),
  data: { ...beside, candour: sends },
});

const renderField = ({ id, label, value, problems, hint, input }: Field) => ({
  errors: toTextItems(problems),
  texts: input.kind === 'text' ? [{ id, label, value, isMultiline: input.isMultiline }] : none,
  choiceSets:
    input.kind === 'choice'
      ? [{ id, label, value, style: input.style, isMultiSelect: input.isMultiSelect, choices: input.choices }]
      : none,
  hints: hint === undefined ? none : [{ text: hint }],
});

const renderCells = (texts: readonly string[], weight: 'bolder' | 'default') => ({
  cells: texts.map((text) => ({ text, weight })),
});

const renderTable = ({ title, columns, rows, notes }: PageTable) => ({
  title,
  grids:
    rows.length === 0
      ? none
      : [
          {
            columns: columns.map((_, index) => ({ width: index === 0 ? 2 : 1 })),
            rows: [renderCells(columns, 'bolder'), ...rows.map((row) => renderCells(row, 'default'))],
          },
        ],
  notes: toTextItems(notes),
});

const renderAnswers = (answers: Page['answers'] = none) =>
  answers.map(({ question, lines }) => ({ question, lines: toTextItems(lines) }));

/** Even a topic's words may hold `{{DATE(…)}}`. */
const renderRun = ({ text, strong }: TextRun) => ({
  text: escapeClientMarkup(text),
  weight: strong ? 'bolder' : 'default',
});

/** Two in a row: phones cut off more. */
const toPairs = <Part>(parts: readonly Part[]): readonly (readonly Part[])[] =>
  parts.flatMap((_, place) => (place % 2 === 0 ? [parts.slice(place, place + 2)] : []));

const revealId = (place: number): string => `reveal${place}`;

const renderReveals = (reveals: NonNullable<Page['reveals']> = none) =>
  reveals.map(({ title, text }, place) => ({
    id: revealId(place),
    said: toTextItems(text),
    actions: [
      {
        type: 'Action.ToggleVisibility',
        title,
        targetElements: reveals.map((_, other) => ({ elementId: revealId(other), isVisible: other === place })),
      },
    ],
  }));

export function toPageData(content: Page, renderButton: (button: Button) => object): TemplateData {
  const renderAction = (action: Action): object =>
    'url' in action ? { type: 'Action.OpenUrl', title: action.title, url: action.url } : renderButton(action);
  /** One to a row: phones cut off links side by side. */
  const renderLinks = (links: readonly Action[] = none) => links.map((one) => ({ actions: [renderAction(one)] }));
  const renderSection = ({ heading, text, set, links }: Section) => ({
    headings: heading === undefined ? none : [{ text: heading }],
    lines: toTextItems(text),
    set: (set ?? none).map((runs) => ({ runs: runs.map(renderRun) })),
    links: renderLinks(links),
  });
  return {
    lang: content.language,
    heading: content.heading,
    progress: content.progress === undefined ? none : [{ text: content.progress }],
    warnings: toTextItems(content.warnings ?? none),
    callouts: (content.callouts ?? none).map(({ style, heading, text, words, links }) => ({
      style,
      heading,
      lines: toTextItems(text),
      words: toTextItems(words ?? none),
      links: renderLinks(links),
    })),
    references: (content.references ?? none).map(({ label, value, words }) => ({
      label,
      value,
      words: words === undefined ? none : [{ text: words }],
    })),
    sections: (content.sections ?? none).map(renderSection),
    reveals: renderReveals(content.reveals),
    answers: renderAnswers(content.answers),
    parts: (content.parts ?? none).map(({ answers, actions }) => ({
      answers: renderAnswers(answers),
      actions: actions.map(renderAction),
    })),
    fields: (content.fields ?? none).map(renderField),
    after: toTextItems(content.after ?? none),
    figures: toPairs(content.figures ?? none).map((columns) => ({ columns })),
    trends: content.trends ?? none,
    tables: (content.tables ?? none).map(renderTable),
    links: toPairs(content.links ?? none).map((pair) => ({ actions: pair.map(renderAction) })),
    actions: content.actions.map(renderAction),
  };
}

const renderCard = createCardRenderer(pageTemplate);

/** By default a page's buttons are answered in place. */
export const renderPage = (content: Page, renderButton: (button: Button) => object = renderExecuteAction): Card =>
  renderCard(toPageData(content, renderButton));
