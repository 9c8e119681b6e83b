import { Link, makeStyles, tokens } from '@fluentui/react-components';
import { questionLabel } from '../../cards/question-field.ts';
import { parseCaseId, showCaseId } from '../../concerns/terms/codes.ts';
import { type Tab, useTab } from '../parts/tab-context.ts';
import type { Found, OpenedPlace } from '../seals/opened-words.ts';

const useStyles = makeStyles({
  found: { display: 'grid', gap: tokens.spacingVerticalM, gridTemplateColumns: 'minmax(0, 1fr)', width: '100%' },
  list: {
    display: 'grid',
    gap: tokens.spacingVerticalM,
    gridTemplateColumns: 'minmax(0, 1fr)',
    margin: 0,
    padding: 0,
    listStyleType: 'none',
  },
  hit: {
    display: 'grid',
    gap: tokens.spacingVerticalXXS,
    justifyItems: 'start',
    paddingBlock: tokens.spacingVerticalS,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
  place: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  excerpt: {
    overflowWrap: 'anywhere',
    unicodeBidi: 'isolate',
    // Told apart without a colour.
    '& mark': {
      backgroundColor: 'transparent',
      color: 'inherit',
      fontWeight: tokens.fontWeightBold,
      textDecorationLine: 'underline',
      textDecorationThickness: tokens.strokeWidthThick,
    },
  },
});

function placeText({ say, language }: Pick<Tab, 'say' | 'language'>, place: OpenedPlace): string {
  switch (place.kind) {
    case 'answer':
      return say('search.inAnswer', { question: questionLabel(language, place.question) });
    case 'fromReporter':
      return say('search.inMessageFrom');
    case 'toReporter':
      return say('search.inMessageTo');
    case 'sanitised':
      return say('search.inSanitised');
    case 'note':
      return say('search.inNote');
  }
}

export function FoundList({ found: { count, hits } }: { readonly found: Found }) {
  const tab = useTab();
  const { say, open } = tab;
  const styles = useStyles();
  return (
    <div className={styles.found}>
      <p>{say('search.found', { count })}</p>
      {hits.length < count && <p>{say('search.first', { count: hits.length })}</p>}
      {hits.length > 0 && (
        <ol className={styles.list} aria-label={say('search.found', { count })}>
          {hits.map(({ caseId, id, place, excerpt }) => {
            const reference = parseCaseId(caseId);
            return (
              <li key={`${caseId} ${id}`} className={styles.hit}>
                <Link as="button" type="button" onClick={() => open({ page: 'case', caseId })}>
                  {say('search.openCase', { reference: reference ? showCaseId(reference) : '' })}
                </Link>
                <span className={styles.place}>{placeText(tab, place)}</span>
                <p className={styles.excerpt} dir="auto" translate="no">
                  {excerpt.before}
                  <mark>{excerpt.words}</mark>
                  {excerpt.after}
                </p>
              </li>
            );
          })}
        </ol>
      )}
    </div>
  );
}
