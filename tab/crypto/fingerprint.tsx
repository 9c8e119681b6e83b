import { Text } from '@fluentui/react-components';
import { groupedFingerprint } from '../../core/model/recipients.ts';

export function Fingerprint({ of }: { readonly of: string }) {
  return (
    <Text font="monospace" weight="semibold" dir="ltr" translate="no">
      {groupedFingerprint(of)}
    </Text>
  );
}
