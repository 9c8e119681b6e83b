import type { CampaignItem } from '../../core/model/campaign-item.ts';
import type { CampaignAudience } from '../../core/model/campaign.ts';
import { parseDay } from '../../core/model/calendar.ts';
import { type Language, languages } from '../../core/model/language.ts';
import type { CampaignView, ShownItem } from '../../contract/campaigns.ts';
import type { RequestOf } from '../../contract/operations.ts';
import { checkItem } from '../../guidance/check-item.ts';
import type { ItemProblem } from '../../guidance/check-item.ts';
import type { FieldProblem } from '../ui/fields.tsx';
import type { Tab } from '../ui/tab-context.ts';

export type Both = Readonly<Record<Language, string>>;
export interface DraftOption {
  readonly text: Both;
  readonly reveal: Both;
}
export interface ItemDraft {
  readonly id: string;
  readonly title: Both;
  readonly body: Both;
  readonly hasScene: boolean;
  readonly scene: Both;
  readonly options: readonly DraftOption[];
  readonly topic: string;
  readonly on: string;
  readonly at: string;
  readonly audience: CampaignAudience['kind'];
  readonly channels: readonly string[];
  readonly kept: Pick<CampaignItem, 'week' | 'pulse' | 'figures' | 'quarter'>;
}

const blank: Both = { en: '', cy: '' };
export const blankOption: DraftOption = { text: blank, reveal: blank };
const most = { title: 80, body: 2_000, scene: 600, text: 30, reveal: 600 } as const;

export function draftOf({ item, on, at, audience }: ShownItem): ItemDraft {
  const { id, title, body, scene, topic, week, pulse, figures, quarter } = item;
  return {
    id,
    title,
    body,
    hasScene: scene !== undefined,
    scene: scene?.text ?? blank,
    options: scene?.options ?? [blankOption, blankOption],
    topic,
    on,
    at,
    audience: audience.kind,
    channels: audience.kind === 'channels' ? audience.ids : [],
    kept: { week, ...(pulse && { pulse }), ...(figures && { figures }), ...(quarter !== undefined && { quarter }) },
  };
}

export const newDraft = (id: string, on: string): ItemDraft => ({
  id,
  title: blank,
  body: blank,
  hasScene: false,
  scene: blank,
  options: [blankOption, blankOption],
  topic: '',
  on,
  at: '10:00',
  audience: 'everybody',
  channels: [],
  kept: { week: 0 },
});

export const itemIn = ({ id, title, body, hasScene, scene, options, topic, kept }: ItemDraft): CampaignItem => ({
  id,
  title,
  body,
  ...(hasScene && { scene: { text: scene, options } }),
  topic,
  ...kept,
});

export const wantedIn = (draft: ItemDraft): RequestOf<'campaigns.setItem'>['wanted'] => ({
  item: itemIn(draft),
  on: draft.on,
  at: draft.at,
  audience: draft.audience === 'everybody' ? { kind: 'everybody' } : { kind: 'channels', ids: draft.channels },
});

export const fieldOf = (part: string, language: Language = 'en'): string => `campaign-${part}-${language}`;

function wordProblem(say: Tab['say'], problem: ItemProblem): FieldProblem {
  const language = 'language' in problem ? problem.language : 'en';
  switch (problem.code) {
    case 'tooLong':
      return {
        field: fieldOf('body', language),
        text: say('campaignItem.needFewer', { words: problem.words, most: problem.most }),
      };
    case 'bodiesDiffer':
    case 'filesDiffer':
      return { field: fieldOf('body'), text: say('campaignItem.needSame') };
    case 'optionTooLong':
      return {
        field: fieldOf(`option-${problem.option}`, language),
        text: say('campaignItem.needShort', { most: problem.most }),
      };
    case 'noFigures':
      return { field: fieldOf('body', language), text: say('campaignItem.needFigures') };
    case 'unknownTopic':
      return { field: fieldOf('topic'), text: say('campaignItem.needTopic') };
    default:
      return { field: fieldOf('body', language), text: say('campaignItem.needPlain') };
  }
}

export const isTime = (text: string): boolean => /^([01]\d|2[0-3]):[0-5]\d$/u.test(text);

const isWithin = (text: Both, limit: number): boolean =>
  languages.every((language) => text[language].trim() !== '' && text[language].length <= limit);

export function problemsIn(
  say: Tab['say'],
  draft: ItemDraft,
  { topics, today }: Pick<CampaignView, 'topics' | 'today'>,
): readonly FieldProblem[] {
  const parts: readonly (readonly [part: string, label: string, text: Both, limit: number])[] = [
    ['title', say('campaignItem.title'), draft.title, most.title],
    ['body', say('campaignItem.body'), draft.body, most.body],
    ...(draft.hasScene
      ? [
          ['scene', say('campaignItem.scene'), draft.scene, most.scene] as const,
          ...draft.options.flatMap(({ text, reveal }, place) => [
            [`option-${place}`, say('campaignItem.option', { number: place + 1 }), text, most.text] as const,
            [`reveal-${place}`, say('campaignItem.reveal', { number: place + 1 }), reveal, most.reveal] as const,
          ]),
        ]
      : []),
  ];
  const missing = parts.flatMap(([part, label, text, limit]) =>
    isWithin(text, limit) ? [] : [{ field: fieldOf(part), text: say('campaignItem.needBoth', { label, most: limit }) }],
  );
  const day = parseDay(draft.on);
  return [
    ...missing,
    ...(missing.length > 0
      ? []
      : checkItem(itemIn(draft), new Set(topics.map(({ id }) => id))).map((problem) => wordProblem(say, problem))),
    ...(day === undefined || day < today ? [{ field: fieldOf('day'), text: say('campaigns.needDay') }] : []),
    ...(isTime(draft.at) ? [] : [{ field: fieldOf('time'), text: say('campaigns.needTime') }]),
    ...(draft.audience === 'channels' && draft.channels.length === 0
      ? [{ field: fieldOf('audience'), text: say('campaignItem.needChannel') }]
      : []),
  ];
}
