import { Button, makeStyles, Spinner, tokens } from '@fluentui/react-components';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { CaseId } from '../../core/model/case-id.ts';
import { type CaseChangeControls, type CaseChangeOutcome, changeRefusalText } from '../ui/change-outcome.ts';
import { Notice } from '../ui/notice.tsx';
import { newRequestId } from '../ui/request-ids.ts';
import { useTab } from '../ui/tab-context.ts';

const useStyles = makeStyles({
  heading: { fontSize: tokens.fontSizeBase300, margin: 0 },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS, alignItems: 'center' },
});

interface UnlawfulImageNoticeProps {
  readonly caseId: CaseId;
  readonly fileId: string;
  readonly change: CaseChangeControls;
  readonly onClose: () => void;
}

/** Says what to do once the file is closed, and records that the person marked it, once however often it is sent. */
export function UnlawfulImageNotice({ caseId, fileId, change, onClose }: UnlawfulImageNoticeProps) {
  const { translate: say, call } = useTab();
  const styles = useStyles();
  const heading = useRef<HTMLHeadingElement>(null);
  const [request] = useState(newRequestId);
  const [outcome, setOutcome] = useState<CaseChangeOutcome>();
  const latestChange = useRef(change);
  useEffect(() => {
    latestChange.current = change;
  });

  const record = useCallback(async (): Promise<void> => {
    setOutcome(undefined);
    const sent = await call('case.markFile', { caseId, id: fileId, request });
    const { toOutcome, onSent } = latestChange.current;
    const received = toOutcome(sent);
    setOutcome(received);
    onSent(received);
  }, [call, caseId, fileId, request]);

  useEffect(() => {
    heading.current?.focus();
    void record();
  }, [record]);

  return (
    <Notice tone="careful" role="note">
      <h5 ref={heading} tabIndex={-1} className={styles.heading}>
        {say('caseFiles.unlawfulClosed')}
      </h5>
      <p>{say('caseFiles.unlawfulStop')}</p>
      <p>{say('caseFiles.unlawfulTell')}</p>
      <p>{say('caseFiles.unlawfulNote')}</p>
      <p>{say('caseFiles.unlawfulSupport')}</p>
      {outcome === undefined && (
        <Spinner size="small" label={say('caseFiles.unlawfulRecording')} labelPosition="after" />
      )}
      {outcome?.kind === 'saved' && <p role="status">{say('caseFiles.unlawfulRecorded')}</p>}
      {outcome !== undefined && outcome.kind !== 'saved' && (
        <p role="alert">
          {outcome.kind === 'refused' && `${changeRefusalText(say, outcome.refusal)} `}
          {say('caseFiles.unlawfulNotRecorded')}
        </p>
      )}
      <div className={styles.buttons}>
        {outcome !== undefined && outcome.kind !== 'saved' && (
          <Button appearance="primary" onClick={() => void record()}>
            {say('caseFiles.unlawfulAgain')}
          </Button>
        )}
        <Button onClick={onClose}>{say('caseFiles.exportClose')}</Button>
      </div>
    </Notice>
  );
}
