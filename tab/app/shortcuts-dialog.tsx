import {
  Button,
  Checkbox,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import type { WordKey } from '../../words/tab/translate.ts';
import { PageDialog } from '../ui/page-dialog.tsx';
import { useTab } from '../ui/tab-context.ts';
import type { Shortcuts } from './shortcuts.ts';

const useStyles = makeStyles({
  list: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 2fr) minmax(0, 3fr)',
    gap: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}`,
    margin: 0,
    paddingBlockEnd: tokens.spacingVerticalM,
    '& dt': { fontWeight: tokens.fontWeightSemibold, overflowWrap: 'anywhere' },
    '& dd': { margin: 0 },
  },
  hint: { margin: 0, color: tokens.colorNeutralForeground2 },
});

const shortcutRows = [
  ['/', 'shortcuts.find'],
  ['o', 'shortcuts.open'],
  ['s', 'shortcuts.step'],
  ['a', 'shortcuts.acknowledge'],
  ['n', 'shortcuts.next'],
  ['l', 'shortcuts.later'],
  ['?', 'shortcuts.list'],
  ['Esc', 'shortcuts.escape'],
] as const satisfies readonly (readonly [string, WordKey])[];

export default function ShortcutsDialog({ shortcuts }: { readonly shortcuts: Shortcuts }) {
  const styles = useStyles();
  const { translate: say, me } = useTab();
  const { isListOpen, close, singleKeysEnabled, setSingleKeysEnabled } = shortcuts;
  return (
    <PageDialog
      open={isListOpen}
      onOpenChange={(_, { open }) => {
        if (!open) close();
      }}
    >
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{say('shortcuts.heading')}</DialogTitle>
          <DialogContent>
            <dl className={styles.list}>
              <dt>{say('shortcuts.sendKeys')}</dt>
              <dd>{say('shortcuts.send')}</dd>
              {shortcutRows
                .filter(([key]) => key === '?' || key === 'Esc' || me.handles.length > 0)
                .map(([key, words]) => [
                  <dt key={`${key} key`}>
                    <kbd>{key}</kbd>
                  </dt>,
                  <dd key={key}>{say(words)}</dd>,
                ])}
            </dl>
            <Checkbox
              label={say('shortcuts.single')}
              checked={singleKeysEnabled}
              onChange={(_, { checked }) => setSingleKeysEnabled(checked === true)}
            />
            <p className={styles.hint}>{say('shortcuts.singleHint')}</p>
          </DialogContent>
          <DialogActions>
            <Button appearance="primary" onClick={close}>
              {say('shortcuts.close')}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </PageDialog>
  );
}
