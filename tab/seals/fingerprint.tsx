import { Text } from '@fluentui/react-components';
import { groupedFingerprint } from '../../concerns/terms/recipients.ts';

/** A key's fingerprint in groups of four, to be read aloud and compared. */
export function Fingerprint({ of }: { readonly of: string }) {
  return (
    <Text font="monospace" weight="semibold" dir="ltr" translate="no">
      {groupedFingerprint(of)}
    </Text>
  );
}
