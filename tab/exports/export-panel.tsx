import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useId, useRef, useState } from 'react';
import { exportName } from '../../core/casework/exported-case.ts';
import type { OpenedReport } from '../../core/casework/decrypted-report.ts';
import type { EventRecord } from '../../core/model/event-record.ts';
import type { CaseId } from '../../core/model/codes.ts';
import { type ExportPlace, exportPlaces } from '../../core/model/outcomes.ts';
import type { CaseView } from '../../contract/answers.ts';
import type { WordKey } from '../../words/tab/translate.ts';
import { ChangeForm } from '../ui/change-form.tsx';
import { CheckField, ChoiceField, SelectField, WordsField } from '../ui/fields.tsx';
import { loadPart } from '../ui/lazy-loader.ts';
import { placeText } from '../ui/case-labels.ts';
import { Notice } from '../ui/notice.tsx';
import { saveFile } from '../ui/save-file.ts';
import type { CaseChange, CaseOutcome } from '../ui/request-status.ts';
import { useTab } from '../ui/tab-context.ts';
import { changing, type Sealer, withWords, wordsProblem } from '../ui/seal-note.ts';
import { useKeys, useShows } from '../crypto/keys-context.tsx';
import { type Leaving, logToLeave } from './export-content.ts';
import { drawCase } from './draw-case.ts';
import { type MadeFiles, makeFiles, signedFiles, type SignedFiles } from './export-files.ts';
import { pageFonts } from './page-fonts.ts';
import { missingText } from './pdf-blocks.ts';

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
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS, marginTop: tokens.spacingVerticalS },
});

const whats = ['sanitised', 'whole'] as const;
const whyNot = { openAgain: 'logged.openAgain', doubtful: 'logged.doubtful' } as const;

interface ExportPanelProps extends Sealer {
  readonly view: CaseView;
  readonly opened: OpenedReport | undefined;
  readonly added: NonNullable<Extract<Leaving, { readonly what: 'whole' }>['added']>;
  /** The seal of the sanitised text, if the opening handed it out. */
  readonly sealedText: string | undefined;
  /** The history to its end, as far as it is known without a gap, and the last entry that the opening handed out. */
  readonly entries: readonly EventRecord[];
  readonly openedUpTo: number;
  readonly words: ReadonlyMap<string, string>;
  readonly change: CaseChange;
  readonly openReport: () => Promise<void>;
}

export default function ExportPanel(props: ExportPanelProps) {
  const { view, opened, added, sealedText, words: known, change } = props;
  const { say, call, me, language } = useTab();
  const { identities } = useKeys();
  const styles = useStyles();
  const id = useId();
  const [what, setWhat] = useState<(typeof whats)[number]>();
  const [place, setPlace] = useState<ExportPlace>();
  const [remark, setRemark] = useState('');
  const [isLogWanted, setLogWanted] = useState(false);
  const [files, setFiles] = useState<SignedFiles | 'others'>();
  useShows('files', files !== undefined && files !== 'others');
  const made = useRef<readonly MadeFiles[]>([]);
  const drawing = useRef(new AbortController());
  const { record } = view;
  // A signed text is named by the digest of its seal, which only a whole history vouches for.
  const of = sealedText !== undefined && opened?.historyIsWhole ? record.sanitised?.digest : undefined;
  const text = of === undefined ? undefined : known.get(of);

  useEffect(() => {
    if (opened !== undefined) return;
    // Locked: nothing in clear stays.
    drawing.current.abort();
    drawing.current = new AbortController();
    made.current = [];
    setFiles(undefined);
  }, [opened]);

  useEffect(() => () => drawing.current.abort(), []);

  const withLog = what === 'whole' && isLogWanted && opened !== undefined;
  const log = withLog ? logToLeave({ ...props, opened }) : undefined;
  const mayWhole = record.assignee === me.objectId;
  const isSigned = record.sanitised?.signedBy !== undefined;
  const whatProblem = (): string | undefined => {
    if (what === undefined) return say('exports.chooseWhat');
    if (what === 'whole') return mayWhole ? undefined : say('exports.needsAssignee');
    if (!isSigned) return say('exports.needsSignature');
    return text === undefined ? say('exports.textMissing') : undefined;
  };
  const leaving = async (): Promise<Leaving> => {
    if (what === 'whole' && opened !== undefined && !withLog) return { what, opened, added };
    if (what === 'whole' && opened !== undefined && log !== undefined && 'log' in log)
      return { what, opened, added, log: log.log };
    if (what === 'sanitised' && text !== undefined && sealedText !== undefined) {
      const { keyOfSeal } = await loadPart('../crypto/decrypt-seal.ts', () => import('../../crypto/decrypt-seal.ts'));
      return { what, text, proof: { seal: sealedText, key: await keyOfSeal(sealedText, identities) } };
    }
    throw new Error('sent before it was complete');
  };

  async function send(request: string): Promise<CaseOutcome> {
    if (what === undefined || place === undefined) throw new Error('sent before it was complete');
    setFiles(undefined);
    const { signal } = drawing.current;
    const these = await makeFiles(
      { say, language, today: me.today, timeZone: me.timeZone },
      view,
      await leaving(),
      await pageFonts(),
      (pdfText, fonts) => drawCase(pdfText, fonts, { signal }),
    );
    made.current = [...made.current, these];
    const sent = await withWords(props, 'handlers', remark, async (words) => {
      const beside = { ...(withLog && { log: true as const }), ...(what === 'sanitised' && { of }) };
      const answer = await call('case.export', {
        ...changing(view, request),
        what,
        place,
        ...beside,
        ...these.digests,
        words,
      });
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
        intent={JSON.stringify([what, place, remark, isLogWanted])}
        problems={[
          ...(problem === undefined ? [] : [{ field: `${id}what`, text: problem }]),
          ...(log !== undefined && 'whyNot' in log ? [{ field: `${id}log`, text: say(whyNot[log.whyNot]) }] : []),
          ...(place === undefined ? [{ field: `${id}place`, text: say('exports.choosePlace') }] : []),
          ...wordsProblem(say, `${id}remark`, remark, say('exports.writeRemark')),
        ]}
        sendLabel={say('exports.send')}
        savedText={say('exports.saved')}
        onSaved={() => {
          setWhat(undefined);
          setPlace(undefined);
          setRemark('');
          setLogWanted(false);
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
        {what === 'whole' && (
          <CheckField id={`${id}log`} label={say('logged.add')} isChecked={isLogWanted} onChecked={setLogWanted} />
        )}
        {log !== undefined && 'whyNot' in log && log.whyNot === 'openAgain' && (
          <div>
            <Button onClick={() => void props.openReport()}>{say('case.openAgain')}</Button>
          </div>
        )}
        {log !== undefined && 'log' in log && (
          <>
            <p>{say('logged.added', { count: log.log.entries.length })}</p>
            {log.log.missing.length > 0 && <p>{missingText(say, log.log)}</p>}
          </>
        )}
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

const saidOf = ({ what, withLog }: SignedFiles): WordKey =>
  what === 'sanitised' ? 'exports.filesSanitised' : withLog ? 'exports.filesWholeLog' : 'exports.filesWhole';

function SignedFilesNotice({ caseId, files }: { readonly caseId: CaseId; readonly files: SignedFiles }) {
  const { say } = useTab();
  const styles = useStyles();
  const name = exportName(caseId, files.what);
  return (
    <Notice tone="careful" role="note">
      <h4>{say('exports.files')}</h4>
      <p>{say(saidOf(files), { name })}</p>
      <p>{say('exports.unprotected')}</p>
      <p>{say('exports.signedBy', { fingerprint: files.fingerprint })}</p>
      <div className={styles.buttons}>
        <Button appearance="primary" onClick={() => saveFile(`${name}.json`, files.json)}>
          {say('exports.saveJson')}
        </Button>
        <Button onClick={() => saveFile(`${name}.pdf`, files.pdf)}>{say('exports.savePdf')}</Button>
      </div>
    </Notice>
  );
}
