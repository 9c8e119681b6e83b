import { Button, Field, Input, Link, makeStyles, tokens } from '@fluentui/react-components';
import { ArrowLeftRegular } from '@fluentui/react-icons';
import { useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { questionLabel } from '../../cards/question-texts.ts';
import { parseCaseId, formatCaseId } from '../../core/model/case-id.ts';
import { type Tab, useTab } from '../ui/tab-context.ts';
import { useKeys, useTrackDecrypted } from '../crypto/keys-context.tsx';
import { useTitles } from '../titles/use-titles.ts';
import { minQueryLength, foldText, type SearchHits, type TextLocation } from '../crypto/decrypted-text-index.ts';

const useStyles = makeStyles({
  page: {
    display: 'grid',
    gap: tokens.spacingVerticalL,
    gridTemplateColumns: 'minmax(0, 1fr)',
    justifyItems: 'start',
    '& h1': { margin: 0, fontSize: tokens.fontSizeBase600, lineHeight: tokens.lineHeightBase600 },
    '& p': { margin: 0, maxWidth: '45rem' },
  },
  form: { display: 'grid', gap: tokens.spacingVerticalS, width: '100%', maxWidth: '32rem', justifyItems: 'start' },
  field: { width: '100%' },
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
    '& mark': {
      backgroundColor: 'transparent',
      color: 'inherit',
      fontWeight: tokens.fontWeightBold,
      textDecorationLine: 'underline',
      textDecorationThickness: tokens.strokeWidthThick,
    },
  },
});

/**
 * Searches only text that this page has decrypted since a key was unlocked. The search text is neither sent nor stored.
 */
export default function SearchPage() {
  const { translate, navigate, announce } = useTab();
  const styles = useStyles();
  const { textIndex, titles, isUnlocked } = useKeys();
  // Asked for again: a case that the reader may no longer see is found no more.
  const [titled] = useState(() => [...titles.state().keys()]);
  const knownTitles = useTitles(titled);
  const state = useSyncExternalStore(textIndex.subscribe, textIndex.state);
  const [text, setText] = useState(state.query);
  const [isShort, setShort] = useState(false);
  const input = useRef<HTMLInputElement>(null);

  const [wasUnlocked, setWasUnlocked] = useState(isUnlocked);
  if (isUnlocked !== wasUnlocked) {
    setWasUnlocked(isUnlocked);
    if (!isUnlocked) setText('');
  }
  // The state changes when a case is dropped, so it is found no more.
  const found = useMemo((): SearchHits | undefined => {
    if (state.query === '') return undefined;
    const [inTitles, inTexts] = [titles.search(state.query), textIndex.search(state.query)];
    return { count: inTitles.length + inTexts.count, hits: [...inTitles, ...inTexts.hits] };
    // `knownTitles` changes when a title comes or goes.
  }, [state, textIndex, titles, knownTitles]);
  useTrackDecrypted('words', (found?.hits.length ?? 0) > 0);

  return (
    <div className={styles.page}>
      <Button appearance="subtle" icon={<ArrowLeftRegular />} onClick={() => navigate({ page: 'cases' })}>
        {translate('case.back')}
      </Button>
      <h1 tabIndex={-1}>{translate('search.heading')}</h1>
      <p>{translate('search.intro')}</p>
      {!isUnlocked ? (
        <p>{translate('search.locked')}</p>
      ) : (
        <>
          <p>
            {state.cases === 0 ? translate('search.nothingOpen') : translate('search.cases', { count: state.cases })}
          </p>
          {state.evicted > 0 && <p>{translate('search.letGo', { count: state.evicted })}</p>}
          <form
            role="search"
            noValidate
            className={styles.form}
            onSubmit={(event) => {
              event.preventDefault();
              const isEnough = foldText(text.trim()).length >= minQueryLength;
              setShort(!isEnough);
              if (!isEnough) return input.current?.focus();
              textIndex.setQuery(text);
              announce(translate('search.found', { count: titles.search(text).length + textIndex.search(text).count }));
            }}
          >
            <Field
              className={styles.field}
              label={translate('search.words')}
              hint={translate('search.hint')}
              {...(isShort && { validationState: 'error' as const, validationMessage: translate('search.short') })}
            >
              <Input
                ref={input}
                value={text}
                maxLength={200}
                autoComplete="off"
                autoCorrect="off"
                autoCapitalize="off"
                spellCheck={false}
                onChange={(_, { value }) => setText(value)}
              />
            </Field>
            <Button type="submit" appearance="primary">
              {translate('search.send')}
            </Button>
          </form>
          {found && <SearchResults found={found} />}
        </>
      )}
    </div>
  );
}

function locationText({ translate, language }: Pick<Tab, 'translate' | 'language'>, place: TextLocation): string {
  switch (place.kind) {
    case 'answer':
      return translate('search.inAnswer', { question: questionLabel(language, place.question) });
    case 'fromReporter':
      return translate('search.inMessageFrom');
    case 'toReporter':
      return translate('search.inMessageTo');
    case 'sanitised':
      return translate('search.inSanitised');
    case 'note':
      return translate('search.inNote');
    case 'title':
      return translate('search.inTitle');
  }
}

function SearchResults({ found: { count, hits } }: { readonly found: SearchHits }) {
  const tab = useTab();
  const { translate, navigate } = tab;
  const styles = useStyles();
  return (
    <div className={styles.found}>
      <p>{translate('search.found', { count })}</p>
      {hits.length < count && <p>{translate('search.first', { count: hits.length })}</p>}
      {hits.length > 0 && (
        <ol className={styles.list} aria-label={translate('search.found', { count })}>
          {hits.map(({ caseId, id, location, excerpt }) => {
            const reference = parseCaseId(caseId);
            return (
              <li key={`${caseId} ${id}`} className={styles.hit}>
                <Link as="button" type="button" onClick={() => navigate({ page: 'case', caseId })}>
                  {translate('search.openCase', { reference: reference ? formatCaseId(reference) : '' })}
                </Link>
                <span className={styles.place}>{locationText(tab, location)}</span>
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
