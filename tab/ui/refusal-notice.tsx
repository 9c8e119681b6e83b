import { Body1, Button, makeStyles, tokens } from '@fluentui/react-components';
import { ErrorCircleRegular } from '@fluentui/react-icons/svg/error-circle';
import type { Refusal } from '../../contract/operation-answers.ts';
import { refusalText } from './refusal-text.ts';
import { useTab } from './tab-context.ts';

const useStyles = makeStyles({
  notice: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    padding: tokens.spacingHorizontalM,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorStatusDangerBorder1}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorStatusDangerBackground1,
    color: tokens.colorStatusDangerForeground3,
  },
  words: { flexBasis: '16rem', flexGrow: 1 },
});

interface Props {
  readonly refusal: Refusal;
  readonly retry?: { readonly words: string; readonly run: () => void };
}

export function RefusalNotice({ refusal, retry }: Props) {
  const styles = useStyles();
  const { translate } = useTab();
  return (
    <div role="alert" className={styles.notice}>
      <ErrorCircleRegular aria-hidden fontSize={20} />
      <Body1 className={styles.words}>{refusalText(translate, refusal)}</Body1>
      {retry && (
        <Button size="small" onClick={retry.run}>
          {retry.words}
        </Button>
      )}
    </div>
  );
}
