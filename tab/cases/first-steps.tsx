import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useTab } from '../parts/tab-context.ts';

const useStyles = makeStyles({
  steps: {
    display: 'grid',
    gap: tokens.spacingVerticalS,
    justifyItems: 'start',
    paddingBlock: tokens.spacingVerticalL,
  },
  list: { display: 'grid', gap: tokens.spacingVerticalS, margin: 0, paddingInlineStart: tokens.spacingHorizontalXXL },
});

/** The first things to do where there is no case yet: the key, the channel, and a report to try it with. */
export function FirstSteps() {
  const styles = useStyles();
  const { say, me, open } = useTab();
  const ofReserve = !me.handles.includes('acu');
  return (
    <div className={styles.steps}>
      <Text as="p">{say('list.none')}</Text>
      <Text as="p">{say('list.firstSteps')}</Text>
      <ol className={styles.list}>
        <li>{say('list.firstKey')}</li>
        <li>{say(ofReserve ? 'list.firstReserveChannel' : 'list.firstChannel')}</li>
        <li>{say(ofReserve ? 'list.firstReserveReport' : 'list.firstReport')}</li>
      </ol>
      <Button onClick={() => open({ page: 'keys' })}>{say('list.openKeys')}</Button>
    </div>
  );
}
