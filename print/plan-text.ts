import type { CampaignItem } from '../concerns/records/campaign-item.ts';
import { inFiguresPlace } from '../guidance/figures-in-words.ts';
import { filledIn } from '../guidance/placeholders.ts';
import { say } from '../words/cards/say.ts';
import type { PrintedWith } from './block-lines.ts';

function itemText(item: CampaignItem, { language, contacts }: PrintedWith): string {
  const filled = (text: string): string => filledIn(text, language, contacts);
  const week = say(language, 'print.week', { week: String(item.week) });
  const { scene } = item;
  return [
    `## ${week}: ${filled(item.title[language])}`,
    inFiguresPlace(filled(item.body[language]), `*${say(language, 'print.packFigures')}*`),
    ...(scene === undefined
      ? []
      : [
          `### ${say(language, 'campaign.scene')}`,
          filled(scene.text[language]),
          ...scene.options.map(({ text, reveal }) => `- **${filled(text[language])}** ${filled(reveal[language])}`),
        ]),
  ].join('\n\n');
}

/** Warns why any channel but Candour singles people out. */
export const planText = (plan: readonly CampaignItem[], printed: PrintedWith): string => {
  const { language } = printed;
  const about = [
    `# ${say(language, 'print.pack')}`,
    say(language, 'print.packWhat'),
    `**${say(language, 'print.packWarning')}**`,
    say(language, 'print.packOften'),
  ];
  return `${[...about, ...plan.map((item) => itemText(item, printed))].join('\n\n')}\n`;
};
