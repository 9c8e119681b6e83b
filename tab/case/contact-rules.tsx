import { contactParts } from '../../cards/report-parts.ts';
import { consentWithdrawnOn } from '../../core/casework/consent.ts';
import { useTab } from '../ui/tab-context.ts';
import type { OpenedCase } from './case-context.ts';
import { ConsentWithdrawn, PartOfReport } from './partner-report.tsx';

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
