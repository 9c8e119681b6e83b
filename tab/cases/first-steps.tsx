import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useTab } from '../ui/tab-context.ts';

const useStyles = makeStyles({
  steps: {
    display: 'grid',
    gap: tokens.spacingVerticalS,
    justifyItems: 'start',
    paddingBlock: tokens.spacingVerticalL,
  },
  list: { display: 'grid', gap: tokens.spacingVerticalS, margin: 0, paddingInlineStart: tokens.spacingHorizontalXXL },
});

export default function FirstSteps() {
  const styles = useStyles();
  const { translate, me, navigate } = useTab();
  const ofReserve = !me.handles.includes('acu');
  return (
    <div className={styles.steps}>
      <Text as="p">{translate('list.none')}</Text>
      <Text as="p">{translate('firstSteps.intro')}</Text>
      <ol className={styles.list}>
        <li>{translate('firstSteps.key')}</li>
        <li>{translate(ofReserve ? 'firstSteps.reserveChannel' : 'firstSteps.channel')}</li>
        <li>{translate(ofReserve ? 'firstSteps.reserveReport' : 'firstSteps.report')}</li>
      </ol>
      <Button onClick={() => navigate({ page: 'keys' })}>{translate('firstSteps.openKeys')}</Button>
    </div>
  );
}
