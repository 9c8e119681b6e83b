import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useId, useRef, useState } from 'react';
import { exportFileName } from '../../core/casework/export-format.ts';
import type { DecryptedReport } from '../../core/casework/decrypt-report.ts';
import type { EventRecord } from '../../core/model/event-record.ts';
import type { CaseId } from '../../core/model/case-id.ts';
import { type ExportDestination, exportDestinations } from '../../core/model/case-terms.ts';
import type { CaseView } from '../../contract/operation-answers.ts';
import type { WordKey } from '../../words/tab/translate.ts';
import { ChangeForm } from '../ui/change-form.tsx';
import { CheckboxField, RadioField, SelectField, TextAreaField } from '../ui/form-fields.tsx';
import { loadModule } from '../ui/lazy-module.ts';
import { fileDestinationText } from '../ui/case-labels.ts';
import { Notice } from '../ui/notice.tsx';
import { downloadFile } from '../ui/download-file.ts';
import type { CaseChangeControls, CaseChangeOutcome } from '../ui/change-outcome.ts';
import { useTab } from '../ui/tab-context.ts';
import { caseChangeRequest, type NoteSealer, sealAndSendNote, noteProblems } from '../ui/seal-and-send-note.ts';
import { useKeys, useTrackDecrypted } from '../crypto/keys-context.tsx';
import { type ExportSource, tryCreateExportedLog } from './export-content.ts';
import { renderPdfInWorker } from './render-pdf-in-worker.ts';
import { type UnsignedFiles, renderExportFiles, createSignedFiles, type SignedFiles } from './export-files.ts';
import { loadPdfFonts } from './pdf-fonts.ts';
import { missingEntriesText } from './export-pdf-blocks.ts';

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

const exportScopes = ['sanitised', 'whole'] as const;
const logProblemWords = { openAgain: 'logged.openAgain', doubtful: 'logged.doubtful' } as const;

interface ExportFormProps extends NoteSealer {
  readonly view: CaseView;
  readonly decryptedReport: DecryptedReport | undefined;
  readonly added: NonNullable<Extract<ExportSource, { readonly what: 'whole' }>['added']>;
  /** Missing if the opening released no sanitised text. */
  readonly sealedText: string | undefined;
  /** Known without a gap; `decryptedUpTo` is the last entry of the opening. */
  readonly entries: readonly EventRecord[];
  readonly decryptedUpTo: number;
  readonly textsByDigest: ReadonlyMap<string, string>;
  readonly change: CaseChangeControls;
  readonly openReport: () => Promise<void>;
}

export default function ExportForm(props: ExportFormProps) {
  const { view, decryptedReport, added, sealedText, textsByDigest: known, change } = props;
  const { translate: say, call, me, language } = useTab();
  const { identities } = useKeys();
  const styles = useStyles();
  const id = useId();
  const [what, setWhat] = useState<(typeof exportScopes)[number]>();
  const [place, setPlace] = useState<ExportDestination>();
  const [remark, setRemark] = useState('');
  const [isLogWanted, setLogWanted] = useState(false);
  const [files, setFiles] = useState<SignedFiles | 'others'>();
  useTrackDecrypted('files', files !== undefined && files !== 'others');
  const unsignedFiles = useRef<readonly UnsignedFiles[]>([]);
  const renderAbort = useRef(new AbortController());
  const { record } = view;
  // A signed text is named by its seal's digest, which only a whole history vouches for.
  const of = sealedText !== undefined && decryptedReport?.isHistoryWhole ? record.sanitised?.digest : undefined;
  const text = of === undefined ? undefined : known.get(of);

  useEffect(() => {
    if (decryptedReport !== undefined) return;
    // Locked: nothing in clear stays.
    renderAbort.current.abort();
    renderAbort.current = new AbortController();
    unsignedFiles.current = [];
    setFiles(undefined);
  }, [decryptedReport]);

  useEffect(() => () => renderAbort.current.abort(), []);

  const withLog = what === 'whole' && isLogWanted && decryptedReport !== undefined;
  const log = withLog ? tryCreateExportedLog({ ...props, decryptedReport }) : undefined;
  const mayExportWhole = record.assignee === me.objectId;
  const isSigned = record.sanitised?.signedBy !== undefined;
  const whatProblem = (): string | undefined => {
    if (what === undefined) return say('exports.chooseWhat');
    if (what === 'whole') return mayExportWhole ? undefined : say('exports.needsAssignee');
    if (!isSigned) return say('exports.needsSignature');
    return text === undefined ? say('exports.textMissing') : undefined;
  };
  const createSource = async (): Promise<ExportSource> => {
    if (what === 'whole' && decryptedReport !== undefined && !withLog) return { what, opened: decryptedReport, added };
    if (what === 'whole' && decryptedReport !== undefined && log !== undefined && 'log' in log)
      return { what, opened: decryptedReport, added, log: log.log };
    if (what === 'sanitised' && text !== undefined && sealedText !== undefined) {
      const { decryptSealKey } = await loadModule(
        '../crypto/decrypt-seal.ts',
        () => import('../../crypto/decrypt-seal.ts'),
      );
      return { what, text, proof: { seal: sealedText, key: await decryptSealKey(sealedText, identities) } };
    }
    throw new Error('sent before it was complete');
  };

  async function send(request: string): Promise<CaseChangeOutcome> {
    if (what === undefined || place === undefined) throw new Error('sent before it was complete');
    setFiles(undefined);
    const { signal } = renderAbort.current;
    const these = await renderExportFiles(
      { say, language, today: me.today, timeZone: me.timeZone },
      view,
      await createSource(),
      await loadPdfFonts(),
      (pdfText, fonts) => renderPdfInWorker(pdfText, fonts, { signal }),
    );
    unsignedFiles.current = [...unsignedFiles.current, these];
    const sent = await sealAndSendNote(props, 'handlers', remark, async (words) => {
      const scopeFields = { ...(withLog && { log: true as const }), ...(what === 'sanitised' && { of }) };
      const answer = await call('case.export', {
        ...caseChangeRequest(view, request),
        what,
        place,
        ...scopeFields,
        ...these.digests,
        words,
      });
      if (answer.ok) setFiles(createSignedFiles(unsignedFiles.current, answer.value) ?? 'others');
      return answer;
    });
    return change.toOutcome(sent);
  }

  const problem = whatProblem();
  const blocked = me.exports
    ? decryptedReport === undefined
      ? say('exports.openFirst')
      : undefined
    : say('exports.notSet');
  return (
    <>
      <p>{say('exports.intro')}</p>
      <ChangeForm
        intent={JSON.stringify([what, place, remark, isLogWanted])}
        problems={[
          ...(problem === undefined ? [] : [{ field: `${id}what`, text: problem }]),
          ...(log !== undefined && 'whyNot' in log
            ? [{ field: `${id}log`, text: say(logProblemWords[log.whyNot]) }]
            : []),
          ...(place === undefined ? [{ field: `${id}place`, text: say('exports.choosePlace') }] : []),
          ...noteProblems(say, `${id}remark`, remark, say('exports.writeRemark')),
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
        isStale={change.isStale}
      >
        {decryptedReport &&
          (decryptedReport.unverifiedCount > 0 ||
            !decryptedReport.isHistoryWhole ||
            !decryptedReport.isRecordAsWritten) && (
            <Notice tone="careful">
              <p>{say('exports.doubts')}</p>
            </Notice>
          )}
        <RadioField
          id={`${id}what`}
          label={say('exports.what')}
          need="required"
          value={what ?? ''}
          onValue={(value) => setWhat(exportScopes.find((one) => one === value))}
          options={[
            { value: 'sanitised', text: say('exports.whatSanitised') },
            { value: 'whole', text: say('exports.whatWhole') },
          ]}
        />
        {what === 'sanitised' && <p>{say('exports.withheld')}</p>}
        {what === 'whole' && <p>{say('exports.told')}</p>}
        {what === 'whole' && (
          <CheckboxField id={`${id}log`} label={say('logged.add')} isChecked={isLogWanted} onChecked={setLogWanted} />
        )}
        {log !== undefined && 'whyNot' in log && log.whyNot === 'openAgain' && (
          <div>
            <Button onClick={() => void props.openReport()}>{say('case.openAgain')}</Button>
          </div>
        )}
        {log !== undefined && 'log' in log && (
          <>
            <p>{say('logged.added', { count: log.log.entries.length })}</p>
            {log.log.missing.length > 0 && <p>{missingEntriesText(say, log.log)}</p>}
          </>
        )}
        {what === 'sanitised' && isSigned && text !== undefined && (
          <section aria-labelledby={`${id}preview`}>
            <h4 id={`${id}preview`}>{say('exports.preview')}</h4>
            {/* The keyboard scrolls it too. */}
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
          onValue={(value) => setPlace(exportDestinations.find((one) => one === value))}
          options={exportDestinations.map((value) => ({ value, text: fileDestinationText(say, value) }))}
        />
        <TextAreaField
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

const signedFilesWordKey = ({ what, withLog }: SignedFiles): WordKey =>
  what === 'sanitised' ? 'exports.filesSanitised' : withLog ? 'exports.filesWholeLog' : 'exports.filesWhole';

function SignedFilesNotice({ caseId, files }: { readonly caseId: CaseId; readonly files: SignedFiles }) {
  const { translate: say } = useTab();
  const styles = useStyles();
  const name = exportFileName(caseId, files.what);
  return (
    <Notice tone="careful" role="note">
      <h4>{say('exports.files')}</h4>
      <p>{say(signedFilesWordKey(files), { name })}</p>
      <p>{say('exports.unprotected')}</p>
      <p>{say('exports.signedBy', { fingerprint: files.fingerprint })}</p>
      <div className={styles.buttons}>
        <Button appearance="primary" onClick={() => downloadFile(`${name}.json`, files.json)}>
          {say('exports.saveJson')}
        </Button>
        <Button onClick={() => downloadFile(`${name}.pdf`, files.pdf)}>{say('exports.savePdf')}</Button>
      </div>
    </Notice>
  );
}
