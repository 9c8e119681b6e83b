import { Body1, Button, makeStyles, tokens } from '@fluentui/react-components';
import { usualEmergency } from '../parts/say-for.ts';
import { useTab } from '../parts/tab-context.ts';
import { Notice } from '../parts/notice.tsx';
import { openLink } from './open-link.ts';
import type { Conversation } from './use-talk.ts';

const useStyles = makeStyles({
  choices: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM },
});

interface Props {
  readonly flow: 'report' | 'comeBack' | 'guidance';
  readonly isBusy: boolean;
  readonly begin: Conversation['open'];
}

/** The start of the page, before there is a card: the number for emergencies, then what somebody can do here. */
export function ReportStart({ flow, isBusy, begin }: Props) {
  const styles = useStyles();
  const { say, open, me } = useTab();
  const { emergency = usualEmergency } = me;
  return (
    <>
      <Notice tone="careful">
        <p>
          <strong>{say('shell.emergency')}</strong>
        </p>
        <Button onClick={() => openLink(`tel:${emergency.replaceAll(/[^\d+]/gu, '')}`)}>{say('report.call')}</Button>
      </Notice>
      <Body1 as="p" block>
        {say('report.intro')}
      </Body1>
      <div className={styles.choices}>
        {flow === 'report' && (
          <Button appearance="primary" disabledFocusable={isBusy} onClick={() => begin('report')}>
            {say('report.startReport')}
          </Button>
        )}
        {flow !== 'guidance' && (
          <Button
            disabledFocusable={isBusy}
            onClick={() => (flow === 'report' ? open({ page: 'report', flow: 'comeBack' }) : begin('comeBack'))}
          >
            {say('report.startComeBack')}
          </Button>
        )}
        <Button
          disabledFocusable={isBusy}
          onClick={() => (flow === 'guidance' ? begin('guidance') : open({ page: 'report', flow: 'guidance' }))}
        >
          {say('report.startGuidance')}
        </Button>
      </div>
    </>
  );
}
