import { keyGroupText } from '../ui/labels.ts';
import { useTab } from '../ui/tab-context.ts';
import type { RecipientWarning } from './find-recipient-warnings.ts';
import { Fingerprint } from './fingerprint.tsx';
import { Notice } from '../ui/notice.tsx';

export function RecipientWarnings({ warnings }: { readonly warnings: readonly RecipientWarning[] }) {
  const { translate } = useTab();
  return warnings.map(({ group, why, fingerprint }) => (
    <Notice key={`${group} ${why} ${fingerprint}`} tone="careful" role="alert">
      <p>
        {translate(why === 'missing' ? 'keys.warnMissing' : 'keys.warnUnknown', {
          group: keyGroupText(translate, group),
        })}{' '}
        <Fingerprint of={fingerprint} />
      </p>
    </Notice>
  ));
}
