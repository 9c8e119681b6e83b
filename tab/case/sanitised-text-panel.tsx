import { Button, Link, makeStyles, tokens } from '@fluentui/react-components';
import { useDeferredValue, useMemo, useRef, useState } from 'react';
import type { IdentifyingSpan } from '../../core/casework/identifying-spans.ts';
import { maxConfirmedHints } from '../../core/model/event-record.ts';
import { isBlank } from '../../core/model/invisible-characters.ts';
import type { PersonId } from '../../core/model/roles.ts';
import { CheckboxField, TextAreaField } from '../ui/form-fields.tsx';
import { LabelledText } from '../ui/labelled-text.tsx';
import { Notice } from '../ui/notice.tsx';
import { Panel } from '../ui/panel.tsx';
import { personName } from '../ui/person-name.ts';
import { maxNoteLength } from '../ui/seal-and-send-note.ts';
import { useTab } from '../ui/tab-context.ts';
import { useCaseContext } from './case-context.ts';
import { CaseForm, useCaseForm } from './case-form.tsx';
import { OpenToAgree } from './text-to-agree.tsx';
import { findIdentifyingHints, identifyingHintText } from './identifying-hints.ts';

const useStyles = makeStyles({
  beside: {
    display: 'grid',
    gap: tokens.spacingHorizontalM,
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 18rem), 1fr))',
  },
  hints: {
    display: 'grid',
    gap: tokens.spacingVerticalXS,
    gridTemplateColumns: 'minmax(0, 1fr)',
    overflowWrap: 'anywhere',
  },
});

export function SanitisedTextPanel() {
  const tab = useTab();
  const { translate } = tab;
  const { view } = useCaseContext();
  const { sanitised } = view.record;
  const name = (objectId: PersonId) => personName(tab, { objectId }, view.people);
  const stateWordKey = sanitised?.signedBy === undefined ? 'sanitised.unsigned' : 'sanitised.signed';

  return (
    <Panel
      level={2}
      heading={translate('sanitised.heading')}
      summary={translate(sanitised === undefined ? 'sanitised.none' : stateWordKey)}
    >
      {sanitised !== undefined && (
        <p>
          {translate('sanitised.by', { name: name(sanitised.by) })}{' '}
          {sanitised.signedBy !== undefined && translate('sanitised.signedBy', { name: name(sanitised.signedBy) })}
        </p>
      )}
      {sanitised !== undefined && <CurrentSanitisedText />}
      <SanitisedTextForm />
    </Panel>
  );
}

function CurrentSanitisedText() {
  const { translate, me } = useTab();
  const { view, textsByDigest, decryptedCase } = useCaseContext();
  const { sanitised } = view.record;
  if (sanitised === undefined) return null;
  const text = textsByDigest.get(sanitised.digest);
  const isOwn = sanitised.by === me.objectId;
  const isSigned = sanitised.signedBy !== undefined;
  return (
    <>
      {text !== undefined && <LabelledText label={translate('sanitised.stands')} text={text} isStepStart />}
      {!isSigned && isOwn && <p>{translate('sanitised.signOwn')}</p>}
      {text === undefined && (isSigned || !isOwn) && (
        <>
          <p>{translate(decryptedCase === undefined ? 'sanitised.closed' : 'sanitised.later')}</p>
          <OpenToAgree />
        </>
      )}
      {text !== undefined && !isSigned && !isOwn && (
        <SignSanitisedTextForm key={sanitised.digest} text={text} digest={sanitised.digest} />
      )}
    </>
  );
}

function SanitisedTextForm() {
  const { translate, call } = useTab();
  const styles = useStyles();
  const { view, decryptedCase, textsByDigest } = useCaseContext();
  const { draft, set, field, noteProblems, form, worded } = useCaseForm({ text: '' });
  const { text } = draft;
  const area = useRef<HTMLTextAreaElement>(null);
  const currentText = view.record.sanitised && textsByDigest.get(view.record.sanitised.digest);
  const raw = decryptedCase?.report.report.answers.what;

  return (
    <CaseForm
      {...form}
      problems={noteProblems('text', translate('sanitised.needed'))}
      sendLabel={translate('sanitised.send')}
      savedText={translate('sanitised.saved')}
      send={worded('handlers', text, ({ withRevision, words: sealed }) =>
        call('case.sanitise', { ...withRevision, words: sealed }),
      )}
    >
      <p>{translate('sanitised.intro')}</p>
      {currentText !== undefined && text === '' && (
        <div>
          <Button size="small" onClick={() => set({ text: currentText })}>
            {translate('sanitised.start')}
          </Button>
        </div>
      )}
      <div className={styles.beside}>
        {raw === undefined ? (
          <p>{translate('sanitised.rawClosed')}</p>
        ) : (
          <LabelledText
            label={translate('sanitised.rawAccount')}
            text={raw}
            lang={decryptedCase?.report.report.language}
          />
        )}
        <TextAreaField
          {...field('text')}
          ref={area}
          label={translate('sanitised.text')}
          hint={translate('work.noteHint')}
          need="required"
          rows={10}
          maxLength={maxNoteLength}
        />
      </div>
      {!isBlank(text) && (
        <HintList
          text={text}
          onShow={({ start, end }) => {
            area.current?.focus();
            area.current?.setSelectionRange(start, end);
          }}
        />
      )}
    </CaseForm>
  );
}

/** A second person confirms each hint that stays. The server gets their number, never words. */
function SignSanitisedTextForm({ text, digest }: { readonly text: string; readonly digest: string }) {
  const { translate, call } = useTab();
  const styles = useStyles();
  const { view } = useCaseContext();
  const { language } = view.record;
  const hints = useMemo(() => findIdentifyingHints(text, language), [text, language]);
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
          : [{ field: `${id}${next.start}`, text: translate('sanitised.hintsLeft', { count: left.length }) }]
      }
      sendLabel={translate('sanitised.signSend')}
      savedText={translate('sanitised.signSaved')}
      send={plain(({ withRevision }) =>
        call('case.signSanitised', {
          ...withRevision,
          of: digest,
          confirmed: Math.min(hints.length, maxConfirmedHints),
        }),
      )}
    >
      <p>{translate('sanitised.signText')}</p>
      <div className={styles.hints} role="group" aria-labelledby={`${id}hints`}>
        <p id={`${id}hints`}>{translate('sanitised.signHints', { count: hints.length })}</p>
        {hints.map((hint) => (
          <CheckboxField
            key={hint.start}
            id={`${id}${hint.start}`}
            label={translate('sanitised.hintStays', { hint: identifyingHintText(translate, text, hint) })}
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

function HintList(props: { readonly text: string; readonly onShow: (words: IdentifyingSpan) => void }) {
  const { translate } = useTab();
  const { view } = useCaseContext();
  const text = useDeferredValue(props.text);
  const { language } = view.record;
  const found = useMemo(() => findIdentifyingHints(text, language), [text, language]);
  return (
    <Notice tone={found.length === 0 ? 'calm' : 'careful'} role="status">
      <p>{translate('sanitised.tellingHeading', { count: found.length })}</p>
      {found.length > 0 && (
        <>
          <ul>
            {found.map((words) => (
              <li key={words.start}>
                <Link as="button" type="button" inline onClick={() => props.onShow(words)}>
                  {identifyingHintText(translate, text, words)}
                </Link>
              </li>
            ))}
          </ul>
          <p>{translate('sanitised.tellingAdvice')}</p>
        </>
      )}
    </Notice>
  );
}
