import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { otherLanguage } from '../../core/model/language.ts';
import { translate as sayIn } from '../../words/tab/translate.ts';
import { navPage, visiblePages, pageWords, toLocation } from './pages.ts';
import { SkipButton } from '../ui/skip-button.tsx';
import { useTab } from '../ui/tab-context.ts';

const useStyles = makeStyles({
  bar: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalL}`,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalL}`,
    backgroundColor: tokens.colorNeutralBackground3,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`,
  },
  name: { fontWeight: tokens.fontWeightSemibold, fontSize: tokens.fontSizeBase400 },
  pages: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalXS,
    margin: 0,
    padding: 0,
    listStyleType: 'none',
  },
  rest: { marginInlineStart: 'auto', display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  page: { minWidth: 0 },
  here: {
    fontWeight: tokens.fontWeightSemibold,
    textDecorationLine: 'underline',
    textDecorationThickness: tokens.strokeWidthThicker,
    textUnderlineOffset: tokens.spacingVerticalSNudge,
  },
});

interface Props {
  readonly onLanguage: () => void;
  readonly onSkip: () => void;
  readonly onShortcuts: () => void;
}

export function TopBar({ onLanguage, onSkip, onShortcuts }: Props) {
  const styles = useStyles();
  const { translate: say, me, location, navigate, language } = useTab();
  const here = navPage(location);
  const other = otherLanguage(language);
  return (
    <header className={styles.bar}>
      <SkipButton words={say('shell.skip')} onSkip={onSkip} />
      <span className={styles.name}>{say('shell.candour')}</span>
      <nav aria-label={say('shell.navigation')}>
        <ul className={styles.pages}>
          {visiblePages(me).map((page) => (
            <li key={page}>
              <Button
                appearance="subtle"
                aria-current={page === here ? 'page' : undefined}
                className={mergeClasses(styles.page, page === here && styles.here)}
                onClick={() => navigate(toLocation(page))}
              >
                {say(pageWords[page])}
              </Button>
            </li>
          ))}
        </ul>
      </nav>
      <div className={styles.rest}>
        {me.roles.length > 0 && (
          <Button appearance="subtle" size="small" aria-haspopup="dialog" onClick={onShortcuts}>
            {say('shell.shortcuts')}
          </Button>
        )}
        <Button appearance="outline" size="small" lang={other} onClick={onLanguage}>
          {sayIn(other, 'shell.thisLanguage')}
        </Button>
      </div>
    </header>
  );
}
