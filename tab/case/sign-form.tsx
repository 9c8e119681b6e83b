import { makeStyles, tokens } from '@fluentui/react-components';
import { useMemo, useState } from 'react';
import { mostHints } from '../../concerns/records/event-record.ts';
import { useTab } from '../parts/tab-context.ts';
import { useCaseContext } from './case-context.ts';
import { CaseForm, useCaseForm } from './case-form.tsx';
import { CheckField } from '../parts/fields.tsx';
import { hintsIn, hintText } from './hints-in.ts';

const useStyles = makeStyles({
  hints: {
    display: 'grid',
    gap: tokens.spacingVerticalXS,
    gridTemplateColumns: 'minmax(0, 1fr)',
    overflowWrap: 'anywhere',
  },
});

/** A second person confirms each hint that stays. The server gets their number, never words. */
export function SignForm({ text, digest }: { readonly text: string; readonly digest: string }) {
  const { say, call } = useTab();
  const styles = useStyles();
  const { view } = useCaseContext();
  const { language } = view.record;
  const hints = useMemo(() => hintsIn(text, language), [text, language]);
  const { id, form, plain } = useCaseForm({}, digest);
  const [confirmed, setConfirmed] = useState<ReadonlySet<number>>(new Set());
  const left = hints.filter(({ start }) => !confirmed.has(start));
  const [next] = left;

  return (
    <CaseForm
      {...form}
      problems={
        next === undefined
          ? []
          : [{ field: `${id}${next.start}`, text: say('sanitised.hintsLeft', { count: left.length }) }]
      }
      sendLabel={say('sanitised.signSend')}
      savedText={say('sanitised.signSaved')}
      send={plain(({ changing }) =>
        call('case.signSanitised', { ...changing, of: digest, confirmed: Math.min(hints.length, mostHints) }),
      )}
    >
      <p>{say('sanitised.signText')}</p>
      <div className={styles.hints} role="group" aria-labelledby={`${id}hints`}>
        <p id={`${id}hints`}>{say('sanitised.signHints', { count: hints.length })}</p>
        {hints.map((hint) => (
          <CheckField
            key={hint.start}
            id={`${id}${hint.start}`}
            label={say('sanitised.hintStays', { hint: hintText(say, text, hint) })}
            isChecked={confirmed.has(hint.start)}
            onChecked={(isChecked) => {
              const now = new Set(confirmed);
              if (isChecked) now.add(hint.start);
              else now.delete(hint.start);
              setConfirmed(now);
            }}
          />
        ))}
      </div>
    </CaseForm>
  );
}
