import { say, type WordKey } from '../../words/cards/say.ts';
import { showDay } from '../../words/days.ts';
import type { AnsweredQuestion, FigureAnswer, InspectorSheet, ProseAnswer } from './make-sheet.ts';

type Language = InspectorSheet['language'];

/** Someone's text as Markdown shows it literally: nothing in it makes a heading, a list, a link, a table or a tag. */
export const plainMarkdown = (text: string): string =>
  text
    .replaceAll(/[\\`*_[\]<>#|~&]/gu, String.raw`\$&`)
    .replace(/^[-+=]/u, String.raw`\$&`)
    .replace(/^(\d{1,9})([.)])/u, String.raw`$1\$2`);

const label = (language: Language, key: WordKey, value: string): string => `- ${say(language, key)}: ${value}`;

function proseLines(prose: ProseAnswer | undefined, language: Language): readonly string[] {
  if (prose === undefined) return [`**${say(language, 'inspection.notAnswered')}**`, ''];
  const late = prose.isOverdue ? `. **${say(language, 'inspection.overdue')}**` : '';
  return [
    ...prose.paragraphs.flatMap((paragraph) => [plainMarkdown(paragraph), '']),
    label(language, 'inspection.owner', plainMarkdown(prose.owner)),
    label(language, 'inspection.answeredOn', prose.answeredOn),
    label(language, 'inspection.reviewBy', `${prose.reviewBy}${late}`),
    '',
  ];
}

function figureLines(figures: readonly FigureAnswer[], language: Language): readonly string[] {
  if (figures.length === 0) return [];
  const columns = (['return.told', 'return.value', 'inspection.id'] as const).map((key) => say(language, key));
  const rows = figures.map(({ label: name, value, id }) => [
    plainMarkdown(name),
    value === undefined ? say(language, 'inspection.none') : String(value),
    `\`${id}\``,
  ]);
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const notes = new Set(figures.flatMap((figure) => [figure.means, ...figure.notes]));
  return [
    line(columns),
    line(columns.map(() => '---')),
    ...rows.map(line),
    '',
    ...[...notes].map((note) => `- ${note}`),
    '',
  ];
}

function questionLines(asked: AnsweredQuestion, language: Language): readonly string[] {
  const { number, question, prose, figures, settings, command } = asked;
  const others = [
    ...settings.map((setting) => `- ${setting.label} (\`${setting.name}\`): ${setting.value}`),
    ...(command === undefined ? [] : [label(language, 'inspection.seen', `\`${command}\``)]),
  ];
  return [
    `## ${number}. ${question}`,
    '',
    ...proseLines(prose, language),
    ...figureLines(figures, language),
    ...(others.length > 0 ? [...others, ''] : []),
  ];
}

/** The inspector's sheet as Markdown. Ends with a line break. */
export function sheetText({
  language,
  title,
  period,
  periodWord,
  query,
  asAt,
  about,
  questions,
}: InspectorSheet): string {
  return [
    `# ${title}`,
    '',
    label(language, 'return.period', `${period} (\`${periodWord}\`)`),
    label(language, 'return.asAt', showDay(language, asAt)),
    ...about.map((sentence) => `- ${sentence}`),
    `- ${say(language, 'inspection.again', { command: `\`${query}\`` })}`,
    '',
    ...questions.flatMap((question) => questionLines(question, language)),
  ].join('\n');
}
