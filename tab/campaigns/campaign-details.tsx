import { Badge, Button, makeStyles, Spinner, tokens } from '@fluentui/react-components';
import { useRef, useState } from 'react';
import { daysBetween, firstDayOfWeek, parseDay, toWeek } from '../../core/model/calendar.ts';
import { mayWriteCampaigns } from '../../core/model/roles.ts';
import type { CampaignView, CampaignView as View, CampaignItemView } from '../../contract/campaigns.ts';
import { formatDay, formatDateTime } from '../../words/date-format.ts';
import { CheckboxField, RadioField, InputField } from '../ui/form-fields.tsx';
import { useUnsavedGuard } from '../ui/use-unsaved-guard.tsx';
import { Notice } from '../ui/notice.tsx';
import { Panel } from '../ui/panel.tsx';
import { personName } from '../ui/person-name.ts';
import { RefusalNotice } from '../ui/refusal-notice.tsx';
import { useTab } from '../ui/tab-context.ts';
import { useRestoredFocus } from '../ui/use-restored-focus.ts';
import { campaignEventWords, campaignStateWords } from './campaign-words.ts';
import { ConfirmButton } from './confirm-button.tsx';
import { isTimeOfDay, createItemDraft, toItemRequest } from './item-draft.ts';
import { ItemEditor } from './item-editor.tsx';
import { ItemPanel } from './item-panel.tsx';
import { SurveyPanel } from './survey-panel.tsx';
import { ValidatedForm } from './validated-form.tsx';
import { type CampaignController, useCampaign } from './use-campaign.ts';

const useStyles = makeStyles({
  view: { display: 'grid', gap: tokens.spacingVerticalL, gridTemplateColumns: 'minmax(0, 1fr)' },
  head: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM, alignItems: 'center' },
  title: { margin: 0, overflowWrap: 'anywhere' },
  said: { position: 'sticky', top: tokens.spacingVerticalS, zIndex: 1 },
  weeks: { display: 'grid', gap: tokens.spacingVerticalXS, margin: 0, padding: 0, listStyleType: 'none' },
  week: { display: 'grid', gap: tokens.spacingVerticalXS, gridTemplateColumns: 'minmax(0, 1fr)' },
  weekName: { margin: `${tokens.spacingVerticalS} 0 0`, fontSize: tokens.fontSizeBase300 },
  history: { margin: 0, paddingInlineStart: tokens.spacingHorizontalL },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS, alignItems: 'center' },
  form: { display: 'grid', gap: tokens.spacingVerticalM, gridTemplateColumns: 'minmax(0, 1fr)', maxWidth: '36rem' },
  row: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM },
});

const itemWeek = ({ startsOn }: View, { on }: CampaignItemView): number =>
  daysBetween(firstDayOfWeek(toWeek(startsOn)), firstDayOfWeek(toWeek(on))) / 7;

/** The week's number is on its first item: an item whose day moves stays open, with the focus in it. */
function sortByWeek(
  campaign: View,
): readonly { readonly shown: CampaignItemView; readonly week: number | undefined }[] {
  const sorted = campaign.items
    .map((shown) => ({ shown, week: itemWeek(campaign, shown) }))
    .toSorted((a, b) => a.week - b.week);
  return sorted.map(({ shown, week }, place) => ({
    shown,
    week: sorted[place - 1]?.week === week ? undefined : week,
  }));
}

/** Random, since a typed id would be one more thing to get right. */
const generateItemId = (): string => `own-${crypto.randomUUID().slice(0, 8)}`;

export function CampaignDetails({ id, onBack }: { readonly id: string; readonly onBack: () => void }) {
  const styles = useStyles();
  const { translate, language } = useTab();
  const acting = useCampaign(id);
  const { campaign, said } = acting;
  const view = useRef<HTMLDivElement>(null);
  useRestoredFocus(view, () => view.current?.querySelector('h2'));
  return (
    <div ref={view} className={styles.view}>
      <div>
        <Button onClick={onBack}>{translate('campaigns.back')}</Button>
      </div>
      {said && (
        <div className={styles.said}>
          {said.kind === 'refused' ? (
            <RefusalNotice refusal={said.refusal} retry={{ words: translate('campaigns.again'), run: acting.again }} />
          ) : (
            <Notice tone={said.kind === 'done' ? 'good' : 'careful'} role={said.kind === 'done' ? 'note' : 'alert'}>
              {said.text}
            </Notice>
          )}
        </div>
      )}
      {!campaign && !said && <Spinner label={translate('campaigns.loading')} />}
      {campaign && (
        <>
          <div className={styles.head}>
            <h2 tabIndex={-1} className={styles.title}>
              {campaign.name}
            </h2>
            <Badge appearance="outline">{translate(campaignStateWords[campaign.state])}</Badge>
          </div>
          <CampaignButtons campaign={campaign} acting={acting} />
          <RulesForm campaign={campaign} acting={acting} />
          <h3 className={styles.title}>{translate('campaigns.plan')}</h3>
          <ol className={styles.weeks}>
            {sortByWeek(campaign).map(({ shown, week }) => (
              <li key={shown.item.id} className={styles.week}>
                {week !== undefined && (
                  <p className={styles.weekName}>{translate('campaignItem.week', { week: week + 1 })}</p>
                )}
                <ItemPanel shown={shown} campaign={campaign} controller={acting} />
              </li>
            ))}
          </ol>
          <NewItemEditor campaign={campaign} acting={acting} />
          {campaign.items.some(({ item }) => item.pulse) && <SurveyPanel campaign={campaign.id} />}
          <Panel heading={translate('campaigns.history')}>
            <HistoryList campaign={campaign} language={language} />
          </Panel>
        </>
      )}
    </div>
  );
}

function NewItemEditor({
  campaign,
  acting: controller,
}: {
  readonly campaign: View;
  readonly acting: CampaignController;
}) {
  const { translate, call, me } = useTab();
  const [draft, setDraft] = useState<ReturnType<typeof createItemDraft>>();
  const region = useRef<HTMLDivElement>(null);
  useRestoredFocus(region, () => region.current?.querySelector<HTMLElement>('input, button'));
  const isOver = campaign.state === 'cancelled' || campaign.state === 'ended';
  if (isOver || !mayWriteCampaigns(new Set(me.roles))) return null;
  if (draft === undefined) {
    const on = campaign.startsOn < campaign.today ? campaign.today : campaign.startsOn;
    return (
      <div ref={region}>
        <Button onClick={() => setDraft(createItemDraft(generateItemId(), on))}>{translate('campaignItem.add')}</Button>
      </div>
    );
  }
  return (
    <div ref={region}>
      <ItemEditor
        heading={translate('campaignItem.addHeading')}
        initial={draft}
        campaign={campaign}
        isBusy={controller.isBusy}
        onClose={() => setDraft(undefined)}
        onSave={(typed) =>
          controller.act(
            `set ${JSON.stringify(typed)}`,
            (on) => call('campaigns.setItem', { ...on, wanted: toItemRequest(typed) }),
            translate('campaigns.saved'),
          )
        }
      />
    </div>
  );
}

function HistoryList({ campaign, language }: { readonly campaign: View; readonly language: 'en' | 'cy' }) {
  const styles = useStyles();
  const tab = useTab();
  const { translate, me } = tab;
  const itemTitle = (id: string): string =>
    campaign.items.find(({ item }) => item.id === id)?.item.title[language] ?? id;
  return (
    <ol className={styles.history} reversed>
      {campaign.history.toReversed().map((entry, place) => {
        if (entry === 'unreadable')
          return <li key={campaign.history.length - place}>{translate('campaigns.unreadable')}</li>;
        const { kind, by, at, item } = entry;
        const did = translate(campaignEventWords[kind]);
        const what = item === undefined ? did : translate('campaigns.entryItem', { what: did, item: itemTitle(item) });
        const when = formatDateTime(language, at, me.timeZone);
        return (
          <li key={campaign.history.length - place}>
            {translate('campaigns.entry', { when, who: personName(tab, by, campaign.people), what })}
          </li>
        );
      })}
    </ol>
  );
}

function CampaignButtons({
  campaign,
  acting: controller,
}: {
  readonly campaign: CampaignView;
  readonly acting: CampaignController;
}) {
  const styles = useStyles();
  const { translate, call, language, me } = useTab();
  const { state, startsOn, today } = campaign;
  const { act, isBusy } = controller;
  const mayWrite = mayWriteCampaigns(new Set(me.roles));
  const isOpen = state === 'draft' || state === 'running' || state === 'paused';
  return (
    <div className={styles.buttons}>
      {mayWrite && state === 'draft' && (
        <ConfirmButton
          isPrimary
          words={translate('campaigns.start')}
          question={translate('campaigns.startQuestion', {
            day: formatDay(language, startsOn < today ? today : startsOn),
          })}
          isDisabled={isBusy}
          onConfirmed={() => void act('start', (on) => call('campaigns.start', on), translate('campaigns.started'))}
        />
      )}
      {mayWrite && state === 'running' && (
        <Button
          disabledFocusable={isBusy}
          onClick={() => void act('pause', (on) => call('campaigns.pause', on), translate('campaigns.pausedNow'))}
        >
          {translate('campaigns.pause')}
        </Button>
      )}
      {mayWrite && state === 'paused' && (
        <Button
          appearance="primary"
          disabledFocusable={isBusy}
          onClick={() => void act('goOn', (on) => call('campaigns.goOn', on), translate('campaigns.wentOn'))}
        >
          {translate('campaigns.goOn')}
        </Button>
      )}
      {mayWrite && isOpen && (
        <ConfirmButton
          words={translate('campaigns.cancel')}
          question={translate('campaigns.cancelQuestion')}
          isDisabled={isBusy}
          onConfirmed={() =>
            void act('cancel', (on) => call('campaigns.cancel', on), translate('campaigns.isCancelled'))
          }
        />
      )}
      <Button disabledFocusable={isBusy} onClick={controller.again}>
        {translate('campaigns.refresh')}
      </Button>
    </div>
  );
}

function RulesForm({
  campaign,
  acting: controller,
}: {
  readonly campaign: CampaignView;
  readonly acting: CampaignController;
}) {
  const styles = useStyles();
  const { translate, call, language } = useTab();
  const { name, startsOn, joiners, quiet, state } = campaign;
  const first = { name, startsOn: String(startsOn), joiners, ...quiet };
  const [typed, setTyped] = useState(first);
  const [before, setBefore] = useState(first);
  const serialise = (one: typeof first): string => JSON.stringify(one);
  if (serialise(first) !== serialise(before)) {
    setBefore(first);
    // Typed words stay if a colleague changes the rules meanwhile.
    if (serialise(typed) === serialise(before)) setTyped(first);
  }
  const isDirty = serialise(typed) !== serialise(first);
  useUnsavedGuard(isDirty && state === 'draft');
  const change = (part: Partial<typeof first>): void => setTyped((now) => ({ ...now, ...part }));
  const day = parseDay(typed.startsOn);
  const problems = [
    ...(typed.name.trim() === '' || typed.name.length > 80
      ? [{ field: 'campaign-name', text: translate('campaigns.needName') }]
      : []),
    ...(day === undefined || day < campaign.today
      ? [{ field: 'campaign-startsOn', text: translate('campaigns.needDay') }]
      : []),
    ...(isTimeOfDay(typed.from) ? [] : [{ field: 'campaign-from', text: translate('campaigns.needTime') }]),
    ...(isTimeOfDay(typed.to) ? [] : [{ field: 'campaign-to', text: translate('campaigns.needTime') }]),
  ];

  async function save(): Promise<void> {
    const { from, to, weekends } = typed;
    const rules = {
      name: typed.name,
      startsOn: typed.startsOn,
      joiners: typed.joiners,
      quiet: { from, to, weekends },
    };
    await controller.act(
      `rules ${JSON.stringify(rules)}`,
      (on) => call('campaigns.setRules', { ...on, rules }),
      translate('campaigns.saved'),
    );
  }

  return (
    <Panel
      heading={translate('campaigns.rulesHeading')}
      summary={translate('campaigns.rulesSummary', {
        day: formatDay(language, startsOn),
        from: quiet.from,
        to: quiet.to,
      })}
    >
      {state !== 'draft' && <p>{translate('campaigns.rulesFixed')}</p>}
      {state === 'draft' && (
        <ValidatedForm className={styles.form} problems={problems} onSend={() => void save()}>
          <InputField
            id="campaign-name"
            label={translate('campaigns.name')}
            value={typed.name}
            onValue={(value) => change({ name: value })}
          />
          <InputField
            id="campaign-startsOn"
            type="date"
            label={translate('campaigns.startsOn')}
            value={typed.startsOn}
            onValue={(value) => change({ startsOn: value })}
          />
          <RadioField
            id="campaign-joiners"
            label={translate('campaigns.joiners')}
            value={typed.joiners}
            onValue={(value) => change({ joiners: value === 'whereItIs' ? 'whereItIs' : 'fromBeginning' })}
            options={[
              { value: 'fromBeginning', text: translate('campaigns.fromBeginning') },
              { value: 'whereItIs', text: translate('campaigns.whereItIs') },
            ]}
          />
          <div className={styles.row}>
            <InputField
              id="campaign-from"
              type="time"
              label={translate('campaigns.quietFrom')}
              value={typed.from}
              onValue={(from) => change({ from })}
            />
            <InputField
              id="campaign-to"
              type="time"
              label={translate('campaigns.quietTo')}
              value={typed.to}
              onValue={(to) => change({ to })}
            />
          </div>
          <CheckboxField
            id="campaign-weekends"
            label={translate('campaigns.weekends')}
            isChecked={typed.weekends}
            onChecked={(weekends) => change({ weekends })}
          />
          <div>
            <Button type="submit" disabledFocusable={controller.isBusy}>
              {translate('campaigns.save')}
            </Button>
          </div>
        </ValidatedForm>
      )}
    </Panel>
  );
}
