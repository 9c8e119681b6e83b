import { Button, makeStyles, tokens } from '@fluentui/react-components';

const useStyles = makeStyles({
  skip: {
    position: 'absolute',
    insetInlineStart: '-100rem',
    alignSelf: 'flex-start',
    ':focus': { position: 'static' },
    ':focus-visible': { outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}` },
  },
});

export function SkipButton({ words, onSkip }: { readonly words: string; readonly onSkip: () => void }) {
  const styles = useStyles();
  return (
    <Button className={styles.skip} size="small" onClick={onSkip}>
      {words}
    </Button>
  );
}
