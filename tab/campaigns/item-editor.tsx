import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { markdownWordCount, maxItemWords } from '../../core/model/campaign-item.ts';
import { isInQuietHours } from '../../core/model/quiet-hours.ts';
import { parseDay } from '../../core/model/calendar.ts';
import { type Language, languages } from '../../core/model/language.ts';
import type { CampaignView } from '../../contract/campaigns.ts';
import {
  CheckboxField,
  RadioField,
  type FieldProblem,
  InputField,
  SelectField,
  TextAreaField,
} from '../ui/form-fields.tsx';
import { useUnsavedGuard } from '../ui/use-unsaved-guard.tsx';
import { Notice } from '../ui/notice.tsx';
import { useTab } from '../ui/tab-context.ts';
import { campaignChannelName, itemLanguageWords } from './campaign-words.ts';
import { InsertFiguresPanel } from './figures-panel.tsx';
import {
  emptyOption,
  type BilingualText,
  type DraftOption,
  itemFieldId,
  type ItemDraft,
  toCampaignItem,
  checkItemDraft,
} from './item-draft.ts';
import { ItemPreview } from './item-preview.tsx';
import { ValidatedForm } from './validated-form.tsx';

const useStyles = makeStyles({
  form: { display: 'grid', gap: tokens.spacingVerticalM, gridTemplateColumns: 'minmax(0, 1fr)' },
  sides: {
    display: 'grid',
    gap: tokens.spacingHorizontalL,
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(18rem, 100%), 1fr))',
    alignItems: 'start',
  },
  row: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM, alignItems: 'start' },
});

interface Props {
  readonly heading: string;
  readonly initial: ItemDraft;
  readonly campaign: CampaignView;
  readonly isBusy: boolean;
  readonly onSave: (draft: ItemDraft) => Promise<boolean>;
  readonly onClose: () => void;
}

export function ItemEditor({ heading, initial, campaign, isBusy, onSave, onClose }: Props) {
  const styles = useStyles();
  const { translate, language: pageLanguage } = useTab();
  const [draft, setDraft] = useState(initial);
  const [shown, setShown] = useState<ItemDraft>();
  const isDirty = JSON.stringify(draft) !== JSON.stringify(initial);
  useUnsavedGuard(isDirty);
  const problems: readonly FieldProblem[] = checkItemDraft(translate, draft, campaign);
  const change = (part: Partial<ItemDraft>): void => setDraft((before) => ({ ...before, ...part }));
  const changeOption = (place: number, part: Partial<DraftOption>): void =>
    change({ options: draft.options.map((option, at) => (at === place ? { ...option, ...part } : option)) });
  const day = parseDay(draft.on);
  const countWords = (language: Language): number =>
    markdownWordCount(draft.body[language]) + (draft.hasScene ? markdownWordCount(draft.scene[language]) : 0);

  const bilingualField = (
    part: string,
    label: string,
    value: BilingualText,
    onValue: (value: BilingualText) => void,
    { rows = 0, hint }: { readonly rows?: number; readonly hint?: (language: Language) => string } = {},
  ) => (
    <div className={styles.sides}>
      {languages.map((language) => {
        const field = {
          id: itemFieldId(part, language),
          label: `${label} (${translate(itemLanguageWords[language])})`,
          value: value[language],
          onValue: (text: string) => onValue({ ...value, [language]: text }),
          ...(hint && { hint: hint(language) }),
        };
        return rows > 0 ? (
          <TextAreaField key={language} {...field} rows={rows} />
        ) : (
          <InputField key={language} {...field} />
        );
      })}
    </div>
  );

  async function save(): Promise<void> {
    if (await onSave(draft)) onClose();
  }

  return (
    <ValidatedForm label={heading} className={styles.form} problems={problems} onSend={() => void save()}>
      {bilingualField('title', translate('campaignItem.title'), draft.title, (title) => change({ title }))}
      {bilingualField('body', translate('campaignItem.body'), draft.body, (body) => change({ body }), {
        rows: 8,
        hint: (language) => translate('campaignItem.bodyHint', { words: countWords(language), most: maxItemWords }),
      })}
      {draft.unedited.figures && <InsertFiguresPanel draft={draft} onDraft={setDraft} />}
      <CheckboxField
        id={itemFieldId('hasScene')}
        label={translate('campaignItem.hasScene')}
        isChecked={draft.hasScene}
        onChecked={(hasScene) => change({ hasScene })}
      />
      {draft.hasScene && (
        <>
          {bilingualField('scene', translate('campaignItem.scene'), draft.scene, (scene) => change({ scene }), {
            rows: 3,
          })}
          {draft.options.map(({ text, reveal }, place) => (
            // Choices have no names, and come and go only at the end.
            <div key={`${place + 1}`} className={styles.form}>
              {bilingualField(
                `option-${place}`,
                translate('campaignItem.option', { number: place + 1 }),
                text,
                (value) => changeOption(place, { text: value }),
              )}
              {bilingualField(
                `reveal-${place}`,
                translate('campaignItem.reveal', { number: place + 1 }),
                reveal,
                (value) => changeOption(place, { reveal: value }),
                { rows: 3 },
              )}
            </div>
          ))}
          <div className={styles.row}>
            {draft.options.length < 4 && (
              <Button size="small" onClick={() => change({ options: [...draft.options, emptyOption] })}>
                {translate('campaignItem.addOption')}
              </Button>
            )}
            {draft.options.length > 2 && (
              <Button size="small" onClick={() => change({ options: draft.options.slice(0, -1) })}>
                {translate('campaignItem.lessOption')}
              </Button>
            )}
          </div>
        </>
      )}
      <SelectField
        id={itemFieldId('topic')}
        label={translate('campaignItem.topic')}
        value={draft.topic}
        onValue={(topic) => change({ topic })}
        options={campaign.topics.map(({ id, title }) => ({ value: id, text: title[pageLanguage] }))}
      />
      <div className={styles.row}>
        <InputField
          id={itemFieldId('day')}
          type="date"
          label={translate('campaignItem.day')}
          value={draft.on}
          onValue={(on) => change({ on })}
        />
        <InputField
          id={itemFieldId('time')}
          type="time"
          label={translate('campaignItem.time')}
          value={draft.at}
          onValue={(at) => change({ at })}
        />
      </div>
      {day !== undefined && isInQuietHours({ day, time: draft.at }, campaign.quiet) && (
        <Notice tone="careful">{translate('campaignItem.isQuiet')}</Notice>
      )}
      <RadioField
        id={itemFieldId('audience')}
        label={translate('campaignItem.forWhom')}
        value={draft.audience}
        onValue={(audience) => change({ audience: audience === 'channels' ? 'channels' : 'everybody' })}
        options={[
          { value: 'everybody', text: translate('campaignItem.everybody') },
          { value: 'channels', text: translate('campaignItem.inChannels') },
        ]}
      />
      {draft.audience === 'channels' && campaign.channels.length === 0 && <p>{translate('campaignItem.noChannels')}</p>}
      {draft.audience === 'channels' &&
        campaign.channels.map((channel, place) => (
          <CheckboxField
            key={channel.id}
            id={`campaign-channel-${channel.id}`}
            label={campaignChannelName(translate, pageLanguage, channel, place)}
            isChecked={draft.channels.includes(channel.id)}
            onChecked={(isChosen) =>
              change({
                channels: isChosen ? [...draft.channels, channel.id] : draft.channels.filter((id) => id !== channel.id),
              })
            }
          />
        ))}
      <div className={styles.row}>
        <Button type="submit" appearance="primary" disabledFocusable={isBusy}>
          {translate('campaigns.save')}
        </Button>
        <Button onClick={() => setShown(draft)} disabledFocusable={problems.length > 0}>
          {translate('campaignItem.preview')}
        </Button>
        <Button onClick={onClose}>{translate('campaignItem.close')}</Button>
      </div>
      {shown && <ItemPreview item={toCampaignItem(shown)} key={JSON.stringify(shown)} />}
    </ValidatedForm>
  );
}
