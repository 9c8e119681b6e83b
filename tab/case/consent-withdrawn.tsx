import { withdrawnLines } from '../../cards/opened-hub.ts';
import type { Day } from '../../concerns/terms/calendar.ts';
import { Notice } from '../parts/notice.tsx';
import { useTab } from '../parts/tab-context.ts';

export function ConsentWithdrawn({ on }: { readonly on: Day }) {
  const { language } = useTab();
  return (
    <Notice tone="alarm" role="note">
      {withdrawnLines(language, on).map((line) => (
        <p key={line}>{line}</p>
      ))}
    </Notice>
  );
}
