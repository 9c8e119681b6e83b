import { consentAndContactParts } from '../../cards/report-parts.ts';
import { consentWithdrawalDay } from '../../core/casework/consent-withdrawal.ts';
import { useTab } from '../ui/tab-context.ts';
import type { DecryptedCase } from './case-context.ts';
import { ConsentWithdrawnNotice, ReportPartView } from './partner-report.tsx';

export default function ContactRules({ opened: decryptedCase }: { readonly opened: DecryptedCase }) {
  const { language } = useTab();
  const { report } = decryptedCase.report;
  const withdrawnOn = consentWithdrawalDay(decryptedCase.report);
  return (
    <>
      {withdrawnOn !== undefined && <ConsentWithdrawnNotice on={withdrawnOn} />}
      {consentAndContactParts(language, report.answers).map((part) => (
        <ReportPartView key={part.id} part={part} typedIn={report.language} isFirst />
      ))}
    </>
  );
}
