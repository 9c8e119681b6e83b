import type { Action, Button, Field } from './page.ts';
import { type Card, cardsOf, type Data } from './card.ts';
import { pageDrawing } from './page-template.ts';
import type { Page, Run, Section } from './page.ts';
import { keptAsWords } from './page.ts';
import type { SummaryTable } from './page.ts';

const asTexts = (lines: readonly string[]) => lines.map((text) => ({ text }));
const none: readonly never[] = [];

/** An action that the client answers by replacing this card. */
export const executed = ({ title, style, sends, beside }: Button): object => ({
  type: 'Action.Execute',
  verb: 'candour',
  title,
  ...(style && { style }),
  data: { ...beside, candour: sends },
});

const drawField = ({ id, label, value, problems, hint, input }: Field) => ({
  errors: asTexts(problems),
  texts: input.kind === 'text' ? [{ id, label, value, isMultiline: input.isMultiline }] : none,
  choiceSets:
    input.kind === 'choice'
      ? [{ id, label, value, style: input.style, isMultiSelect: input.isMultiSelect, choices: input.choices }]
      : none,
  hints: hint === undefined ? none : [{ text: hint }],
});

const cellsOf = (texts: readonly string[], weight: 'bolder' | 'default') => ({
  cells: texts.map((text) => ({ text, weight })),
});

const drawTable = ({ title, columns, rows, notes }: SummaryTable) => ({
  title,
  grids:
    rows.length === 0
      ? none
      : [
          {
            columns: columns.map((_, index) => ({ width: index === 0 ? 2 : 1 })),
            rows: [cellsOf(columns, 'bolder'), ...rows.map((row) => cellsOf(row, 'default'))],
          },
        ],
  notes: asTexts(notes),
});

const drawAnswers = (answers: Page['answers'] = none) =>
  answers.map(({ question, lines }) => ({ question, lines: asTexts(lines) }));

/** A client would replace a date in braces even inside a topic's words. */
const drawRun = ({ text, strong }: Run) => ({ text: keptAsWords(text), weight: strong ? 'bolder' : 'default' });

/** Two in a row: phones cut off more. */
const inPairs = <Part>(parts: readonly Part[]): readonly (readonly Part[])[] =>
  parts.flatMap((_, place) => (place % 2 === 0 ? [parts.slice(place, place + 2)] : []));

const revealId = (place: number): string => `reveal${place}`;

const drawReveals = (reveals: NonNullable<Page['reveals']> = none) =>
  reveals.map(({ title, text }, place) => ({
    id: revealId(place),
    said: asTexts(text),
    actions: [
      {
        type: 'Action.ToggleVisibility',
        title,
        targetElements: reveals.map((_, other) => ({ elementId: revealId(other), isVisible: other === place })),
      },
    ],
  }));

export function dataOfPage(content: Page, drawButton: (button: Button) => object): Data {
  const drawAction = (action: Action): object =>
    'url' in action ? { type: 'Action.OpenUrl', title: action.title, url: action.url } : drawButton(action);
  /** One to a row: phones cut off links side by side. */
  const drawLinks = (links: readonly Action[] = none) => links.map((one) => ({ actions: [drawAction(one)] }));
  const drawSection = ({ heading, text, set, links }: Section) => ({
    headings: heading === undefined ? none : [{ text: heading }],
    lines: asTexts(text),
    set: (set ?? none).map((runs) => ({ runs: runs.map(drawRun) })),
    links: drawLinks(links),
  });
  return {
    lang: content.language,
    heading: content.heading,
    progress: content.progress === undefined ? none : [{ text: content.progress }],
    warnings: asTexts(content.warnings ?? none),
    callouts: (content.callouts ?? none).map(({ style, heading, text, words, links }) => ({
      style,
      heading,
      lines: asTexts(text),
      words: asTexts(words ?? none),
      links: drawLinks(links),
    })),
    references: content.references ?? none,
    sections: (content.sections ?? none).map(drawSection),
    reveals: drawReveals(content.reveals),
    answers: drawAnswers(content.answers),
    parts: (content.parts ?? none).map(({ answers, actions }) => ({
      answers: drawAnswers(answers),
      actions: actions.map(drawAction),
    })),
    fields: (content.fields ?? none).map(drawField),
    figures: inPairs(content.figures ?? none).map((columns) => ({ columns })),
    trends: content.trends ?? none,
    tables: (content.tables ?? none).map(drawTable),
    links: inPairs(content.links ?? none).map((pair) => ({ actions: pair.map(drawAction) })),
    actions: content.actions.map(drawAction),
  };
}

const drawn = cardsOf(pageDrawing);

/** Draws a page as an Adaptive Card; by default its buttons are answered in place. */
export const drawPage = (content: Page, drawButton: (button: Button) => object = executed): Card =>
  drawn(dataOfPage(content, drawButton));
