import { contactParts } from '../../cards/report-parts.ts';
import { consentWithdrawnOn } from '../../concerns/casework/withdrawn-consent.ts';
import { useTab } from '../parts/tab-context.ts';
import type { OpenedCase } from './case-context.ts';
import { ConsentWithdrawn, PartOfReport } from './hub-report.tsx';

export default function ContactRules({ opened }: { readonly opened: OpenedCase }) {
  const { language } = useTab();
  const { report } = opened.report;
  const withdrawnOn = consentWithdrawnOn(opened.report);
  return (
    <>
      {withdrawnOn !== undefined && <ConsentWithdrawn on={withdrawnOn} />}
      {contactParts(language, report.answers).map((part) => (
        <PartOfReport key={part.id} part={part} typedIn={report.language} isFirst />
      ))}
    </>
  );
}
