import { Body1, Button, makeStyles, Spinner, Title2, tokens } from '@fluentui/react-components';
import { useCallback, useEffect, useRef, useState } from 'react';
import { parseDay } from '../../core/model/calendar.ts';
import { mayWriteCampaigns } from '../../core/model/roles.ts';
import type { Refusal } from '../../contract/operation-answers.ts';
import type { CampaignChannelView } from '../../contract/campaigns.ts';
import type { OperationAnswer } from '../../contract/operations.ts';
import { InputField } from '../ui/form-fields.tsx';
import { Notice } from '../ui/notice.tsx';
import { Panel } from '../ui/panel.tsx';
import { RefusalNotice } from '../ui/refusal-notice.tsx';
import { createRequestIds, newRequestId } from '../ui/request-ids.ts';
import { type Result, useTab } from '../ui/tab-context.ts';
import { useRestoredFocus } from '../ui/use-restored-focus.ts';
import { CampaignDetails } from './campaign-details.tsx';
import { campaignChannelName, campaignRefusalWords, campaignStateWords } from './campaign-words.ts';
import { ValidatedForm } from './validated-form.tsx';

const useStyles = makeStyles({
  page: { display: 'grid', gap: tokens.spacingVerticalL, gridTemplateColumns: 'minmax(0, 1fr)', maxWidth: '75rem' },
  heading: { margin: 0 },
  rows: { display: 'grid', gap: tokens.spacingVerticalS, margin: 0, padding: 0, listStyleType: 'none' },
  form: { display: 'grid', gap: tokens.spacingVerticalM, gridTemplateColumns: 'minmax(0, 1fr)', maxWidth: '36rem' },
  row: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM, alignItems: 'end' },
});

export default function CampaignsPage() {
  const styles = useStyles();
  const { translate, call, me } = useTab();
  const [answer, setAnswer] = useState<Result<OperationAnswer<'campaigns.list'>>>();
  const [chosen, setChosen] = useState<string>();
  const load = useCallback(() => void call('campaigns.list', {}).then(setAnswer), [call]);
  useEffect(load, [load]);
  const mayWrite = mayWriteCampaigns(new Set(me.roles));
  const page = useRef<HTMLDivElement>(null);
  const left = useRef<string>(undefined);
  const find = (selector: string) => page.current?.querySelector<HTMLElement>(selector);
  useRestoredFocus(page, () => {
    if (chosen === undefined && !answer) return undefined;
    return find(`[data-campaign="${left.current}"]`) ?? find('h1');
  });

  return (
    <div ref={page} className={styles.page}>
      <Title2 as="h1" tabIndex={-1} className={styles.heading}>
        {translate('shell.campaigns')}
      </Title2>
      <Body1>{translate('campaigns.intro')}</Body1>
      {chosen !== undefined && (
        <CampaignDetails
          key={chosen}
          id={chosen}
          onBack={() => {
            left.current = chosen;
            setChosen(undefined);
            setAnswer(undefined);
            load();
          }}
        />
      )}
      {chosen === undefined && !answer && <Spinner label={translate('campaigns.loading')} />}
      {chosen === undefined && answer && !answer.ok && (
        <RefusalNotice refusal={answer.refusal} retry={{ words: translate('campaigns.again'), run: load }} />
      )}
      {chosen === undefined && answer?.ok && (
        <>
          {answer.value.campaigns.length === 0 && <p>{translate('campaigns.none')}</p>}
          <ul className={styles.rows} aria-label={translate('campaigns.list')}>
            {answer.value.campaigns.map(({ id, name, state, items, out, unapproved }) => (
              <li key={id}>
                <Button data-campaign={id} onClick={() => setChosen(id)}>
                  {translate('campaigns.row', { name, state: translate(campaignStateWords[state]), items, out })}{' '}
                  {unapproved > 0 && translate('campaigns.waiting', { count: unapproved })}
                </Button>
              </li>
            ))}
          </ul>
          {mayWrite && <NewCampaignForm {...answer.value} onMade={setChosen} />}
          {mayWrite && <ChannelList channels={answer.value.channels} onNamed={load} />}
        </>
      )}
    </div>
  );
}

function NewCampaignForm({
  plan,
  today,
  onMade,
}: {
  readonly plan: number;
  readonly today: string;
  readonly onMade: (id: string) => void;
}) {
  const styles = useStyles();
  const { translate, call, announce } = useTab();
  const [name, setName] = useState('');
  const [startsOn, setStartsOn] = useState('');
  const [isBusy, setBusy] = useState(false);
  const [result, setResult] = useState<Result<OperationAnswer<'campaigns.create'>>>();
  const [ids] = useState(() => createRequestIds(newRequestId));
  const day = parseDay(startsOn);
  const problems = [
    ...(name.trim() === '' || name.length > 80 ? [{ field: 'new-name', text: translate('campaigns.needName') }] : []),
    ...(day === undefined || day < today ? [{ field: 'new-day', text: translate('campaigns.needDay') }] : []),
  ];

  async function createCampaign(): Promise<void> {
    if (isBusy) return;
    setBusy(true);
    const answer = await call('campaigns.create', { name, startsOn, request: ids.getId(`${name} ${startsOn}`) });
    setBusy(false);
    setResult(answer);
    if (!answer.ok || answer.value.kind !== 'campaign') return;
    ids.clear();
    announce(translate('campaigns.made'));
    onMade(answer.value.campaign.id);
  }

  return (
    <Panel level={2} heading={translate('campaigns.newHeading')}>
      <p>{translate('campaigns.newHint', { plan })}</p>
      <ValidatedForm className={styles.form} problems={problems} onSend={() => void createCampaign()}>
        <InputField id="new-name" label={translate('campaigns.name')} value={name} onValue={setName} />
        <InputField
          id="new-day"
          type="date"
          label={translate('campaigns.startsOn')}
          value={startsOn}
          onValue={setStartsOn}
        />
        {result && !result.ok && <RefusalNotice refusal={result.refusal} />}
        {result?.ok && result.value.kind === 'notAllowed' && (
          <Notice tone="careful" role="alert">
            {translate(campaignRefusalWords[result.value.why])}
          </Notice>
        )}
        <div>
          <Button type="submit" appearance="primary" disabledFocusable={isBusy}>
            {translate('campaigns.make')}
          </Button>
        </div>
      </ValidatedForm>
    </Panel>
  );
}

function ChannelList({
  channels,
  onNamed,
}: {
  readonly channels: readonly CampaignChannelView[];
  readonly onNamed: () => void;
}) {
  const styles = useStyles();
  const { translate, call, announce } = useTab();
  const [names, setNames] = useState<Readonly<Record<string, string>>>({});
  const [refusal, setRefusal] = useState<Refusal>();

  async function save(channel: string, name: string): Promise<void> {
    const answer = await call('campaigns.nameChannel', { channel, name });
    setRefusal(answer.ok ? undefined : answer.refusal);
    if (!answer.ok) return;
    announce(translate('campaigns.saved'));
    onNamed();
  }

  return (
    <Panel level={2} heading={translate('campaigns.channelsHeading')} summary={`${channels.length}`}>
      <p>{translate('campaigns.channelsHint')}</p>
      {refusal && <RefusalNotice refusal={refusal} />}
      <ul className={styles.rows}>
        {channels.map((channel, place) => {
          const name = names[channel.id] ?? channel.name ?? '';
          return (
            <li key={channel.id}>
              <form
                className={styles.row}
                aria-label={campaignChannelName(translate, channel.language, channel, place)}
                onSubmit={(event) => {
                  event.preventDefault();
                  if (name.trim() !== '') void save(channel.id, name.trim().slice(0, 60));
                }}
              >
                <InputField
                  id={`channel-${channel.id}`}
                  label={translate('campaigns.channelName', { number: place + 1 })}
                  value={name}
                  onValue={(value) => setNames((before) => ({ ...before, [channel.id]: value }))}
                />
                <Button type="submit">{translate('campaigns.save')}</Button>
              </form>
            </li>
          );
        })}
      </ul>
    </Panel>
  );
}
