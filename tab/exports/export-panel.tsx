import { makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useId, useRef, useState } from 'react';
import { type ExportPlace, exportPlaces } from '../../concerns/terms/outcomes.ts';
import type { OpenedReport } from '../../concerns/casework/opened-report.ts';
import { placeText } from '../parts/named.ts';
import { useTab } from '../parts/tab-context.ts';
import { ChangeForm } from '../parts/change-form.tsx';
import { ChoiceField, SelectField, WordsField } from '../parts/fields.tsx';
import { Notice } from '../parts/notice.tsx';
import { useShows } from '../seals/keys-context.tsx';
import type { CaseChange, CaseOutcome } from '../parts/sending.ts';
import { changing, type Sealer, withWords } from '../parts/with-words.ts';
import { wordsProblem } from '../parts/words-problem.ts';
import type { CaseView } from '../../contract/answers.ts';
import type { Leaving } from './content-of.ts';
import { makeFiles } from './make-files.ts';
import { type MadeFiles, type SignedFiles, signedFiles } from './made-files.ts';
import { pageFonts } from './page-fonts.ts';
import { SignedFilesNotice } from './signed-files-notice.tsx';

const useStyles = makeStyles({
  preview: {
    margin: 0,
    maxHeight: '20rem',
    overflowY: 'auto',
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
    padding: tokens.spacingHorizontalM,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
  },
});

const whats = ['sanitised', 'whole'] as const;

interface ExportPanelProps extends Sealer {
  readonly view: CaseView;
  readonly opened: OpenedReport | undefined;
  /** The words of handlers that the held keys open, by the digests of their seals. */
  readonly words: ReadonlyMap<string, string>;
  readonly change: CaseChange;
}

/** Lets a case leave: makes its files in the page, has the export written into the history and signed, and offers them. */
export default function ExportPanel({ view, opened, words: known, change, ...page }: ExportPanelProps) {
  const { say, call, me, language } = useTab();
  const styles = useStyles();
  const id = useId();
  const [what, setWhat] = useState<(typeof whats)[number]>();
  const [place, setPlace] = useState<ExportPlace>();
  const [remark, setRemark] = useState('');
  const [files, setFiles] = useState<SignedFiles | 'others'>();
  useShows('files', files !== undefined && files !== 'others');
  const made = useRef<readonly MadeFiles[]>([]);
  const { record } = view;
  // What was signed off is named by the digest of its seal, which a whole history vouches for.
  const text = record.sanitised && opened?.historyIsWhole ? known.get(record.sanitised.digest) : undefined;

  useEffect(() => {
    if (opened !== undefined) return;
    // Locked: nothing in clear stays.
    made.current = [];
    setFiles(undefined);
  }, [opened]);

  const mayWhole = record.assignee === me.objectId;
  const isSigned = record.sanitised?.signedBy !== undefined;
  const whatProblem = (): string | undefined => {
    if (what === undefined) return say('exports.chooseWhat');
    if (what === 'whole') return mayWhole ? undefined : say('exports.needsAssignee');
    if (!isSigned) return say('exports.needsSignature');
    return text === undefined ? say('exports.textMissing') : undefined;
  };
  const leaving = (): Leaving => {
    if (what === 'whole' && opened !== undefined) return { what, opened };
    if (what === 'sanitised' && text !== undefined) return { what, text };
    throw new Error('sent before it was complete');
  };

  async function send(request: string): Promise<CaseOutcome> {
    if (what === undefined || place === undefined) throw new Error('sent before it was complete');
    setFiles(undefined);
    const these = await makeFiles({ say, language, today: me.today }, view, leaving(), await pageFonts());
    made.current = [...made.current, these];
    const sent = await withWords(page, 'handlers', remark, async (words) => {
      const answer = await call('case.export', { ...changing(view, request), what, place, ...these.digests, words });
      if (answer.ok) setFiles(signedFiles(made.current, answer.value) ?? 'others');
      return answer;
    });
    return change.after(sent);
  }

  const problem = whatProblem();
  const blocked = me.exports ? (opened === undefined ? say('exports.openFirst') : undefined) : say('exports.notSet');
  return (
    <>
      <p>{say('exports.intro')}</p>
      <ChangeForm
        intent={JSON.stringify([what, place, remark])}
        problems={[
          ...(problem === undefined ? [] : [{ field: `${id}what`, text: problem }]),
          ...(place === undefined ? [{ field: `${id}place`, text: say('exports.choosePlace') }] : []),
          ...wordsProblem(say, `${id}remark`, remark, say('exports.writeRemark')),
        ]}
        sendLabel={say('exports.send')}
        savedText={say('exports.saved')}
        onSaved={() => {
          setWhat(undefined);
          setPlace(undefined);
          setRemark('');
        }}
        blocked={blocked}
        isDirty={remark !== ''}
        send={send}
        onSent={change.onSent}
        isPast={change.isPast}
      >
        {opened && (opened.doubtful > 0 || !opened.historyIsWhole || !opened.recordIsAsWritten) && (
          <Notice tone="careful">
            <p>{say('exports.doubts')}</p>
          </Notice>
        )}
        <ChoiceField
          id={`${id}what`}
          label={say('exports.what')}
          need="required"
          value={what ?? ''}
          onValue={(value) => setWhat(whats.find((one) => one === value))}
          options={[
            { value: 'sanitised', text: say('exports.whatSanitised') },
            { value: 'whole', text: say('exports.whatWhole') },
          ]}
        />
        {what === 'sanitised' && <p>{say('exports.withheld')}</p>}
        {what === 'whole' && <p>{say('exports.told')}</p>}
        {what === 'sanitised' && isSigned && text !== undefined && (
          <section aria-labelledby={`${id}preview`}>
            <h4 id={`${id}preview`}>{say('exports.preview')}</h4>
            {/* Scrolled by the keyboard as well. */}
            {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
            <p className={styles.preview} tabIndex={0}>
              {text}
            </p>
          </section>
        )}
        <SelectField
          id={`${id}place`}
          label={say('exports.place')}
          need="required"
          value={place ?? ''}
          onValue={(value) => setPlace(exportPlaces.find((one) => one === value))}
          options={exportPlaces.map((value) => ({ value, text: placeText(say, value) }))}
        />
        <WordsField
          id={`${id}remark`}
          label={say('exports.remark')}
          hint={say('exports.remarkHint')}
          need="required"
          value={remark}
          onValue={setRemark}
          rows={3}
        />
        <p>{say('exports.warning')}</p>
      </ChangeForm>
      {files === 'others' && (
        <Notice tone="careful" role="alert">
          <p>{say('exports.notTheseFiles')}</p>
        </Notice>
      )}
      {files !== undefined && files !== 'others' && <SignedFilesNotice caseId={record.caseId} files={files} />}
    </>
  );
}
