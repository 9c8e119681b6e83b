import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { mayWriteCampaigns } from '../../concerns/terms/directory.ts';
import type { CampaignView } from '../../contract/campaigns.ts';
import { showDay } from '../../words/days.ts';
import { useTab } from '../parts/tab-context.ts';
import { ConfirmButton } from './confirm-button.tsx';
import type { Campaigning } from './use-campaign.ts';

const useStyles = makeStyles({
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS, alignItems: 'center' },
});

export function CampaignButtons({
  campaign,
  acting,
}: {
  readonly campaign: CampaignView;
  readonly acting: Campaigning;
}) {
  const styles = useStyles();
  const { say, call, language, me } = useTab();
  const { state, startsOn, today } = campaign;
  const { act, isBusy } = acting;
  const mayWrite = mayWriteCampaigns(new Set(me.roles));
  const isOpen = state === 'draft' || state === 'running' || state === 'paused';
  return (
    <div className={styles.buttons}>
      {mayWrite && state === 'draft' && (
        <ConfirmButton
          isPrimary
          words={say('campaigns.start')}
          question={say('campaigns.startQuestion', { day: showDay(language, startsOn < today ? today : startsOn) })}
          isDisabled={isBusy}
          onConfirmed={() => void act('start', (on) => call('campaigns.start', on), say('campaigns.started'))}
        />
      )}
      {mayWrite && state === 'running' && (
        <Button
          disabledFocusable={isBusy}
          onClick={() => void act('pause', (on) => call('campaigns.pause', on), say('campaigns.pausedNow'))}
        >
          {say('campaigns.pause')}
        </Button>
      )}
      {mayWrite && state === 'paused' && (
        <Button
          appearance="primary"
          disabledFocusable={isBusy}
          onClick={() => void act('goOn', (on) => call('campaigns.goOn', on), say('campaigns.wentOn'))}
        >
          {say('campaigns.goOn')}
        </Button>
      )}
      {mayWrite && isOpen && (
        <ConfirmButton
          words={say('campaigns.cancel')}
          question={say('campaigns.cancelQuestion')}
          isDisabled={isBusy}
          onConfirmed={() => void act('cancel', (on) => call('campaigns.cancel', on), say('campaigns.isCancelled'))}
        />
      )}
      <Button disabledFocusable={isBusy} onClick={acting.again}>
        {say('campaigns.refresh')}
      </Button>
    </div>
  );
}
