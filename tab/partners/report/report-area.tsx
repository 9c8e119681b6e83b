import { useCallback, useEffect, useRef, useState } from 'react';
import { useSignedInPage } from '../ui/partner-context.ts';
import { ReportSessionView } from './report-session-view.tsx';
import { loadModule } from '../../ui/lazy-module.ts';
import { downloadFile } from '../../ui/download-file.ts';
import { ProblemNotice } from '../ui/notice.tsx';
import { AccessLine } from '../ui/access-line.tsx';
import { DangerNotice, DeviceNotes } from '../ui/page-notices.tsx';

export default function ReportArea() {
  const { translate, announce, access } = useSignedInPage();
  const [flow, setFlow] = useState<'report' | 'comeBack'>();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (flow === undefined) heading.current?.focus();
  }, [flow]);
  const end = useCallback(
    (isDone: boolean) => {
      setFlow(undefined);
      if (isDone) announce(translate('inside.over'));
    },
    [announce, translate],
  );
  const title = flow === 'comeBack' ? 'inside.comeBack' : 'frame.title';
  return (
    <div className="hub">
      {flow === undefined && <DangerNotice />}
      <h1 ref={heading} tabIndex={-1} className={flow && 'heard'}>
        {translate(title)}
      </h1>
      {flow && <ReportSessionView flow={flow} onEnd={end} />}
      {flow === undefined && (
        <>
          {access && <AccessLine access={access} />}
          <p>{translate('inside.intro')}</p>
          <p>{translate('inside.staff')}</p>
          <div className="row">
            <button type="button" className="first" onClick={() => setFlow('report')}>
              {translate('inside.begin')}
            </button>
            <button type="button" onClick={() => setFlow('comeBack')}>
              {translate('inside.comeBack')}
            </button>
          </div>
          <PartnerFormDownload />
          <DeviceNotes />
        </>
      )}
    </div>
  );
}

function PartnerFormDownload() {
  const { translate, call, language } = useSignedInPage();
  const [isMaking, setMaking] = useState(false);
  const [statusText, setStatusText] = useState('');
  const [isMissing, setMissing] = useState(false);

  async function make(): Promise<void> {
    if (isMaking) return;
    setMaking(true);
    setStatusText(translate('inside.paperMaking'));
    setMissing(false);
    try {
      const part = await loadModule('report/partner-form-pdf.ts', () => import('./partner-form-pdf.ts')).catch(
        () => undefined,
      );
      setMissing(part === undefined);
      const pdf = await part?.createPartnerFormPdf(call, language);
      const name = `form-${language}.pdf`;
      if (pdf) downloadFile(name, pdf);
      setStatusText(pdf ? translate('inside.paperMade', { name }) : translate('inside.paperFailed'));
    } catch {
      setStatusText(translate('inside.paperFailed'));
    }
    setMaking(false);
  }

  return (
    <section>
      <h2>{translate('inside.paperHeading')}</h2>
      <p>{translate('inside.paper')}</p>
      <p>{translate('inside.paperType')}</p>
      <button type="button" aria-disabled={isMaking} onClick={() => void make()}>
        {translate('inside.paperMake')}
      </button>
      <p role="status">{!isMissing && statusText}</p>
      {isMissing && <ProblemNotice word="frame.partMissing" />}
    </section>
  );
}
