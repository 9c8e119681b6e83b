import type { CampaignItem } from '../../core/model/campaign-item.ts';
import type { CampaignAudience } from '../../core/model/campaign.ts';
import { parseDay } from '../../core/model/calendar.ts';
import { type Language, languages } from '../../core/model/language.ts';
import type { CampaignView, CampaignItemView } from '../../contract/campaigns.ts';
import type { OperationRequest } from '../../contract/operations.ts';
import { checkItem } from '../../guidance/check-campaign-item.ts';
import type { ItemProblem } from '../../guidance/check-campaign-item.ts';
import type { FieldProblem } from '../ui/form-fields.tsx';
import type { Tab } from '../ui/tab-context.ts';

export type BilingualText = Readonly<Record<Language, string>>;
export interface DraftOption {
  readonly text: BilingualText;
  readonly reveal: BilingualText;
}
export interface ItemDraft {
  readonly id: string;
  readonly title: BilingualText;
  readonly body: BilingualText;
  readonly hasScene: boolean;
  readonly scene: BilingualText;
  readonly options: readonly DraftOption[];
  readonly topic: string;
  readonly on: string;
  readonly at: string;
  readonly audience: CampaignAudience['kind'];
  readonly channels: readonly string[];
  readonly unedited: Pick<CampaignItem, 'week' | 'pulse' | 'figures' | 'quarter'>;
}

const emptyText: BilingualText = { en: '', cy: '' };
export const emptyOption: DraftOption = { text: emptyText, reveal: emptyText };
const maxLengths = { title: 80, body: 2_000, scene: 600, text: 30, reveal: 600 } as const;

export function toItemDraft({ item, on, at, audience }: CampaignItemView): ItemDraft {
  const { id, title, body, scene, topic, week, pulse, figures, quarter } = item;
  return {
    id,
    title,
    body,
    hasScene: scene !== undefined,
    scene: scene?.text ?? emptyText,
    options: scene?.options ?? [emptyOption, emptyOption],
    topic,
    on,
    at,
    audience: audience.kind,
    channels: audience.kind === 'channels' ? audience.ids : [],
    unedited: { week, ...(pulse && { pulse }), ...(figures && { figures }), ...(quarter !== undefined && { quarter }) },
  };
}

export const createItemDraft = (id: string, on: string): ItemDraft => ({
  id,
  title: emptyText,
  body: emptyText,
  hasScene: false,
  scene: emptyText,
  options: [emptyOption, emptyOption],
  topic: '',
  on,
  at: '10:00',
  audience: 'everybody',
  channels: [],
  unedited: { week: 0 },
});

export const toCampaignItem = ({
  id,
  title,
  body,
  hasScene,
  scene,
  options,
  topic,
  unedited,
}: ItemDraft): CampaignItem => ({
  id,
  title,
  body,
  ...(hasScene && { scene: { text: scene, options } }),
  topic,
  ...unedited,
});

export const toItemRequest = (draft: ItemDraft): OperationRequest<'campaigns.setItem'>['wanted'] => ({
  item: toCampaignItem(draft),
  on: draft.on,
  at: draft.at,
  audience: draft.audience === 'everybody' ? { kind: 'everybody' } : { kind: 'channels', ids: draft.channels },
});

export const itemFieldId = (part: string, language: Language = 'en'): string => `campaign-${part}-${language}`;

function toFieldProblem(translate: Tab['translate'], problem: ItemProblem): FieldProblem {
  const language = 'language' in problem ? problem.language : 'en';
  switch (problem.code) {
    case 'tooLong':
      return {
        field: itemFieldId('body', language),
        text: translate('campaignItem.needFewer', { words: problem.words, most: problem.most }),
      };
    case 'bodiesDiffer':
    case 'filesDiffer':
      return { field: itemFieldId('body'), text: translate('campaignItem.needSame') };
    case 'optionTooLong':
      return {
        field: itemFieldId(`option-${problem.option}`, language),
        text: translate('campaignItem.needShort', { most: problem.most }),
      };
    case 'noFigures':
      return { field: itemFieldId('body', language), text: translate('campaignItem.needFigures') };
    case 'unknownTopic':
      return { field: itemFieldId('topic'), text: translate('campaignItem.needTopic') };
    default:
      return { field: itemFieldId('body', language), text: translate('campaignItem.needPlain') };
  }
}

export const isTimeOfDay = (text: string): boolean => /^([01]\d|2[0-3]):[0-5]\d$/u.test(text);

const isWithinLength = (text: BilingualText, limit: number): boolean =>
  languages.every((language) => text[language].trim() !== '' && text[language].length <= limit);

export function checkItemDraft(
  translate: Tab['translate'],
  draft: ItemDraft,
  { topics, today }: Pick<CampaignView, 'topics' | 'today'>,
): readonly FieldProblem[] {
  const parts: readonly (readonly [part: string, label: string, text: BilingualText, limit: number])[] = [
    ['title', translate('campaignItem.title'), draft.title, maxLengths.title],
    ['body', translate('campaignItem.body'), draft.body, maxLengths.body],
    ...(draft.hasScene
      ? [
          ['scene', translate('campaignItem.scene'), draft.scene, maxLengths.scene] as const,
          ...draft.options.flatMap(({ text, reveal }, place) => [
            [
              `option-${place}`,
              translate('campaignItem.option', { number: place + 1 }),
              text,
              maxLengths.text,
            ] as const,
            [
              `reveal-${place}`,
              translate('campaignItem.reveal', { number: place + 1 }),
              reveal,
              maxLengths.reveal,
            ] as const,
          ]),
        ]
      : []),
  ];
  const missing = parts.flatMap(([part, label, text, limit]) =>
    isWithinLength(text, limit)
      ? []
      : [{ field: itemFieldId(part), text: translate('campaignItem.needBoth', { label, most: limit }) }],
  );
  const day = parseDay(draft.on);
  return [
    ...missing,
    ...(missing.length > 0
      ? []
      : checkItem(toCampaignItem(draft), new Set(topics.map(({ id }) => id))).map((problem) =>
          toFieldProblem(translate, problem),
        )),
    ...(day === undefined || day < today ? [{ field: itemFieldId('day'), text: translate('campaigns.needDay') }] : []),
    ...(isTimeOfDay(draft.at) ? [] : [{ field: itemFieldId('time'), text: translate('campaigns.needTime') }]),
    ...(draft.audience === 'channels' && draft.channels.length === 0
      ? [{ field: itemFieldId('audience'), text: translate('campaignItem.needChannel') }]
      : []),
  ];
}
